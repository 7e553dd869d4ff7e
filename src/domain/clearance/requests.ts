import type { ClientRecord, Request, RequestStep } from "../journey/facts.ts";
import type { OpenRequest } from "../journey/journey.ts";
import { type Day, daysBetween } from "../shared/day.ts";

/** Days the link of a request lives; sending again makes a new one. */
export const LINK_DAYS = 14;

/** Was its letter sent again on that day? Once a day is enough for a mum: a physio's letter box is no bell. */
export function isRemindedOn(steps: readonly Pick<RequestStep, "step" | "on">[], day: Day): boolean {
  return steps.some(({ step, on }) => step === "reminded" && on === day);
}

/** Days of symptoms and load a physio sees, and the most that one axis of days bears. */
export const DAYS_BACK = 14;
const MOST_DAYS_BACK = 42;

/**
 * How many days back her page goes on a day. Whoever is asked about a symptom sees the days before she was asked as long
 * as the request lives: read a week later, it must still be on the page.
 */
export function daysBackOf({ kind, askedOn }: Pick<Request, "kind" | "askedOn">, today: Day): number {
  if (kind !== "symptom") return DAYS_BACK;
  return Math.min(DAYS_BACK + Math.max(0, daysBetween(askedOn, today)), MOST_DAYS_BACK);
}

const CLOSING = ["answered", "declined", "cancelled"] as const;
type Closing = RequestStep & { readonly step: (typeof CLOSING)[number] };

function isClosing(row: RequestStep): row is Closing {
  return CLOSING.some((step) => step === row.step);
}

/** How a request ended, or null while a physio may still answer it. */
export function closingOf(record: ClientRecord, request: Request): Closing | null {
  return record.requestStep.filter(isClosing).find((row) => row.requestId === request.id) ?? null;
}

/** Requests that wait for a physio on a day: neither answered, declined nor cancelled, and not expired. */
export function openRequests(record: ClientRecord, day: Day): readonly OpenRequest[] {
  const closed = new Set<string>();
  const opened = new Set<string>();
  for (const row of record.requestStep) {
    if (isClosing(row)) closed.add(row.requestId);
    if (row.step === "opened") opened.add(row.requestId);
  }
  return record.request
    .filter((request) => !closed.has(request.id) && request.expiresOn >= day)
    .map((request) => ({
      requestId: request.id,
      kind: request.kind,
      physioId: request.physioId,
      askedOn: request.askedOn,
      dueOn: request.dueOn,
      expiresOn: request.expiresOn,
      waitingDays: Math.max(0, daysBetween(request.askedOn, day)),
      opened: opened.has(request.id),
    }));
}
