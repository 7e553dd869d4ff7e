import type { Words } from "@/words/index.ts";

export type ErrorCode = keyof Words["account"]["errors"];
type FieldCode = keyof Words["account"]["fields"];

/** Why a step was turned away: one code, and codes at the fields that need another look. */
export type Problem = { readonly code: ErrorCode; readonly fields: Readonly<Record<string, FieldCode>> };

export type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: Problem };

const problem = (code: ErrorCode): Answer<never> => ({ ok: false, problem: { code, fields: {} } });

type Refusal = { error?: ErrorCode; fields?: { path: string; code: FieldCode }[] };

/** Takes one step of sign-in. Never throws: no connection is an answer too. */
export async function postStep<T>(step: string, body: object = {}): Promise<Answer<T>> {
  try {
    const response = await fetch(`/api/sign-in/${step}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const data: unknown = await response.json();
    if (response.ok) return { ok: true, data: data as T };
    const { error = "failed", fields = [] } = data as Refusal;
    return {
      ok: false,
      problem: { code: error, fields: Object.fromEntries(fields.map(({ path, code }) => [path, code])) },
    };
  } catch {
    return problem(navigator.onLine ? "failed" : "offline");
  }
}

/** Goes on by loading the page anew: what belonged to another session, or to none, is gone from memory. */
export function goTo(path: string): void {
  window.location.assign(path);
}
