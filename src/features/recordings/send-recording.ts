import type { ProtocolKind } from "@/domain/journey/steps.ts";

/** Why a recording was not taken: the server's codes, and what can happen on the way. Words: mum.recordings.problem. */
export const RECORDING_PROBLEMS = [
  "empty",
  "too_big",
  "too_many",
  "encrypted",
  "packed_twice",
  "damaged",
  "unsupported",
  "no_time",
  "too_long",
  "too_short",
  "other_sport",
  "day_in_future",
  "day_before_birth",
  "broken",
  "not_signed_in",
  "failed",
] as const;
export type RecordingProblem = (typeof RECORDING_PROBLEMS)[number];

export type Brought = { readonly fileName: string } & (
  | {
      readonly ok: true;
      readonly state: "new" | "joined" | "known";
      readonly kind: ProtocolKind;
      readonly minutesTotal: number;
      readonly minutesRun: number;
    }
  | { readonly ok: false; readonly problem: RecordingProblem }
);

/** What the server takes in one go. */
const LARGEST_BYTES = 12 * 1024 * 1024;

function broughtOf(status: number, body: string, fileName: string): readonly Brought[] {
  const no = (problem: RecordingProblem) => [{ fileName, ok: false, problem }] as const;
  if (status === 401) return no("not_signed_in");
  if (status === 429) return no("too_many");
  try {
    const { files } = JSON.parse(body) as { files?: readonly Brought[] };
    return files && files.length > 0 ? files : no("failed");
  } catch {
    return no("failed");
  }
}

/** Sends one file and says how far it is, 0 to 1. A zip comes back as several. Trying again changes nothing. */
export function sendRecording(file: File, onProgress: (share: number) => void): Promise<readonly Brought[]> {
  const no = (problem: RecordingProblem) => [{ fileName: file.name, ok: false, problem }] as const;
  if (file.size > LARGEST_BYTES) return Promise.resolve(no("too_big"));
  return new Promise((resolve) => {
    // The one way of asking that tells the progress of an upload in every browser.
    const request = new XMLHttpRequest();
    request.open("POST", "/api/recordings");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name));
    request.upload.onprogress = (event) =>
      onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => resolve(broughtOf(request.status, request.responseText, file.name));
    request.onerror = () => resolve(no("broken"));
    request.onabort = () => resolve(no("broken"));
    request.send(file);
  });
}
