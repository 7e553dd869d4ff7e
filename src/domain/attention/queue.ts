import type { Day } from "../shared/day.ts";
import { type AttentionReason, rankOf } from "./rank.ts";

/** A message of hers that nobody has read: told beside the reasons from her record. */
type MessageReason = {
  readonly code: "message_waiting";
  readonly messages: number;
  readonly weight: number;
  readonly source: string;
};
export type QueueReason = AttentionReason | MessageReason;

/** What the coach did about a reason: handled for good, or put off until a day. */
export type TaskMark = {
  readonly reason: string;
  readonly source: string;
  readonly state: "handled" | "snoozed";
  readonly until: Day | null;
};

/** A message can wait longer than any risk, and not as long as a silence. */
const MESSAGE_WEIGHT = 220;

/** Unread messages as a reason. `newestId`: a newer message comes back after an older one was handled. */
export function messageReason(messages: number, newestId: string): QueueReason {
  return { code: "message_waiting", messages, weight: MESSAGE_WEIGHT, source: newestId };
}

/** A red flag leaves the queue by being acknowledged, never by being put away. */
export function mayPutAway(reason: QueueReason): boolean {
  return reason.code !== "red_flag" || reason.acknowledged;
}

/** The reasons that still wait: not handled, and not snoozed beyond today (on its day a snoozed one is back). */
export function waitingReasons(
  reasons: readonly QueueReason[],
  marks: readonly TaskMark[],
  today: Day,
): readonly QueueReason[] {
  const away = new Set(
    marks
      .filter((mark) => mark.state === "handled" || (mark.until !== null && mark.until > today))
      .map((mark) => `${mark.reason} ${mark.source}`),
  );
  return reasons
    .filter((reason) => !(mayPutAway(reason) && away.has(`${reason.code} ${reason.source}`)))
    .toSorted((a, b) => b.weight - a.weight);
}

/** The queue in order of risk; rows of one rank in the order of their names, so that it never jumps about. */
export function inOrderOfRisk<
  Row extends { readonly name: string; readonly clientId: string; readonly reasons: readonly QueueReason[] },
>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted(
    (a, b) =>
      rankOf(b.reasons) - rankOf(a.reasons) ||
      a.name.localeCompare(b.name, "en") ||
      (a.clientId < b.clientId ? -1 : 1),
  );
}
