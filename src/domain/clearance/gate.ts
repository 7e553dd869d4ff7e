import type { ClientRecord, Hold, LifeEvent } from "../journey/facts.ts";
import type { ClearanceState } from "../journey/journey.ts";
import type { GateReason } from "../journey/reasons.ts";
import { addDays, type Day, daysBetween } from "../shared/day.ts";
import { ruleValue } from "../shared/rules.ts";
import { clearanceState, covers, latestBirth, newestClearance, type RunScope } from "./standing.ts";
import { openHoldRows } from "./open-holds.ts";
import { unansweredSigns } from "./unanswered.ts";

/**
 * The part of the lock that Postgres holds as well: points 1, 2 and 5. `can_run` in SQL is the twin of
 * `canRunFacts`; a property test drives both side by side. The definition, in one place for both:
 *
 * C = the client's clearance with the greatest (recordedAt, id). B = the greatest bornOn.
 * 1. C exists; decision is cleared or cleared_with_conditions; scope contains `scope` (technique: technique or
 *    walk_run); signedOn <= day <= reviewBy; no withdrawal of C; the newest confirmation of C says saw; the newest
 *    credential check for (physioId, registrationNumber) has found, checkedOn <= day <= validUntil.
 * 2. B exists; C.assessedOn >= B; day >= B + 21; day >= C.earliestRunOn, or B + 84 when that is null.
 * 3. a. every check with a pelvic finding or a red flag is answered: C.recordedAt > check.recordedAt, or a hold with
 *       sourceId = check.id, for pelvic_symptom or red_flag and of running or impact, has a lift (a physio's);
 *    b. every hold (running, impact or everything) for pelvic_symptom, red_flag, new_pregnancy or surgery has a
 *       lift, or is pelvic_symptom or red_flag and C.recordedAt > hold.recordedAt, or is new_pregnancy and
 *       placedOn <= B;
 *    c. no surgery with startsOn > B recorded after C; no new_pregnancy with startsOn > B, unless a pregnancy_ended
 *       with startsOn >= its startsOn was recorded before C.
 */
export function canRunFacts(record: ClientRecord, day: Day, scope: RunScope = "walk_run"): boolean {
  return gateReasons(record, day, scope).length === 0;
}

/** Everything of points 1, 2 and 5 that stands in the way on that day. Empty means the gate is open. */
export function gateReasons(record: ClientRecord, day: Day, scope: RunScope): readonly GateReason[] {
  return gateOf(record)(day, scope);
}

/** `gateReasons` of one record, for who asks more than once: what is open (point 5) is the same on every day. */
export type Gate = (day: Day, scope: RunScope) => readonly GateReason[];

export function gateOf(record: ClientRecord): Gate {
  const open = openReasons(record);
  return (day, scope) => [
    ...clearanceReasons(clearanceState(record, day), scope),
    ...weekReasons(record, day),
    ...open,
  ];
}

function clearanceReasons(state: ClearanceState, scope: RunScope): readonly GateReason[] {
  switch (state.status) {
    case "none":
      return [{ point: 1, code: "no_clearance" }];
    case "not_yet":
      return [{ point: 1, code: "clearance_not_yet", reviewBy: state.reviewBy }];
    case "denied":
      return [
        { point: 1, code: "clearance_denied_by_mum", clearanceId: state.clearanceId, signer: state.signer },
      ];
    case "withdrawn":
      return [{ point: 1, code: "clearance_withdrawn", signer: state.signer, on: state.on }];
    case "seal_broken":
      return [{ point: 1, code: "clearance_seal_broken", signer: state.signer }];
    case "before_birth":
      return [{ point: 1, code: "clearance_before_birth", signer: state.signer, on: state.on }];
    case "past_review":
      return [{ point: 1, code: "clearance_past_review", signer: state.signer, on: state.on }];
    case "starts_later":
      return [{ point: 1, code: "clearance_starts_later", signer: state.signer, on: state.on }];
    case "pending":
      return pendingReasons(state);
    case "standing":
      return covers(state.scope, scope)
        ? []
        : [{ point: 1, code: "clearance_lacks_scope", signer: state.signer, scope }];
  }
}

