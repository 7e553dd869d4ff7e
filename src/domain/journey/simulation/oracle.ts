import { BATTERIES } from "../../readiness/batteries.ts";
import { addDays, type Day, daysBetween, weekIndex } from "../../shared/day.ts";
import type { Finding } from "../../shared/vocabulary.ts";
import type { Clearance, ClientRecord, SessionLog } from "../facts.ts";

/**
 * Section 3 of the product, told a second time: plain, slow, from the facts alone, and with none of the code it is
 * held against but the days and the table of tests. Where the two differ, one of them is wrong.
 * @returns the points (1 to 6) that keep running shut on that day; none means that it is open
 */
export function shutPoints(record: ClientRecord, today: Day): readonly number[] {
  const clearance = latest(record.clearance);
  const bornOn =
    record.birth
      .map((birth) => birth.bornOn)
      .toSorted()
      .at(-1) ?? null;
  const points: number[] = [];
  if (!clearance || !stands(record, clearance, today, bornOn)) points.push(1);
  if (bornOn === null || !isLongAgo(clearance, bornOn, today)) points.push(2);
  if (!testsPassed(record, clearance, bornOn)) points.push(3);
  if (!walkingMet(record, bornOn)) points.push(4);
  if (unanswered(record).length > 0 || isHeld(record, bornOn) || hasLifeInTheWay(record, clearance, bornOn))
    points.push(5);
  if (!echoAnswered(record, bornOn)) points.push(6);
  return points;
}

type Recorded = { readonly id: string; readonly recordedAt: string };
function latest<T extends Recorded>(rows: readonly T[]): T | undefined {
  return rows.toSorted((a, b) => (`${a.recordedAt}${a.id}` < `${b.recordedAt}${b.id}` ? -1 : 1)).at(-1);
}

function stands(record: ClientRecord, clearance: Clearance, today: Day, bornOn: Day | null): boolean {
  const credential = latest(
    record.credentialChecks.filter(
      (row) => row.physioId === clearance.physioId && row.registrationNumber === clearance.registrationNumber,
    ),
  );
  return (
    isTrusted(record, clearance) &&
    clearance.scope.includes("walk_run") &&
    clearance.signedOn <= today &&
    today <= clearance.reviewBy &&
    (bornOn === null || clearance.assessedOn >= bornOn) &&
    credential !== undefined &&
    credential.checkedOn <= today &&
    today <= credential.validUntil
  );
}

/** A physio's yes that mum confirmed, whose signer was found in the register, and that nobody took back. */
function isTrusted(record: ClientRecord, clearance: Clearance): boolean {
  const saw = latest(record.clearanceConfirmation.filter((row) => row.clearanceId === clearance.id));
  const credential = latest(
    record.credentialChecks.filter(
      (row) => row.physioId === clearance.physioId && row.registrationNumber === clearance.registrationNumber,
    ),
  );
  const isWithdrawn = record.clearanceWithdrawal.some((row) => row.clearanceId === clearance.id);
  return clearance.decision !== "not_yet" && !isWithdrawn && saw?.saw === true && credential?.found === true;
}

function isLongAgo(clearance: Clearance | undefined, bornOn: Day, today: Day): boolean {
  const days = daysBetween(bornOn, today);
  const early = clearance?.earliestRunOn ?? null;
  return days >= 21 && (early === null ? days >= 84 : today >= early);
}

const isSymptom = (finding: Finding) =>
  finding.kind === "pain"
    ? finding.level > 0
    : finding.kind === "red_flag" || finding.symptom !== "bleeding_period";

function testsPassed(record: ClientRecord, clearance: Clearance | undefined, bornOn: Day | null): boolean {
  const asks = clearance !== undefined && clearance.decision !== "not_yet" && !clearance.earlierTestsCount;
  const runs = record.batteryRun
    .filter((run) => bornOn === null || run.doneOn >= bornOn)
    .toSorted((a, b) => (`${a.doneOn}${a.recordedAt}` < `${b.doneOn}${b.recordedAt}` ? -1 : 1));
  return BATTERIES.filter((battery) => battery.id.startsWith("goom_2019")).every((battery) =>
    battery.tests.every((test) =>
      test.sides.every((side) => {
        const mine = runs
          .filter((run) => run.battery === battery.id && run.version === battery.version)
          .flatMap((run) => run.results.map((result) => ({ ...result, doneOn: run.doneOn })))
          .findLast((result) => result.test === test.key && result.side === side);
        if (!mine || mine.symptoms.some(isSymptom) || mine.incomplete !== null) return false;
        if (asks && mine.doneOn < clearance.assessedOn) return false;
        return (mine.value ?? -1) >= test.threshold;
      }),
    ),
  );
}

/** Logs that nothing replaced, of this journey. */
function logsOf(record: ClientRecord, from: Day | null): readonly SessionLog[] {
  const replaced = new Set(record.sessionLog.map((log) => log.supersedesId));
  return record.sessionLog.filter((log) => !replaced.has(log.id) && (from === null || log.doneOn >= from));
}

