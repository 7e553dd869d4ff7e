import net from "node:net";
import { env } from "../../env.ts";

/** What a virus scanner says. `away`: it did not answer, or with words it does not have; then a file waits, and never passes. */
export type Scan = "clean" | "infected" | "away";

/** A scanner that has a letter longer than this is busy with something else. */
const TIME_MS = 15_000;
const PIECE_BYTES = 64 * 1024;
const MOST_ANSWER = 4096;

/**
 * Asks clamd (ClamAV's INSTREAM command) about the bytes of a file; without one in the settings there is nothing to ask.
 * Only the exact words of a clean file are a yes.
 */
export async function scan(bytes: Uint8Array): Promise<Scan | "none"> {
  const address = env().CLAMD_URL;
  if (!address) return "none";
  const answer = await ask(new URL(address), bytes);
  if (answer === "stream: OK") return "clean";
  return answer !== null && /^stream: .+ FOUND$/.test(answer) ? "infected" : "away";
}

function ask(address: URL, bytes: Uint8Array): Promise<string | null> {
  const at =
    address.protocol === "unix:"
      ? { path: decodeURIComponent(address.pathname) }
      : { host: address.hostname, port: Number(address.port || 3310) };
  return new Promise((resolve) => {
    const socket = net.connect(at);
    let said = "";
    const end = (answer: string | null) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(TIME_MS, () => end(null));
    const late = setTimeout(() => end(null), TIME_MS);
    socket.on("error", () => end(null));
    socket.on("data", (part) => {
      said += part.toString("latin1");
      if (said.length > MOST_ANSWER) end(null);
      // The z-commands end their answer with a NUL: half an answer is none.
      else if (said.endsWith("\0")) end(said.slice(0, -1));
    });
    socket.on("close", () => {
      clearTimeout(late);
      resolve(null);
    });
    socket.write("zINSTREAM\0");
    for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
      const piece = bytes.subarray(from, from + PIECE_BYTES);
      socket.write(lengthOf(piece.length));
      socket.write(piece);
    }
    socket.write(lengthOf(0));
  });
}

function lengthOf(bytes: number): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes);
  return head;
}
