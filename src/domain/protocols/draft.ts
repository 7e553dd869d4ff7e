import type { Block } from "./blocks.ts";
import { writeAt } from "./form.ts";
import type { ProtocolContent, ProtocolLevel, ProtocolSession, ShortMinutes } from "./grammar.ts";

/**
 * A protocol while it is being written: the shape of a version, not yet held against its bounds. Levels may have no
 * session, titles may be empty, a repeat may be 10,000; `readProtocol` says what is missing before it is published.
 */
export type Draft = ProtocolContent;

/** What can be done with one list. Places count from 0; an insert may stand one behind the last. */
export type ListStep<T> =
  | { readonly do: "insert"; readonly at: number; readonly item: T }
  | { readonly do: "remove"; readonly at: number }
  | { readonly do: "duplicate"; readonly at: number }
  | { readonly do: "move"; readonly at: number; readonly to: number }
  /** `field` names what is being written: letters of one field are one step of the history. */
  | { readonly do: "change"; readonly at: number; readonly item: T; readonly field: string };

/** One step of a coach's hand. Every step is data, so that it can be tested, and undone. */
export type DraftStep =
  | {
      readonly on: "protocol";
      readonly field: string;
      readonly to: Partial<
        Pick<Draft, "title" | "summary" | "variant" | "entry" | "exit" | "symptomRule" | "sources">
      > & { readonly onwardMinutes?: number | undefined };
    }
  | ({ readonly on: "levels" } & ListStep<ProtocolLevel>)
  | ({ readonly on: "sessions"; readonly level: number } & ListStep<ProtocolSession>)
  | ({
      readonly on: "blocks";
      readonly level: number;
      readonly session: number;
      /** The version of so many minutes that is written by hand; null: the whole session. */
      readonly shorter: ShortMinutes | null;
    } & ListStep<Block>);

/** The draft after the step. A step that points nowhere changes nothing: the very same draft comes back. */
export function applyStep(draft: Draft, step: DraftStep): Draft {
  switch (step.on) {
    case "protocol":
      // What is told as undefined is taken out.
      return Object.entries(step.to).reduce((next, [key, value]) => writeAt(next, [key], value), draft);
    case "levels":
      return withLevels(draft, applyToList(draft.levels, step));
    case "sessions":
      return withLevel(draft, step.level, (level) => withSessions(level, applyToList(level.sessions, step)));
    case "blocks":
      return withLevel(draft, step.level, (level) => {
        const session = level.sessions[step.session];
        if (!session) return level;
        const changed = withBlocks(session, step);
        return changed === session
          ? level
          : withSessions(level, replaced(level.sessions, step.session, changed));
      });
  }
}

function withBlocks(session: ProtocolSession, step: Extract<DraftStep, { on: "blocks" }>): ProtocolSession {
  const { shorter } = session;
  if (step.shorter === null) {
    const blocks = applyToList(session.blocks, step);
    return blocks === session.blocks ? session : { ...session, blocks };
  }
  const at = shorter?.findIndex((row) => row.minutes === step.shorter) ?? -1;
  const version = shorter?.[at];
  if (!shorter || !version) return session;
  const blocks = applyToList(version.blocks, step);
  if (blocks === version.blocks) return session;
  return { ...session, shorter: replaced(shorter, at, { ...version, blocks }) };
}

function withLevels(draft: Draft, levels: ProtocolLevel[]): Draft {
  return levels === draft.levels ? draft : { ...draft, levels };
}

function withLevel(draft: Draft, at: number, change: (level: ProtocolLevel) => ProtocolLevel): Draft {
  const level = draft.levels[at];
  if (!level) return draft;
  const changed = change(level);
  return changed === level ? draft : withLevels(draft, replaced(draft.levels, at, changed));
}

function withSessions(level: ProtocolLevel, sessions: ProtocolSession[]): ProtocolLevel {
  return sessions === level.sessions ? level : { ...level, sessions };
}

function replaced<T>(list: readonly T[], at: number, item: T): T[] {
  return list.map((each, index) => (index === at ? item : each));
}

/** A list after one step; the very same list when the step points nowhere. */
export function applyToList<T>(list: T[], step: ListStep<T>): T[] {
  if (step.do === "insert")
    return step.at < 0 || step.at > list.length ? list : inserted(list, step.at, step.item);
  const item = list[step.at];
  if (item === undefined) return list;
  switch (step.do) {
    case "remove":
      return list.filter((_, index) => index !== step.at);
    case "duplicate":
      // Shared, not cloned: what is never changed in place cannot be changed for both.
      return inserted(list, step.at + 1, item);
    case "move": {
      if (step.to === step.at || step.to < 0 || step.to >= list.length) return list;
      return inserted(
        list.filter((_, index) => index !== step.at),
        step.to,
        item,
      );
    }
    case "change":
      return item === step.item ? list : replaced(list, step.at, step.item);
  }
}

function inserted<T>(list: readonly T[], at: number, item: T): T[] {
  return [...list.slice(0, at), item, ...list.slice(at)];
}
