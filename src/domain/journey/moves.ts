import { passing } from "./build-commands.ts";
import type { Mum } from "./build.ts";
import type { Told } from "./build-commands.ts";
import { DEFAULT_BATTERY } from "../readiness/batteries.ts";
import type { ActorKind, Finding } from "../shared/vocabulary.ts";
import type { ProtocolKind } from "./steps.ts";

/** One thing that may happen in a life, told as data so that a failing life can be shrunk and told again. */
export type Move =
  | { readonly do: "wait"; readonly days: number }
  | { readonly do: "ask" }
  | { readonly do: "assess"; readonly restorationOk: boolean }
  | {
      readonly do: "sign";
      readonly decision: "cleared" | "not_yet";
      readonly days: number;
      readonly maxMinutes: number | null;
    }
  | { readonly do: "confirm"; readonly saw: boolean }
  | { readonly do: "credential"; readonly found: boolean; readonly days: number }
  | { readonly do: "withdraw" }
  | { readonly do: "test"; readonly symptom: boolean }
  | { readonly do: "plan"; readonly kind: Exclude<ProtocolKind, "technique">; readonly level: number }
  | { readonly do: "start"; readonly kind: ProtocolKind }
  | {
      readonly do: "log";
      readonly kind: ProtocolKind;
      readonly findings: readonly Finding[];
      /** Logged late: done so many days ago. */
      readonly daysAgo: number;
    }
  | { readonly do: "echo"; readonly findings: readonly Finding[]; readonly back: number }
  | { readonly do: "notice"; readonly findings: readonly Finding[] }
  /** A check that came past the rules (an old version of the app): without what should follow from it. */
  | { readonly do: "stray"; readonly moment: "next_day" | "during"; readonly findings: readonly Finding[] }
  | { readonly do: "acknowledge" }
  /** A stranger is a physio who has a link, and no sign-off that stands. */
  | { readonly do: "lift"; readonly by: ActorKind | "stranger"; readonly back: number }
  | { readonly do: "hold"; readonly reason: "coach_decision" | "client_decision" | "physio_decision" }
  | { readonly do: "life"; readonly kind: "new_pregnancy" | "pregnancy_ended" | "surgery" | "illness" }
  | { readonly do: "birth" }
  | { readonly do: "intake" }
  | { readonly do: "open"; readonly step: "restoration" | "walking" | "strength" | "technique" | "running" }
  | { readonly do: "level"; readonly up: boolean };

/** The mum after a move. What the facts do not allow does not happen. */
export function moved(mum: Mum, move: Move): Mum {
  switch (move.do) {
    case "wait":
      return mum.later(move.days);
    case "credential":
      return mum.credentialChecked(0, move.found, move.days);
    case "assess":
      return attempt(mum, () => mum.assessed(0, move.restorationOk));
    case "sign":
      return attempt(mum, () =>
        mum.signed(0, {
          decision:
            move.decision === "cleared" && move.maxMinutes !== null
              ? "cleared_with_conditions"
              : move.decision,
          conditions:
            move.decision === "cleared" && move.maxMinutes !== null
              ? [{ kind: "max_run_minutes", minutes: move.maxMinutes }]
              : [],
          reviewInDays: move.days,
        }),
      );
    case "log":
      return attempt(mum, () => mum.logged(move.kind, move.daysAgo, { findings: move.findings }));
    case "stray": {
      const { moment, findings } = move;
      const logId = mum.record.sessionLog.at(-1)?.id ?? null;
      return mum.fact("symptomCheck", {
        moment,
        day: mum.today,
        logId,
        sessionId: null,
        findings,
        note: null,
      });
    }
    case "plan":
      return attempt(mum, () => mum.planned(move.kind, 0, { level: move.level }));
    default: {
      const command = commandOf(mum, move);
      return command ? attempt(mum, () => mum.does(command, 0, actorOf(move))) : mum;
    }
  }
}

