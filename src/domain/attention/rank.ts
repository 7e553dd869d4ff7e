import type { ClientRecord } from "../journey/facts.ts";
import type { Journey } from "../journey/journey.ts";
import type { RequestTrigger, RevisitTrigger } from "../journey/reasons.ts";
import { addDays, type Day, daysBetween, laterOf } from "../shared/day.ts";
import { firstPelvicSymptom } from "../shared/findings.ts";
import { newest } from "../shared/newest.ts";
import { ruleValue } from "../shared/rules.ts";
import type { RedFlagSign } from "../shared/vocabulary.ts";

/**
 * Why a mum needs the coach: the chips of the queue, as codes with data. Words: `words/en/attention.json`. `source` names
 * what raised it, so that a coach can say "handled" and a newer fact comes back; what merely goes on comes back weekly.
 */
export type AttentionReason = { readonly weight: number; readonly source: string } & (
  | { readonly code: "red_flag"; readonly sign: RedFlagSign; readonly acknowledged: boolean }
  | { readonly code: "pelvic_symptom"; readonly on: Day; readonly times: number }
  | { readonly code: "low_mood"; readonly on: Day }
  | { readonly code: "clearance_denied"; readonly signer: string }
  | { readonly code: "request_to_write"; readonly trigger: RequestTrigger }
  | { readonly code: "credential_to_check"; readonly signer: string }
  | {
      readonly code: "clearance_to_read";
      readonly signer: string;
      readonly decision: "cleared" | "cleared_with_conditions" | "not_yet";
    }
  | { readonly code: "sign_off_expires"; readonly days: number; readonly on: Day }
  | { readonly code: "sign_off_expired"; readonly on: Day }
  | { readonly code: "held"; readonly days: number }
  | { readonly code: "waiting_for_physio"; readonly days: number }
  | { readonly code: "waiting_for_mum"; readonly days: number }
  | { readonly code: "ready_to_progress"; readonly plans: number }
  | { readonly code: "weeks_end"; readonly on: Day }
  | { readonly code: "goes_back"; readonly trigger: RevisitTrigger }
  | { readonly code: "echo_missing"; readonly days: number }
  | { readonly code: "silent"; readonly days: number }
);

export type Attention = {
  /** Bigger is sooner. 0 = nothing to do. */
  readonly rank: number;
  /** Weightiest first. */
  readonly reasons: readonly AttentionReason[];
};

/**
 * Order of risk. The weights are far enough apart that many small reasons never outrank a serious one: the rank is
 * the heaviest weight, and the others only order rows of the same kind.
 */
const WEIGHT: { readonly [K in AttentionReason["code"]]: number } = {
  red_flag: 1000,
  pelvic_symptom: 900,
  low_mood: 880,
  clearance_denied: 850,
  request_to_write: 700,
  credential_to_check: 600,
  clearance_to_read: 550,
  sign_off_expired: 500,
  held: 450,
  sign_off_expires: 400,
  waiting_for_physio: 300,
  weeks_end: 260,
  ready_to_progress: 250,
  goes_back: 240,
  echo_missing: 200,
  silent: 150,
  waiting_for_mum: 100,
};
const SEEN_RED_FLAG = 650;
const DAYS_A_WEEK = 7;

/** Why she needs the coach today, weightiest first, and where she stands in the queue. Pure. */
export function attentionOf(journey: Journey, record: ClientRecord, today: Day): Attention {
  const reasons = [
    ...redFlagReasons(journey),
    ...pelvicReasons(journey, record, today),
    ...moodReasons(journey),
    ...clearanceReasons(journey, record),
    ...requestReasons(journey),
    ...planReasons(journey, today),
    ...weekReasons(journey, today),
    ...silenceReasons(journey, record, today),
  ].toSorted((a, b) => b.weight - a.weight);
  return { rank: rankOf(reasons), reasons };
}

/** Where these reasons put her: the weightiest decides, how many there are only orders rows of the same kind. */
export function rankOf(reasons: readonly { readonly weight: number }[]): number {
  if (reasons.length === 0) return 0;
  const heaviest = Math.max(...reasons.map((reason) => reason.weight));
  return heaviest * 100 + Math.min(99, reasons.length - 1);
}

