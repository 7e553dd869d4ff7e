// Ports of this machine: one that is free, and one that ought to be.
import { createServer } from "node:net";
import { codeOf, messageOf, Plain } from "./plain.ts";

/** Listens for a moment and answers with the port it got. */
async function tryPort(port: number, host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("a TCP server without a port");
  return address.port;
}

/** A port of this machine that nobody listens on just now. */
export const freePort = () => tryPort(0, "127.0.0.1");

/** Throws `Plain` when somebody else listens on the port, or we may not. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  try {
    await tryPort(port, host);
  } catch (error) {
    const reasons: Record<string, string> = {
      EADDRINUSE: `Port ${port} is taken by another program: stop that one, or choose another port, for example PORT=${port + 1} npm start.`,
      EACCES: `Port ${port} may not be used by this account: choose one above 1023, for example PORT=3000 npm start.`,
    };
    throw new Plain(reasons[codeOf(error) ?? ""] ?? `Cannot listen on ${host}:${port}: ${messageOf(error)}`);
  }
}
