import { problemOf, type UploadProblem } from "./problems.ts";

// How the page brings a letter: announced with its length and hash, then part after part. A connection that drops costs
// one part; the sending goes on by itself, and after the page was loaded anew as soon as the same file is chosen again.

const LARGEST_BYTES = 10 * 1024 * 1024;
const PART_BYTES = 256 * 1024;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A part that makes no progress for so long is on a connection that is gone without saying so. */
const STILL_MS = 30_000;

export type Way = {
  /** The server knows it, under this id. */
  readonly onBegun: (id: string) => void;
  /** So many bytes are there. */
  readonly onProgress: (here: number) => void;
  /** The connection is gone (true), or back. */
  readonly onDropped: (isDropped: boolean) => void;
};
export type Sending = {
  /** Stops it, and has the server forget what is there. */
  readonly stop: () => void;
  /** `sent`: all of it is there, and being looked at. */
  readonly done: Promise<"sent" | "stopped" | UploadProblem>;
};

/** A no that trying again does not change. */
class No extends Error {
  readonly problem: UploadProblem;
  constructor(problem: UploadProblem) {
    super(problem);
    this.problem = problem;
  }
}
/** The connection, or the server, is away for now. */
class Dropped extends Error {}
class Stopped extends Error {}

type Asked = {
  readonly method: "POST" | "HEAD" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: XMLHttpRequestBodyInit;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onLoaded?: (bytes: number) => void;
};
type Answer = {
  readonly status: number;
  readonly offset: number;
  readonly body: { readonly [key: string]: unknown };
};

/** An old way of asking, on purpose: it is the only one that tells the progress of an upload in every browser. */
function ask({ method, path, body, headers, onLoaded }: Asked, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Stopped());
    const request = new XMLHttpRequest();
    const stop = () => {
      request.abort();
      reject(new Stopped());
    };
    let still = setTimeout(() => request.abort(), STILL_MS);
    const moved = () => {
      clearTimeout(still);
      still = setTimeout(() => request.abort(), STILL_MS);
    };
    signal.addEventListener("abort", stop, { once: true });
    request.upload.onprogress = (event) => {
      moved();
      onLoaded?.(event.loaded);
    };
    request.onloadend = () => {
      clearTimeout(still);
      signal.removeEventListener("abort", stop);
      const { status } = request;
      if (status === 0 || status === 429 || status >= 500) return reject(new Dropped());
      resolve({
        status,
        offset: Number(request.getResponseHeader("upload-offset") ?? Number.NaN),
        body: parsed(request.responseText),
      });
    };
    request.open(method, path);
    for (const [name, value] of Object.entries({ "x-area": "physio", ...headers }))
      request.setRequestHeader(name, value);
    request.send(body ?? null);
  });
}

function parsed(text: string): { readonly [key: string]: unknown } {
  try {
    return JSON.parse(text) as { readonly [key: string]: unknown };
  } catch {
    return {};
  }
}

/** What no trying again changes; anything else goes on. */
function orNo(answer: Answer): Answer {
  if (answer.status === 401) throw new No("not_signed_in");
  if (answer.status === 413 || answer.status === 422) throw new No(problemOf(answer.body["problem"]));
  return answer;
}

async function hashOf(file: File): Promise<string> {
  try {
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
  } catch {
    // Moved or changed since it was chosen, or on a drive that is gone.
    throw new No("unreadable");
  }
}

/** A while, or less when the browser says that the connection is back. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = new AbortController();
    const end = () => {
      clearTimeout(timer);
      over.abort();
      resolve();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener("online", end, { signal: over.signal });
    signal.addEventListener("abort", end, { signal: over.signal });
  });
}

/** Sends one letter about a request, until all of it is there, she stops it, or there is a no. */
export function sendLetter(file: File, requestId: string, way: Way): Sending {
  const stopping = new AbortController();
  const { signal } = stopping;
  let id: string | null = null;

  const announce = async (sha256: string): Promise<{ id: string; offset: number }> => {
    const letter = {
      id: crypto.randomUUID(),
      clientId: null,
      requestId,
      fileName: file.name,
      declaredType: file.type,
      length: file.size,
      sha256,
    };
    const answer = orNo(
      await ask({ method: "POST", path: "/api/letters", body: JSON.stringify(letter) }, signal),
    );
    if (answer.status !== 200) throw new No("failed");
    return { id: String(answer.body["id"]), offset: Number(answer.body["offset"]) };
  };
  /** From where to go on: asked of the letter that was begun; one that is not coming in (any more) is announced. */
  const begin = async (sha256: string): Promise<{ id: string; offset: number }> => {
    if (id !== null) {
      const { status, offset } = orNo(await ask({ method: "HEAD", path: `/api/letters/${id}` }, signal));
      if (status === 200) return { id, offset };
    }
    return announce(sha256);
  };
  const sendParts = async (letter: string, from: number): Promise<void> => {
    for (let offset = from; offset < file.size; ) {
      const start = offset;
      const part = file.slice(start, start + PART_BYTES);
      const answer = orNo(
        await ask(
          {
            method: "PATCH",
            path: `/api/letters/${letter}`,
            body: part,
            headers: { "content-type": "application/offset+octet-stream", "upload-offset": String(start) },
            onLoaded: (bytes) => way.onProgress(start + bytes),
          },
          signal,
        ),
      );
      // Elsewhere, or over its time: the way back begins with asking.
      if (!Number.isInteger(answer.offset)) throw new Dropped();
      offset = answer.offset;
      way.onProgress(offset);
      way.onDropped(false);
    }
  };
  const whole = async (): Promise<"sent"> => {
    // Too big is known before a byte leaves the clinic.
    if (file.size > LARGEST_BYTES) throw new No("too_big");
    if (file.size === 0) throw new No("empty");
    const sha256 = await hashOf(file);
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        const begun = await begin(sha256);
        id = begun.id;
        way.onBegun(begun.id);
        way.onDropped(false);
        way.onProgress(begun.offset);
        if (begun.offset > 0) wait = FIRST_WAIT_MS;
        await sendParts(begun.id, begun.offset);
        return "sent";
      } catch (error) {
        if (!(error instanceof Dropped)) throw error;
        way.onDropped(true);
        await pause(wait, signal);
      }
    }
  };
  /** Waited for: whoever asks right afterwards what is on its way must not be told of it. */
  const forget = async () => {
    if (id !== null) await forgetLetter(id);
    return "stopped" as const;
  };
  const done = whole().catch((error: unknown) => {
    if (error instanceof No) return error.problem;
    return error instanceof Stopped ? forget() : ("failed" as const);
  });
  return { stop: () => stopping.abort(), done };
}

/** Has the server forget a letter that is not all there. When it cannot be told now, it forgets by itself within a day. */
export async function forgetLetter(id: string): Promise<void> {
  try {
    await ask({ method: "DELETE", path: `/api/letters/${id}` }, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof Dropped)) throw error;
  }
}