function attempt(mum: Mum, go: () => Mum): Mum {
  try {
    return go();
  } catch (error) {
    // The story says no by throwing; anything else is a mistake of ours and must be seen.
    if (error instanceof Error && / refused: /.test(error.message)) return mum;
    throw error;
  }
}

function actorOf(move: Move): ActorKind {
  switch (move.do) {
    case "lift":
      return move.by === "stranger" ? "system" : move.by;
    case "withdraw":
      return "physio";
    case "test":
    case "open":
    case "level":
    case "acknowledge":
    case "ask":
      return "coach";
    default:
      return "client";
  }
}

function commandOf(mum: Mum, move: Move): Told | null {
  const { record, today } = mum;
  switch (move.do) {
    case "confirm":
      return { type: "confirmClearance", clearanceId: mum.lastId("clearance"), saw: move.saw };
    case "withdraw": {
      const clearance = record.clearance.at(-1);
      const physioId = clearance?.physioId ?? "";
      return {
        type: "withdrawClearance",
        clearanceId: clearance?.id ?? "",
        physioId,
        reason: "New findings",
      };
    }
    case "test":
      return testing(mum, move.symptom);
    case "start": {
      const plan = record.plan.findLast((row) => row.kind === move.kind);
      const sessionId = `${today}-${record.sessionStart.length}`;
      return plan ? { type: "startSession", sessionId, planId: plan.id, note: "Feels right" } : null;
    }
    case "notice":
      return {
        type: "checkSymptoms",
        moment: "any_time",
        day: today,
        logId: null,
        sessionId: null,
        findings: [...move.findings],
        note: null,
      };
    case "acknowledge":
      return { type: "acknowledgeRedFlag", checkId: mum.lastId("symptomCheck"), note: null };
    case "lift": {
      const holdId = record.hold.at(-1 - move.back)?.id ?? "";
      const signer = record.clearance.at(-1)?.physioId ?? null;
      if (move.by === "stranger") {
        return { type: "liftHold", holdId, reason: "Settled", by: "physio", physioId: mum.record.client.id };
      }
      return {
        type: "liftHold",
        holdId,
        reason: "Settled",
        by: move.by,
        physioId: move.by === "physio" ? signer : null,
      };
    }
    case "echo":
      return {
        type: "checkSymptoms",
        moment: "next_day",
        day: today,
        logId: record.sessionLog.at(-1 - move.back)?.id ?? null,
        sessionId: null,
        findings: [...move.findings],
        note: null,
      };
    case "hold":
      return { type: "placeHold", covers: "running", reason: move.reason, note: null };
    case "life":
      return { type: "recordLifeEvent", kind: move.kind, startsOn: today, endsOn: null, note: null };
    case "birth":
      return {
        type: "recordBirth",
        bornOn: today,
        mode: "vaginal",
        tear: "first",
        babies: 1,
        gestationWeeks: 39,
      };
    case "intake":
      return {
        type: "completeIntake",
        ranBeforeKmPerWeek: 10,
        feeding: "mixed",
        pelvicHistory: false,
        words: null,
        birth: null,
        goal: null,
        findings: null,
      };
    case "open":
      return { type: "openStep", step: move.step, reason: "Worth a try" };
    case "level": {
      const plan = record.plan.findLast((row) => row.kind === "walk_run");
      const state = mum.journey().plans.find((row) => row.planId === plan?.id);
      const level = Math.max(0, (state?.level ?? 0) + (move.up ? 1 : -1));
      return plan
        ? { type: "changePlan", planId: plan.id, change: "level", level, mode: null, note: "Please" }
        : null;
    }
    default:
      return null;
  }
}

function testing(mum: Mum, symptom: boolean): Told | null {
  const battery = DEFAULT_BATTERY[mum.record.batteryRun.length % 2 === 0 ? "load_impact" : "strength"];
  const told = passing(battery, mum.today);
  if (!symptom) return told;
  const results = told.results.map((row, index) =>
    index === 0
      ? { ...row, symptoms: [{ kind: "symptom" as const, symptom: "urine_leak_drops" as const }] }
      : row,
  );
  return { ...told, results };
}
