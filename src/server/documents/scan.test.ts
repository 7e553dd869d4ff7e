import net from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";

// A scanner of our own that answers, finds, dies, lies or says nothing: what it is given is checked byte for byte.

const settings = vi.hoisted(() => ({ CLAMD_URL: undefined as string | undefined }));
vi.mock("../../env.ts", () => ({ env: () => settings }));
const { scan } = await import("./scan.ts");

type Answers = (given: Buffer, socket: net.Socket) => void;
const servers: net.Server[] = [];
afterEach(() => {
  settings.CLAMD_URL = undefined;
  for (const server of servers.splice(0)) server.close();
});

/** The bytes of the file out of what came over the wire, or null while it is not all there. */
function fileIn(wire: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = "zINSTREAM\0".length; at + 4 <= wire.length; ) {
    const length = wire.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(wire.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

async function scannerThat(answers: Answers): Promise<void> {
  const server = net.createServer((socket) => {
    let wire = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (part: Buffer) => {
      wire = Buffer.concat([wire, part]);
      const file = fileIn(wire);
      if (file) answers(file, socket);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.CLAMD_URL = `tcp://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
}

const letter = Buffer.alloc(200_000, 7);

describe("a virus scanner, when there is one", () => {
  test("given none in the settings, then nobody is asked", async () => {
    expect(await scan(letter)).toBe("none");
  });

  test("given all bytes and the words of a clean file, then clean; given a name and FOUND, then infected", async () => {
    await scannerThat((file, socket) =>
      socket.end(`stream: ${file.equals(letter) ? "OK" : "Eicar-Test-Signature FOUND"}\0`),
    );
    expect(await scan(letter)).toBe("clean");
    expect(await scan(Buffer.from("other"))).toBe("infected");
  });

  test.each<[string, Answers]>([
    ["it dies in the middle", (_, socket) => socket.destroy()],
    ["half an answer", (_, socket) => socket.end("stream: OK")],
    ["an error", (_, socket) => socket.end("INSTREAM size limit exceeded. ERROR\0")],
    ["another's words", (_, socket) => socket.end("PONG\0")],
    ["a yes with something behind it", (_, socket) => socket.end("stream: OK FOUND ERROR\0")],
    ["no end of words", (_, socket) => void socket.write("x".repeat(9_000))],
  ])("given %s, then it is as if it were away: a file waits", async (_, answers) => {
    await scannerThat(answers);
    expect(await scan(letter)).toBe("away");
  });

  test("given nobody at the address, then away", async () => {
    settings.CLAMD_URL = "tcp://127.0.0.1:1";
    expect(await scan(letter)).toBe("away");
    settings.CLAMD_URL = "unix:/nowhere/clamd.sock";
    expect(await scan(letter)).toBe("away");
  });

  test("given one that takes the file and says nothing, then away when its time is over", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    await scannerThat(() => isAsked());
    const answer = scan(letter);
    await asked;
    vi.advanceTimersByTime(20_000);
    expect(await answer).toBe("away");
    vi.useRealTimers();
  });
});
