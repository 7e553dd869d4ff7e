import type { ClientRecord, Request } from "../journey/facts.ts";
import { addDays, type Day, daysBetween } from "../shared/day.ts";
import { newestBy } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";
import { SHARED } from "../shared/vocabulary.ts";
import { closingOf } from "./requests.ts";
import { clearanceState } from "./standing.ts";

/** Something people are to be told because time has passed. `key`: the same one is told once, whoever asks how often. */
export type Reminder = { readonly key: string } & (
  | { readonly kind: "request"; readonly requestId: string }
  | { readonly kind: "review"; readonly clearanceId: string; readonly physioId: string }
  | { readonly kind: "month"; readonly requestId: string; readonly physioId: string }
);

/** Most days a coach can choose for reminding a physio of one request. */
export const MOST_REMINDERS = 4;
const MONTH_DAYS = 28;

/** The days a physio is reminded on: the ones chosen, or the house's when nobody chose. */
export function reminderDays({ remindOn, askedOn }: Pick<Request, "remindOn" | "askedOn">): readonly Day[] {
  const house = ruleValue("physio_wait_days");
  return (remindOn ?? [addDays(askedOn, house), addDays(askedOn, 2 * house)]).toSorted();
}

/** What is due on a day, from facts alone. After days in which nobody could ask, only the newest of a kind. */
export function remindersDue(record: ClientRecord, today: Day): readonly Reminder[] {
  return [...requestReminders(record, today), ...afterSignOff(record, today)];
}

function requestReminders(record: ClientRecord, today: Day): readonly Reminder[] {
  return record.request.flatMap((request): readonly Reminder[] => {
    if (closingOf(record, request) || request.expiresOn < today) return [];
    const on = reminderDays(request).findLast((day) => day > request.askedOn && day <= today);
    if (!on) return [];
    // Her coach may have written in the meantime: twice in a week is no reminder any more.
    const isTold = record.requestStep.some(
      (step) => step.requestId === request.id && step.step === "reminded" && step.on >= on,
    );
    return isTold ? [] : [{ key: `request ${request.id} ${on}`, kind: "request", requestId: request.id }];
  });
}

/** Twice before a review day, and monthly how it went: both only while the sign-off stands. */
function afterSignOff(record: ClientRecord, today: Day): readonly Reminder[] {
  const state = clearanceState(record, today);
  if (state.status !== "standing") return [];
  const { clearanceId, physioId, signedOn, reviewBy } = state;
  const reminders: Reminder[] = [];
  const before = [ruleValue("review_last_notice_days"), ruleValue("review_first_notice_days")].find(
    (days) => state.daysLeft <= days,
  );
  // Signed for a shorter time than that: she has only just chosen the day.
  if (before !== undefined && signedOn < addDays(reviewBy, -before))
    reminders.push({ key: `review ${clearanceId} ${before}`, kind: "review", clearanceId, physioId });

  const months = Math.floor(daysBetween(signedOn, today) / MONTH_DAYS);
  const requestId = requestOf(record, clearanceId);
  if (months > 0 && requestId && sharesAnything(record))
    reminders.push({ key: `month ${clearanceId} ${months}`, kind: "month", requestId, physioId });
  return reminders;
}

function requestOf(record: ClientRecord, clearanceId: string): string | undefined {
  const clearance = record.clearance.find((row) => row.id === clearanceId);
  return record.assessment.find((row) => row.id === clearance?.assessmentId)?.requestId;
}

/** A page on which everything says "not shared" is nobody's news. */
function sharesAnything(record: ClientRecord): boolean {
  const said = newestBy(record.consent, (row) => row.purpose);
  return SHARED.some((category) => said.get(`share_${category}`)?.given === true);
}