function redFlagReasons({ redFlags }: Journey): readonly AttentionReason[] {
  const flag = redFlags.findLast((row) => row.acknowledgedAt === null) ?? redFlags.at(-1);
  if (!flag) return [];
  const acknowledged = flag.acknowledgedAt !== null;
  const weight = acknowledged ? SEEN_RED_FLAG : WEIGHT.red_flag;
  return [{ code: "red_flag", sign: flag.sign, acknowledged, weight, source: flag.checkId }];
}

/** Heaviness once is serious; twice in a week says more. */
function pelvicReasons(journey: Journey, record: ClientRecord, today: Day): readonly AttentionReason[] {
  const open = journey.lock.reasons.find((reason) => reason.code === "pelvic_symptom_open");
  if (open?.code !== "pelvic_symptom_open") return [];
  const from = addDays(today, -ruleValue("pelvic_repeat_days"));
  const days = new Set(
    record.symptomCheck
      .filter((row) => row.day > from && firstPelvicSymptom(row.findings))
      .map((row) => row.day),
  );
  const isFresh = days.size > 0;
  // Already with the physio: still told, but what waits for an answer is no longer the first thing in the morning.
  const weight = isFresh || journey.requests.length === 0 ? WEIGHT.pelvic_symptom : WEIGHT.held;
  return [{ code: "pelvic_symptom", on: open.on, times: days.size, weight, source: open.sourceId }];
}

/** She answered that it is hard: a person gets in touch. What she answered stays in her log. */
function moodReasons({ lowMood }: Journey): readonly AttentionReason[] {
  if (!lowMood) return [];
  return [{ code: "low_mood", on: lowMood.on, weight: WEIGHT.low_mood, source: lowMood.checkInId }];
}

function clearanceReasons(journey: Journey, record: ClientRecord): readonly AttentionReason[] {
  const { clearance } = journey;
  const source = clearance.status === "none" ? "none" : clearance.clearanceId;
  switch (clearance.status) {
    case "denied":
      return [
        { code: "clearance_denied", signer: clearance.signer, weight: WEIGHT.clearance_denied, source },
      ];
    case "past_review":
      return [{ code: "sign_off_expired", on: clearance.on, weight: WEIGHT.sign_off_expired, source }];
    case "pending": {
      const days = Math.max(0, daysBetween(clearance.signedOn, journey.day));
      const reasons: AttentionReason[] = [];
      if (clearance.waitsForCredential) {
        reasons.push({
          code: "credential_to_check",
          signer: clearance.signer,
          weight: WEIGHT.credential_to_check,
          source,
        });
      }
      if (clearance.waitsForMum) {
        const weight = WEIGHT.waiting_for_mum;
        reasons.push({ code: "waiting_for_mum", days, weight, source: weekly(source, days) });
      }
      return reasons;
    }
    case "standing":
      if (clearance.daysLeft > ruleValue("review_first_notice_days")) return newDecision(journey, record);
      return [
        {
          code: "sign_off_expires",
          days: clearance.daysLeft,
          on: clearance.reviewBy,
          weight: WEIGHT.sign_off_expires,
          source: weekly(source, clearance.daysLeft),
        },
      ];
    case "not_yet":
      return newDecision(journey, record);
    default:
      return [];
  }
}

/** A decision that came after the last thing the coach planned is news to read; acting on it answers it. */
function newDecision({ day }: Journey, record: ClientRecord): readonly AttentionReason[] {
  const clearance = newest(record.clearance);
  if (!clearance) return [];
  const byCoach = (row: { readonly recordedBy: { readonly kind: string } }) =>
    row.recordedBy.kind === "coach" || row.recordedBy.kind === "owner";
  const acted = [record.plan, record.planChange, record.request, record.techniqueReview].some((rows) =>
    rows.some((row) => row.recordedAt > clearance.recordedAt && byCoach(row)),
  );
  if (acted || daysBetween(clearance.signedOn, day) > ruleValue("clearance_news_days")) return [];
  const { decision, signerName: signer } = clearance;
  const source = clearance.id;
  return [{ code: "clearance_to_read", signer, decision, weight: WEIGHT.clearance_to_read, source }];
}

