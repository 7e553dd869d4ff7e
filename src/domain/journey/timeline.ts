import { batteryOf } from "../readiness/batteries.ts";
import { firstPelvicSymptom, redFlagSigns } from "../shared/findings.ts";
import type { Day } from "../shared/day.ts";
import type { ActorKind, Finding } from "../shared/vocabulary.ts";
import { type ClientRecord, FACT_KINDS, type FactKind, type FactRows } from "./facts.ts";

/** One line of her story: who did what, when. `data` is flat, for its sentence; `words` are a person's own. */
export type TimelineEntry = {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly kind: ActorKind; readonly id: string | null };
  readonly what: TimelineCode;
  readonly data: Readonly<Record<string, string | number | boolean | null>>;
  readonly words: string | null;
};

export type TimelineCode =
  | "birth"
  | "goal"
  | "intake"
  | "consent"
  | "life_event"
  | "request"
  | "request_step"
  | "assessment"
  | "clearance"
  | "confirmation"
  | "withdrawal"
  | "step_opened"
  | "step_closed"
  | "hold"
  | "lift"
  | "battery"
  | "check"
  | "acknowledged"
  | "check_in"
  | "pain_bands"
  | "plan"
  | "plan_change"
  | "weeks_shown"
  | "session"
  | "review";

type Told = Pick<TimelineEntry, "what" | "data" | "words">;
type Teller = { readonly [K in FactKind]: (row: FactRows[K], record: ClientRecord) => Told | null };

function tell(what: TimelineCode, data: Told["data"] = {}, words: string | null = null): Told {
  return { what, data, words };
}

/** What a check says first: the gravest of it. `nothing` when she felt fine. */
function gravest(findings: readonly Finding[]): Told["data"] {
  const sign = redFlagSigns(findings)[0];
  if (sign) return { felt: "red_flag", sign };
  const symptom = firstPelvicSymptom(findings);
  if (symptom) return { felt: "symptom", symptom };
  const pain = findings.find((row) => row.kind === "pain");
  if (pain) return { felt: "pain", level: pain.level };
  const other = findings.find((row) => row.kind === "symptom");
  return other ? { felt: "symptom", symptom: other.symptom } : { felt: "nothing" };
}

function planTitle(record: ClientRecord, planId: string): { kind: string; title: string } {
  const plan = record.plan.find((row) => row.id === planId);
  const outline = record.protocols.find((row) => row.versionId === plan?.protocolVersionId);
  return { kind: plan?.kind ?? "", title: outline?.title ?? "" };
}

const TELL: Teller = {
  birth: ({ bornOn, mode, babies }) => tell("birth", { on: bornOn, mode, babies }),
  goal: ({ daysPerWeek, minutesPerRun }) => tell("goal", { days: daysPerWeek, minutes: minutesPerRun }),
  intake: ({ words }) => tell("intake", {}, words),
  consent: ({ purpose, given }) => tell("consent", { purpose, given }),
  lifeEvent: ({ kind, startsOn, note }) => tell("life_event", { event: kind, on: startsOn }, note),
  request: ({ kind, physioId, dueOn, reason }) => tell("request", { asked: kind, physioId, dueOn }, reason),
  requestStep: ({ step }) => tell("request_step", { step }),
  assessment: ({ assessedOn, restorationOk }) => tell("assessment", { on: assessedOn, restorationOk }),
  clearance: ({ decision, reviewBy, signerName }) =>
    tell("clearance", { decision, reviewBy, signer: signerName }),
  clearanceConfirmation: ({ saw }) => tell("confirmation", { saw }),
  clearanceWithdrawal: ({ reason }) => tell("withdrawal", {}, reason),
  stepVisit: ({ step, reason, cycle, note }) => tell("step_opened", { step, why: reason, cycle }, note),
  stepVisitClosing: ({ visitId, how, note }, { stepVisit }) =>
    tell("step_closed", { step: stepVisit.find((visit) => visit.id === visitId)?.step ?? "", how }, note),
  hold: ({ covers, reason, note }) => tell("hold", { covers, reason }, note),
  holdLift: ({ holdId, reason }, { hold }) =>
    tell("lift", { reason: hold.find((row) => row.id === holdId)?.reason ?? "" }, reason),
  batteryRun: ({ battery, version, doneOn, results }) =>
    tell("battery", {
      battery: batteryOf(battery, version)?.kind ?? battery,
      on: doneOn,
      tests: results.length,
      ...gravest(results.flatMap((result) => result.symptoms)),
    }),
  symptomCheck: ({ moment, day, findings, note }) =>
    tell("check", { moment, on: day, ...gravest(findings) }, note),
  redFlagAcknowledgement: ({ note }) => tell("acknowledged", {}, note),
  checkIn: ({ day, sleepHours, words }) => tell("check_in", { on: day, sleepHours }, words),
  painBands: ({ greenMax, amberMax, note }) => tell("pain_bands", { green: greenMax, amber: amberMax }, note),
  plan: ({ id, level, startsOn }, record) =>
    tell("plan", { ...planTitle(record, id), levelNumber: level + 1, on: startsOn }),
  planChange: ({ planId, change, level, because, note }, record) =>
    tell(
      "plan_change",
      {
        ...planTitle(record, planId),
        change,
        because,
        levelNumber: level === null ? null : level + 1,
      },
      note,
    ),
  // A start without its log is nothing she did; with it, the log tells it.
  weeksShown: ({ shownUntil }) => tell("weeks_shown", { all: shownUntil === null, until: shownUntil }),
  sessionStart: () => null,
  sessionLog: ({ kind, level, doneOn, minutesTotal, effort, completion, note, supersedesId }) =>
    tell(
      "session",
      {
        kind,
        on: doneOn,
        minutes: Math.round(minutesTotal),
        effort,
        completion,
        levelNumber: level === null ? null : level + 1,
        corrects: supersedesId !== null,
      },
      note,
    ),
  techniqueReview: ({ cues, closed, observations }) =>
    tell("review", { cues: cues.length, closed }, observations),
};

/** Everything that happened, in the order it was recorded, oldest first. Nothing recorded is left out but starts. */
export function timelineOf(record: ClientRecord): readonly TimelineEntry[] {
  const entries = FACT_KINDS.flatMap((kind) => entriesOf(kind, record));
  // Within one instant causes come before what follows from them: the order of the kinds, kept by a stable sort.
  return entries.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function entriesOf<K extends FactKind>(kind: K, record: ClientRecord): readonly TimelineEntry[] {
  // The record's own type says so for each kind; the compiler does not see it through the parameter.
  const rows = record[kind] as unknown as readonly FactRows[K][];
  return rows.flatMap((row) => {
    const told = TELL[kind](row, record);
    return told ? [{ id: row.id, at: row.recordedAt, by: row.recordedBy, ...told }] : [];
  });
}

/** Days of a timeline: each entry under the calendar day it was recorded on, as `dayOf` says. */
export function byDay(
  entries: readonly TimelineEntry[],
  dayOf: (at: string) => Day,
): readonly { readonly day: Day; readonly entries: readonly TimelineEntry[] }[] {
  const days: { day: Day; entries: TimelineEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
