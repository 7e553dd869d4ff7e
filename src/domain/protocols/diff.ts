import { changeOf, type LevelChange } from "./change.ts";
import { levelSchema, type ProtocolContent, type ProtocolLevel } from "./grammar.ts";

/** Fields of a protocol that a difference names; whatever else differs is "other". */
const PROTOCOL_FIELDS = [
  "title",
  "summary",
  "variant",
  "onwardMinutes",
  "entry",
  "exit",
  "symptomRule",
  "sources",
] as const;
type ProtocolField = (typeof PROTOCOL_FIELDS)[number];

/** What of a level can differ besides what it asks. */
const LEVEL_PARTS = ["note", "phase", "entry", "exit", "sources", "names", "shorter"] as const;
export type LevelPart = (typeof LEVEL_PARTS)[number];

/** What one version has that another had not. Numbers count from 1, as people do. */
export type Difference =
  | { readonly what: "protocol"; readonly field: ProtocolField | "other" }
  | { readonly what: "level_added"; readonly number: number; readonly title: string }
  | { readonly what: "level_removed"; readonly number: number; readonly title: string }
  | { readonly what: "level_moved"; readonly from: number; readonly to: number; readonly title: string }
  | {
      readonly what: "level_changed";
      readonly number: number;
      readonly title: string;
      /** The name it had, where it has another now. */
      readonly renamedFrom: string | null;
      readonly sessions: { readonly from: number; readonly to: number };
      /** What becomes more or less in it, empty when only words changed; null when a figure in it cannot be. */
      readonly change: LevelChange | null;
      readonly parts: readonly LevelPart[];
    };

/** True when both say the same, whatever order their fields have. */
export function isSameDraft(a: ProtocolContent, b: ProtocolContent): boolean {
  return keyOf(a) === keyOf(b);
}

/** Every difference between two versions of a protocol, in the order of the later one. None means that they are equal. */
export function diffOf(before: ProtocolContent, after: ProtocolContent): readonly Difference[] {
  const pairs = pairLevels(before.levels, after.levels);
  const paired = new Set(pairs.filter((old) => old !== null));
  const gone = before.levels.flatMap((level, at): Difference[] =>
    paired.has(at) ? [] : [{ what: "level_removed", number: at + 1, title: level.title }],
  );
  return [...protocolDifferences(before, after), ...gone, ...levelDifferences(before, after, pairs)];
}

function protocolDifferences(before: ProtocolContent, after: ProtocolContent): readonly Difference[] {
  const fields = PROTOCOL_FIELDS.filter((field) => keyOf(before[field]) !== keyOf(after[field]));
  const isOther = keyOf(othersOf(before)) !== keyOf(othersOf(after));
  return [...fields, ...(isOther ? (["other"] as const) : [])].map((field) => ({ what: "protocol", field }));
}

/** What is left of a protocol without its levels and the fields that are named. */
function othersOf(content: ProtocolContent): object {
  const named: ReadonlySet<string> = new Set(["levels", ...PROTOCOL_FIELDS]);
  return Object.fromEntries(Object.entries(content).filter(([key]) => !named.has(key)));
}

/** For each later level, which earlier one it was; null for a new one. */
type Pairs = readonly (number | null)[];

function levelDifferences(
  before: ProtocolContent,
  after: ProtocolContent,
  pairs: Pairs,
): readonly Difference[] {
  const inOrder = longestRising(pairs);
  return after.levels.flatMap((level, at): Difference[] => {
    const from = pairs[at] ?? null;
    const old = from === null ? undefined : before.levels[from];
    const { title } = level;
    if (from === null || !old) return [{ what: "level_added", number: at + 1, title }];
    const moved: Difference[] = inOrder.has(at)
      ? []
      : [{ what: "level_moved", from: from + 1, to: at + 1, title }];
    return [...moved, ...(keyOf(old) === keyOf(level) ? [] : [levelChanged(old, level, at)])];
  });
}

function levelChanged(old: ProtocolLevel, level: ProtocolLevel, at: number): Difference {
  return {
    what: "level_changed",
    number: at + 1,
    title: level.title,
    renamedFrom: old.title === level.title ? null : old.title,
    sessions: { from: old.sessions.length, to: level.sessions.length },
    // Comparing writes every repeat out: a draft's million of them first has to be mended.
    change: [old, level].every((row) => levelSchema.safeParse(row).success) ? changeOf(old, level) : null,
    parts: LEVEL_PARTS.filter((part) => keyOf(partOf(old, part)) !== keyOf(partOf(level, part))),
  };
}

function partOf(level: ProtocolLevel, part: LevelPart): unknown {
  switch (part) {
    case "names":
      return level.sessions.map((session) => session.title);
    case "shorter":
      return level.sessions.map((session) => session.shorter ?? []);
    case "note":
    case "phase":
    case "entry":
    case "exit":
    case "sources":
      // What is left out and what is empty say the same.
      return level[part] ?? [];
  }
}

/** The same text for the same data, in whatever order a store or a screen gave its fields. */
function keyOf(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** First the very same levels, then those of the same name, then those that stand in the same gap between them. */
function pairLevels(before: readonly ProtocolLevel[], after: readonly ProtocolLevel[]): Pairs {
  const pairs: (number | null)[] = after.map(() => null);
  const free = new Set(before.keys());
  const claim = (nameOf: (level: ProtocolLevel) => string) => {
    for (const [at, level] of after.entries()) {
      if (pairs[at] !== null) continue;
      const name = nameOf(level);
      const old = [...free].find((index) => nameOf(before[index] ?? level) === name);
      if (old === undefined) continue;
      pairs[at] = old;
      free.delete(old);
    }
  };
  claim(keyOf);
  claim((level) => level.title);
  for (const at of after.keys()) {
    if (pairs[at] !== null) continue;
    // Renamed and changed: it stands right behind what stood before it.
    const previous = at === 0 ? -1 : (pairs[at - 1] ?? null);
    if (previous === null || !free.has(previous + 1)) continue;
    pairs[at] = previous + 1;
    free.delete(previous + 1);
  }
  return pairs;
}

/** Places of the longest run of levels that kept their order: the others were moved. */
function longestRising(pairs: Pairs): ReadonlySet<number> {
  const best: { readonly length: number; readonly previous: number }[] = [];
  let end = -1;
  for (const [at, value] of pairs.entries()) {
    let [length, previous] = [value === null ? 0 : 1, -1];
    for (let earlier = 0; value !== null && earlier < at; earlier += 1) {
      const other = pairs[earlier] ?? null;
      const reached = best[earlier]?.length ?? 0;
      if (other !== null && other < value && reached + 1 > length)
        [length, previous] = [reached + 1, earlier];
    }
    best.push({ length, previous });
    if (length > (best[end]?.length ?? 0)) end = at;
  }
  const kept = new Set<number>();
  for (let at = end; at >= 0; at = best[at]?.previous ?? -1) kept.add(at);
  return kept;
}