function requestReasons({ next, requests, proposals }: Journey): readonly AttentionReason[] {
  const reasons: AttentionReason[] = [];
  if (next.coach.code === "send_request") {
    const { trigger } = next.coach;
    const source = proposals.find((row) => row.trigger === trigger)?.evidence.at(-1) ?? trigger;
    reasons.push({ code: "request_to_write", trigger, weight: WEIGHT.request_to_write, source });
  }
  const oldest = requests.toSorted((a, b) => b.waitingDays - a.waitingDays)[0];
  if (oldest && oldest.waitingDays >= ruleValue("physio_wait_days")) {
    const { waitingDays: days, requestId } = oldest;
    const source = weekly(requestId, days);
    reasons.push({ code: "waiting_for_physio", days, weight: WEIGHT.waiting_for_physio, source });
  }
  return reasons;
}

function planReasons(journey: Journey, today: Day): readonly AttentionReason[] {
  const { plans, holds, echo, proposals } = journey;
  const reasons: AttentionReason[] = [];
  const ready = plans.filter((plan) => plan.mayLevelUp && plan.mode === "propose");
  if (ready.length > 0) {
    const source = ready.map((plan) => `${plan.planId}:${plan.advice.to}`).join(" ");
    const weight = WEIGHT.ready_to_progress;
    reasons.push({ code: "ready_to_progress", plans: ready.length, weight, source });
  }
  const hold = holds.find((row) => row.wayOut === "coach_lifts" || row.wayOut === "seen_then_coach");
  if (hold) {
    const days = Math.max(0, daysBetween(hold.since, today));
    const source = weekly(hold.ids.at(-1) ?? hold.reason, days);
    reasons.push({ code: "held", days, weight: WEIGHT.held, source });
  }
  const back = proposals.find(
    (proposal) => proposal.request === null && proposal.trigger !== "pelvic_symptom",
  );
  if (back) {
    const source = back.evidence.at(-1) ?? back.since;
    reasons.push({ code: "goes_back", trigger: back.trigger, weight: WEIGHT.goes_back, source });
  }
  // On the day after, she still has the day to answer.
  const late = echo ? daysBetween(echo.dueOn, today) : 0;
  if (echo && late > 0) {
    const source = weekly(echo.logId, late);
    reasons.push({ code: "echo_missing", days: late, weight: WEIGHT.echo_missing, source });
  }
  return reasons;
}

/** Her coach publishes week by week, and the last of them is nearly over: the next waits to be written. */
function weekReasons({ plans, shownUntil: until }: Journey, today: Day): readonly AttentionReason[] {
  if (until === null || plans.every((plan) => plan.paused)) return [];
  if (daysBetween(today, until) > ruleValue("weeks_end_notice_days")) return [];
  return [{ code: "weeks_end", on: until, weight: WEIGHT.weeks_end, source: until }];
}

/**
 * No sign of her for a week, counted from her last log or answer, or from the day she joined. While she is away, as she
 * said, silence says nothing: it is counted from the end of the trip, or from its beginning when she knew no end.
 */
function silenceReasons(journey: Journey, record: ClientRecord, today: Day): readonly AttentionReason[] {
  if (journey.plans.every((plan) => plan.paused)) return [];
  const since = record.lifeEvent
    .filter((event) => event.kind === "travel" && event.startsOn <= today)
    .reduce(
      (day, { startsOn, endsOn }) => laterOf(day, endsOn ?? startsOn),
      journey.lastActiveOn ?? record.client.joinedOn,
    );
  const days = daysBetween(since, today);
  if (days < ruleValue("silent_days")) return [];
  return [{ code: "silent", days, weight: WEIGHT.silent, source: weekly(since, days) }];
}

/** Something that goes on, named anew each week: what was handled last week is asked again. */
function weekly(source: string, days: number): string {
  return `${source}:${Math.floor(days / DAYS_A_WEEK)}`;
}
