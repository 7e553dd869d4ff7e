import { applyStep, type Draft, type DraftStep } from "./draft.ts";

/** What was, what is, what was undone. Drafts share what they have in common: a step costs what it changed. */
export type DraftHistory = {
  readonly past: readonly Draft[];
  readonly present: Draft;
  /** What redo gives, the next one first. */
  readonly future: readonly Draft[];
  /** The field being written just now; its next letter belongs to the same step. */
  readonly writing: string | null;
};

/** So far back can be undone. */
const KEPT = 200;

/** The history of a draft nobody has touched yet. */
export function beginHistory(present: Draft): DraftHistory {
  return { past: [], present, future: [], writing: null };
}

/** Does a step. One that changes nothing leaves no trace; letters written into one field are one step. */
export function doStep(history: DraftHistory, step: DraftStep): DraftHistory {
  const present = applyStep(history.present, step);
  if (present === history.present) return history;
  const writing = fieldOf(step);
  if (writing !== null && writing === history.writing) return { ...history, present, future: [] };
  return { past: [...history.past, history.present].slice(-KEPT), present, future: [], writing };
}

/** Takes the last step back; with nothing to take back, the same history. */
export function undo(history: DraftHistory): DraftHistory {
  const present = history.past.at(-1);
  if (!present) return history;
  const future = [history.present, ...history.future];
  return { past: history.past.slice(0, -1), present, future, writing: null };
}

/** Does again what was undone last. */
export function redo(history: DraftHistory): DraftHistory {
  const [present, ...future] = history.future;
  if (!present) return history;
  return { past: [...history.past, history.present], present, future, writing: null };
}

/** The field is left: what is written next is a step of its own, in the same field too. */
export function settle(history: DraftHistory): DraftHistory {
  return history.writing === null ? history : { ...history, writing: null };
}

function fieldOf(step: DraftStep): string | null {
  if (step.on === "protocol") return step.field;
  if (step.do !== "change") return null;
  const place =
    step.on === "levels"
      ? []
      : step.on === "sessions"
        ? [step.level]
        : [step.level, step.session, step.shorter ?? "whole"];
  return [step.on, ...place, step.at, step.field].join(" ");
}
