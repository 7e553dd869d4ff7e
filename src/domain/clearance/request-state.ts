import type { RequestStep } from "../journey/facts.ts";
import { addDays, type Day, daysBetween, laterOf } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";

/** Where a request is. */
export const REQUEST_STATES = ["sent", "opened", "answered", "declined", "cancelled", "expired"] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** Whether somebody still waits for an answer: opened is not answered. */
export function isWaiting(state: RequestState): boolean {
  return state === "sent" || state === "opened";
}

type Asked = { readonly askedOn: Day; readonly expiresOn: Day };
type Step = Pick<RequestStep, "step" | "on">;

/** The state of a request on a day, from what happened to it. An answer that came late is an answer. */
export function requestState(request: Asked, steps: readonly Step[], today: Day): RequestState {
  const happened = new Set(steps.map((row) => row.step));
  for (const end of ["cancelled", "declined", "answered"] as const) if (happened.has(end)) return end;
  if (request.expiresOn < today) return "expired";
  return happened.has("opened") ? "opened" : "sent";
}

/** Days she has waited for an answer, and the day from which a reminder is due (null when nothing is waited for). */
export function waitingOf(
  request: Asked,
  steps: readonly Step[],
  today: Day,
): { readonly days: number; readonly remindOn: Day | null } {
  const state = requestState(request, steps, today);
  const days = Math.max(0, daysBetween(request.askedOn, today));
  if (!isWaiting(state)) return { days, remindOn: null };
  const last = steps
    .filter((row) => row.step === "reminded")
    .reduce((on, row) => laterOf(on, row.on), request.askedOn);
  return { days, remindOn: addDays(last, ruleValue("physio_wait_days")) };
}
