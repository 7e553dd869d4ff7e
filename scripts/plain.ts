/** A failure whose message is the one sentence the person at the keyboard needs; it is shown without a stack. */
export class Plain extends Error {
  override name = "Plain";
}

/** The system's code of a failed call ("EACCES"), or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
