/** Why a letter was not taken: the server's codes, and what can happen on the way. Words: physio.upload.problem. */
const UPLOAD_PROBLEMS = [
  "empty",
  "too_big",
  "too_many",
  "full",
  "changed",
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
  "not_signed_in",
  "unreadable",
  "failed",
] as const;
export type UploadProblem = (typeof UPLOAD_PROBLEMS)[number];

/** A code as it came from the server; one we have no sentence for is the general one. */
export const problemOf = (code: unknown): UploadProblem =>
  UPLOAD_PROBLEMS.find((known) => known === code) ?? "failed";