function walkingMet(record: ClientRecord, bornOn: Day | null): boolean {
  if (record.goal.length === 0) return false;
  const again = record.stepVisit
    .filter((row) => row.step === "walking" && row.cycle > 1)
    .map((row) => row.openedOn);
  const from = [bornOn ?? ("0000-01-01" as Day), ...again].toSorted().at(-1) ?? null;
  const logs = logsOf(record, from).filter((log) => log.kind === "walking" || log.kind === "walk_run");
  const weeks = new Map<number, SessionLog[]>();
  for (const log of logs)
    weeks.set(weekIndex(log.doneOn), [...(weeks.get(weekIndex(log.doneOn)) ?? []), log]);
  const isMet = (index: number) => {
    const week = weeks.get(index) ?? [];
    const goals = record.goal.toSorted((a, b) =>
      `${a.setOn}${a.recordedAt}` < `${b.setOn}${b.recordedAt}` ? -1 : 1,
    );
    const goal = goals.findLast((row) => weekIndex(row.setOn) <= index) ?? goals[0];
    if (!goal) return false;
    const minutes = week.reduce((sum, log) => sum + log.minutesTotal, 0);
    return (
      new Set(week.map((log) => log.doneOn)).size >= goal.daysPerWeek &&
      minutes >= goal.daysPerWeek * goal.minutesPerRun
    );
  };
  const twoInRow = [...weeks.keys()].some((index) => isMet(index) && isMet(index + 1));
  const longWalk = logs.some((log) => {
    if (log.kind !== "walking" || log.minutesTotal < 30) return false;
    const said = record.symptomCheck.filter((check) => check.logId === log.id);
    return (
      said.some((check) => check.moment === "after") && said.every((check) => check.findings.every(isNothing))
    );
  });
  return twoInRow && longWalk;
}

/** Up to 3 of 10, or a period: green. */
const isNothing = (finding: Finding) =>
  finding.kind === "pain"
    ? finding.level <= 3
    : finding.kind === "symptom" && finding.symptom === "bleeding_period";

const NO_NUMBER = [
  "urine_leak_drops",
  "urine_leak_more",
  "urgency_leak",
  "bowel_or_wind_leak",
  "heaviness",
  "bulge",
];
const isGrave = (finding: Finding) =>
  finding.kind === "red_flag" || (finding.kind === "symptom" && NO_NUMBER.includes(finding.symptom));

/** What she felt that only a physio answers, and no physio has. */
export function unanswered(
  record: ClientRecord,
): readonly { readonly id: string; readonly recordedAt: string }[] {
  const told = [
    ...record.symptomCheck.filter((check) => check.findings.some(isGrave)),
    ...record.batteryRun.filter((run) => run.results.some((result) => result.symptoms.some(isGrave))),
  ];
  return told.filter((source) => {
    const isSigned = record.clearance.some(
      (row) => row.recordedAt > source.recordedAt && isTrusted(record, row),
    );
    const holds = record.hold.filter((hold) => hold.sourceId === source.id).map((hold) => hold.id);
    const byPhysio = record.holdLift.some(
      (lift) => holds.includes(lift.holdId) && lift.recordedBy.kind === "physio",
    );
    return !isSigned && !byPhysio;
  });
}

/** A hold that nobody lifted and nothing answered. */
function isHeld(record: ClientRecord, bornOn: Day | null): boolean {
  return record.hold.some((hold) => {
    if (record.holdLift.some((lift) => lift.holdId === hold.id)) return false;
    if (hold.reason === "new_pregnancy") return bornOn === null || hold.placedOn > bornOn;
    const isBodys = ["pelvic_symptom", "red_flag", "physio_decision"].includes(hold.reason);
    return !(
      isBodys && record.clearance.some((row) => row.recordedAt > hold.recordedAt && isTrusted(record, row))
    );
  });
}

function hasLifeInTheWay(
  record: ClientRecord,
  clearance: Clearance | undefined,
  bornOn: Day | null,
): boolean {
  return record.lifeEvent.some((event) => {
    if (bornOn !== null && event.startsOn <= bornOn) return false;
    if (event.kind === "surgery") return !clearance || event.recordedAt > clearance.recordedAt;
    if (event.kind !== "new_pregnancy") return false;
    return !record.lifeEvent.some(
      (end) =>
        end.kind === "pregnancy_ended" &&
        end.startsOn >= event.startsOn &&
        clearance !== undefined &&
        end.recordedAt < clearance.recordedAt,
    );
  });
}

/** The day after the last impact was answered, on that day or later. */
function echoAnswered(record: ClientRecord, bornOn: Day | null): boolean {
  const isImpact = (log: SessionLog) => {
    const plan = record.plan.find((row) => row.id === log.planId);
    const outline = record.protocols.find((row) => row.versionId === plan?.protocolVersionId);
    const level = log.level === null ? undefined : outline?.levels[log.level];
    return (
      log.kind === "walk_run" || log.kind === "technique" || log.minutesRun > 0 || level?.impact === true
    );
  };
  const impacts = logsOf(record, bornOn).filter(isImpact);
  const last = impacts
    .map((log) => log.doneOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return true;
  const ids = impacts.filter((log) => log.doneOn === last).map((log) => log.id);
  return record.symptomCheck.some(
    (check) =>
      check.moment === "next_day" &&
      check.logId !== null &&
      ids.includes(check.logId) &&
      check.day >= addDays(last, 1),
  );
}
