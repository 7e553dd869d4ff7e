/** A step of sign-in answered no, with a code the words know (physio.errors). */
export type StepError =
  | "wrong"
  | "over"
  | "too_many"
  | "same_browser"
  | "not_signed_in"
  | "invalid"
  | "unavailable"
  | "failed";

const KNOWN: readonly string[] = [
  "wrong",
  "over",
  "too_many",
  "same_browser",
  "not_signed_in",
  "invalid",
  "unavailable",
] satisfies StepError[];

/** Same-origin JSON to a step of sign-in. Never throws: no network is `failed`. */
export async function postStep<T>(
  step: string,
  body: object,
): Promise<{ ok: true; answer: T } | { ok: false; error: StepError }> {
  try {
    const response = await fetch(`/api/sign-in/${step}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as T & { error?: string };
    if (response.ok) return { ok: true, answer };
    const { error = "failed" } = answer;
    return { ok: false, error: (KNOWN.includes(error) ? error : "failed") as StepError };
  } catch {
    return { ok: false, error: "failed" };
  }
}