function pendingReasons(state: Extract<ClearanceState, { status: "pending" }>): readonly GateReason[] {
  const { clearanceId, signer } = state;
  const reasons: GateReason[] = [];
  if (state.waitsForMum) reasons.push({ point: 1, code: "clearance_awaits_mum", clearanceId, signer });
  if (state.waitsForCredential) {
    reasons.push({
      point: 1,
      code: "clearance_awaits_credential",
      clearanceId,
      signer,
      state: state.waitsForCredential,
    });
  }
  return reasons;
}

function weekReasons(record: ClientRecord, day: Day): readonly GateReason[] {
  const birth = latestBirth(record);
  if (!birth) return [{ point: 2, code: "birth_unknown" }];
  const floor = addDays(birth.bornOn, ruleValue("hard_floor_days"));
  const early = newestClearance(record)?.earliestRunOn ?? null;
  const date = early ?? addDays(birth.bornOn, ruleValue("min_days_since_birth"));
  const on = floor > date ? floor : date;
  if (day >= on) return [];
  const by = on === date ? (early ? "physio" : "twelve_weeks") : "floor";
  return [{ point: 2, code: "too_early", daysLeft: daysBetween(day, on), on, by }];
}

const GATED = new Set<Hold["reason"]>(["pelvic_symptom", "red_flag", "new_pregnancy", "surgery"]);

function openReasons(record: ClientRecord): readonly GateReason[] {
  const reasons: GateReason[] = [];
  const { pelvic, redFlags } = unansweredSigns(record);
  const told = new Set<string>();
  for (const { check, signs } of redFlags) {
    reasons.push({
      point: 5,
      code: "red_flag_open",
      sign: signs[0] ?? null,
      on: check.day,
      sourceId: check.id,
    });
    told.add(`red_flag ${check.id}`);
  }
  for (const { check, symptom } of pelvic) {
    reasons.push({ point: 5, code: "pelvic_symptom_open", symptom, on: check.day, sourceId: check.id });
    told.add(`pelvic_symptom ${check.id}`);
  }
  for (const event of lifeEventsInTheWay(record)) {
    const code = event.kind === "surgery" ? "surgery" : "new_pregnancy";
    reasons.push({ point: 5, code, on: event.startsOn, sourceId: event.id });
    told.add(`${code} ${event.id}`);
  }
  for (const hold of openHoldRows(record)) {
    if (!GATED.has(hold.reason)) continue;
    if (hold.sourceId && told.has(`${hold.reason} ${hold.sourceId}`)) continue;
    reasons.push(holdReason(hold));
  }
  return reasons;
}

function holdReason(hold: Hold): GateReason {
  const at = { on: hold.placedOn, sourceId: hold.sourceId ?? hold.id };
  switch (hold.reason) {
    case "red_flag":
      return { point: 5, code: "red_flag_open", sign: null, ...at };
    case "new_pregnancy":
      return { point: 5, code: "new_pregnancy", ...at };
    case "surgery":
      return { point: 5, code: "surgery", ...at };
    default:
      return { point: 5, code: "pelvic_symptom_open", symptom: null, ...at };
  }
}

function lifeEventsInTheWay(record: ClientRecord): readonly LifeEvent[] {
  const bornOn = latestBirth(record)?.bornOn;
  const clearedAt = newestClearance(record)?.recordedAt;
  let endedOn: Day | null = null;
  for (const event of record.lifeEvent) {
    if (event.kind !== "pregnancy_ended" || clearedAt === undefined || event.recordedAt >= clearedAt)
      continue;
    if (!endedOn || event.startsOn > endedOn) endedOn = event.startsOn;
  }
  return record.lifeEvent.filter((event) => {
    if (bornOn !== undefined && event.startsOn <= bornOn) return false;
    if (event.kind === "surgery") return clearedAt === undefined || event.recordedAt > clearedAt;
    return event.kind === "new_pregnancy" && (endedOn === null || endedOn < event.startsOn);
  });
}
