/** Why a file was not taken: the server's codes, and what can happen on the way. Words: physio.upload.problem. */
export const UPLOAD_PROBLEMS = [
  "empty",
  "too_big",
  "too_many",
  "executable",
  "heic",
  "unsupported",
  "disguised",
  "encrypted",
  "damaged",
  "active",
  "no_pages",
  "too_many_pages",
  "too_many_pixels",
  "moving",
  "infected",
  "not_scanned",
  "broken",
  "not_signed_in",
  "failed",
] as const;
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number];

export const LARGEST_BYTES = 10 * 1024 * 1024;

export type Target = {
  /** Who speaks: a physio about a request, a coach or the mum about a client. */
  readonly area: "physio" | "coach" | "client";
  readonly requestId?: string | undefined;
  readonly clientId?: string | undefined;
};
export type Sending = { readonly stop: () => void; readonly done: Promise<UploadProblem | null> };

const isProblem = (code: unknown): code is UploadProblem =>
  typeof code === "string" && (UPLOAD_PROBLEMS as readonly string[]).includes(code);

function problemOf(status: number, body: string): UploadProblem | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401) return "not_signed_in";
  if (status === 413) return "too_big";
  try {
    const { problem } = JSON.parse(body) as { problem?: unknown };
    return isProblem(problem) ? problem : "failed";
  } catch {
    return "failed";
  }
}

/**
 * Sends one file and says how far it is, 0 to 1. An old way of asking, on purpose: it is the only one that tells the
 * progress of an upload in every browser. The id is made once a file, so that trying again makes one document.
 */
export function sendFile(
  file: File,
  id: string,
  target: Target,
  onProgress: (part: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<UploadProblem | null>((resolve) => {
    // Too big is known before a byte leaves the clinic.
    if (file.size > LARGEST_BYTES) return resolve("too_big");
    if (file.size === 0) return resolve("empty");
    const query = new URLSearchParams({ id });
    if (target.requestId) query.set("requestId", target.requestId);
    if (target.clientId) query.set("clientId", target.clientId);
    request.open("POST", `/api/documents?${query}`);
    request.setRequestHeader("content-type", file.type || "application/octet-stream");
    request.setRequestHeader("x-area", target.area);
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => resolve(problemOf(request.status, request.responseText));
    request.onerror = () => resolve("broken");
    request.onabort = () => resolve("broken");
    request.send(file);
  });
  return { stop: () => request.abort(), done };
}
