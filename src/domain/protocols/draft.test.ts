import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyStep, type Draft, type DraftStep } from "./draft.ts";
import { beginHistory, type DraftHistory, doStep, redo, settle, undo } from "./draft-history.ts";
import {
  deriveShorter,
  emptyDraft,
  emptyLevel,
  emptySession,
  newExerciseBlock,
  newIntervalBlock,
  newSource,
  usesOfSource,
  writeShorter,
} from "./draft-pieces.ts";
import { draftSchema } from "./draft-schema.ts";
import { EXERCISE_IDS, EXERCISES } from "./exercises.ts";
import { type ProtocolSession, SHORT_MINUTES, sessionSchema } from "./grammar.ts";
import { LIBRARY } from "./library/index.ts";
import { readProtocol } from "./problems.ts";
import { shortVersion } from "./shorten.ts";

const WORDS = { source: "Our practice", says: "Our own figures.", level: "Level 1" };
const small: Draft = emptyDraft("strength", "Ours", "ours", WORDS);

const at = fc.integer({ min: -1, max: 4 });
const list = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("insert" as const), at, item }) },
    fc.record({ do: fc.constant("remove" as const), at }),
    fc.record({ do: fc.constant("duplicate" as const), at }),
    fc.record({ do: fc.constant("move" as const), at, to: at }),
    fc.record({ do: fc.constant("change" as const), at, item, field: fc.constantFrom("title", "note") }),
  );
const title = fc.constantFrom("", "A", "B", "C");
const block = fc.constantFrom(newExerciseBlock(EXERCISES[0]), newIntervalBlock("walk_run"));
const step: fc.Arbitrary<DraftStep> = fc.oneof(
  title.map((to) => ({ on: "protocol" as const, field: "title", to: { title: to } })),
  list(title.map((name) => emptyLevel(name, ["practice"]))).map((row) => ({ on: "levels" as const, ...row })),
  fc
    .tuple(list(title.map(emptySession)), at)
    .map(([row, level]) => ({ on: "sessions" as const, level, ...row })),
  fc
    .tuple(list(block), at, at)
    .map(([row, level, session]) => ({ on: "blocks" as const, level, session, shorter: null, ...row })),
);
const steps = fc.array(step, { maxLength: 25 });
const after = (all: readonly DraftStep[]) => all.reduce(doStep, beginHistory(small));
const all = (history: DraftHistory, turn: (one: DraftHistory) => DraftHistory): DraftHistory => {
  const next = turn(history);
  return next === history ? history : all(next, turn);
};

describe("the history of a draft", () => {
  it("gives back what was before a step, and the step again", () => {
    fc.assert(
      fc.property(steps, step, (before, one) => {
        const history = settle(after(before));
        const done = doStep(history, one);
        if (done === history) return;
        expect(undo(done).present).toBe(history.present);
        expect(redo(undo(done)).present).toBe(done.present);
        expect(redo(undo(done)).past).toEqual(done.past);
      }),
      { numRuns: 100 },
    );
  });

  it("undone to the end is the beginning, redone to the end is the end; a new step ends what could be redone", () => {
    fc.assert(
      fc.property(steps, step, (before, one) => {
        const end = after(before);
        const start = all(end, undo);
        expect(start.present).toBe(small);
        expect(all(start, redo).present).toBe(end.present);
        const anew = doStep(start, one);
        if (anew !== start) expect(anew.future).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("never changes a draft in place, and every draft can be kept", () => {
    const frozen = JSON.stringify(small);
    fc.assert(
      fc.property(steps, (before) => {
        expect(draftSchema.safeParse(after(before).present).success).toBe(true);
        expect(JSON.stringify(small)).toBe(frozen);
      }),
      { numRuns: 50 },
    );
  });

  it("leaves no trace of a step that changes nothing: there is nothing to take back", () => {
    const history = doStep(beginHistory(small), { on: "levels", do: "move", at: 0, to: 9 });
    expect(history.past).toEqual([]);
  });

  it("takes the letters of one field as one step, and a field left and found again as two", () => {
    const write = (history: DraftHistory, to: string) =>
      doStep(history, { on: "protocol", field: "title", to: { title: to } });
    const written = ["O", "Ou", "Our"].reduce(write, beginHistory(small));
    expect(undo(written).present).toBe(small);
    const twice = write(settle(written), "Our own");
    expect(undo(twice).present.title).toBe("Our");
  });

  it("forgets no further back than it promises", () => {
    let history = beginHistory(small);
    for (let count = 0; count < 210; count += 1) {
      history = settle(doStep(history, { on: "protocol", field: "title", to: { title: String(count) } }));
    }
    expect(all(history, undo).present.title).toBe("9");
  });
});

describe("steps", () => {
  const numbered = ["A", "B", "C", "D"].map((name) => emptyLevel(name, ["practice"]));
  const four: Draft = { ...small, levels: numbered };
  const titles = (one: DraftStep) =>
    applyStep(four, one)
      .levels.map((level) => level.title)
      .join("");

  it.each([
    [{ on: "levels", do: "move", at: 0, to: 3 }, "BCDA"],
    [{ on: "levels", do: "move", at: 3, to: 1 }, "ADBC"],
    [{ on: "levels", do: "duplicate", at: 1 }, "ABBCD"],
    [{ on: "levels", do: "remove", at: 2 }, "ABD"],
    [{ on: "levels", do: "insert", at: 4, item: emptyLevel("E", []) }, "ABCDE"],
  ] as const)("%j gives %s", (one, expected) => expect(titles(one)).toBe(expected));

  it.each([
    { on: "levels", do: "move", at: 0, to: 4 },
    { on: "levels", do: "remove", at: 9 },
    { on: "levels", do: "insert", at: 6, item: numbered[0]! },
    { on: "sessions", level: 9, do: "remove", at: 0 },
    { on: "blocks", level: 0, session: 0, shorter: null, do: "duplicate", at: 0 },
  ] satisfies DraftStep[])("%j points nowhere and changes nothing", (one) =>
    expect(applyStep(four, one)).toBe(four),
  );
});

describe("shorter versions and sources", () => {
  const blocks = [newIntervalBlock("walk_run"), newExerciseBlock(EXERCISES[0])];
  const whole = { title: "S", blocks };

  it("a version written by hand begins as it was derived, and can be derived again", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SHORT_MINUTES), { maxLength: 6 }), (order) => {
        const written = order.reduce(writeShorter, whole as ProtocolSession);
        expect(sessionSchema.safeParse(written).success).toBe(true);
        for (const minutes of SHORT_MINUTES)
          expect(shortVersion(written, minutes)).toEqual(shortVersion(whole, minutes));
        expect([...order].toReversed().reduce(deriveShorter, written)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it("a step in one of them touches neither the whole nor the others", () => {
    const both = writeShorter(writeShorter(whole, 5), 10);
    const draft = { ...small, levels: [{ ...emptyLevel("A", ["practice"]), sessions: [both] }] };
    const [level] = applyStep(draft, {
      on: "blocks",
      level: 0,
      session: 0,
      shorter: 10,
      do: "remove",
      at: 0,
    }).levels;
    const [five, ten] = level!.sessions[0]!.shorter!;
    expect([level!.sessions[0]!.blocks, five]).toEqual([blocks, both.shorter![0]]);
    expect(ten!.blocks).toHaveLength(both.shorter![1]!.blocks.length - 1);
    // Not written by hand: there is nothing to change.
    const nowhere = { on: "blocks", level: 0, session: 0, shorter: 20, do: "remove", at: 0 } as const;
    expect(applyStep(draft, nowhere)).toBe(draft);
  });

  it("a source more has a key nobody has; one that something stands on is counted", () => {
    const first = newSource(small.sources);
    expect(newSource([first, first]).key).not.toBe(first.key);
    expect([usesOfSource(small, "practice"), usesOfSource(small, first.key)]).toEqual([1, 0]);
    const entry = [{ code: "weeks_since_birth" as const, weeks: 12, source: first.key }];
    expect(usesOfSource({ ...small, entry }, first.key)).toBe(1);
  });
});

describe("what is kept, and what is published", () => {
  it.each(LIBRARY.map((content) => [content.slug, content] as const))(
    "%s can be kept as it is",
    (_, content) => expect(draftSchema.parse(content)).toEqual(content),
  );

  const problemsOf = (draft: Draft) => {
    const reading = readProtocol(draft, EXERCISE_IDS);
    return reading.ok ? [] : reading.problems.map(({ path, code }) => `${path.join(".")} ${code}`);
  };
  const walk = newIntervalBlock("walk_run");
  const of = (...blocks: Draft["levels"][number]["sessions"][number]["blocks"]): Draft => ({
    ...emptyDraft("walk_run", "Ours", "ours", WORDS),
    summary: "Ours.",
    levels: [{ ...emptyLevel("A", ["practice"]), sessions: [{ title: "S", blocks }] }],
  });

  it.each([
    ["a level with no sessions", { ...small, summary: "Ours." }, ["levels.0.sessions too_few"]],
    ["a repeat of 0", of({ ...walk, repeats: 0 }), ["levels.0.sessions.0.blocks.0.repeats too_small"]],
    [
      "a repeat of 10,000",
      of({ ...walk, repeats: 10_000 }),
      ["levels.0.sessions.0.blocks.0.repeats too_big"],
    ],
    [
      "a 9-hour interval",
      of({
        ...walk,
        items: [{ type: "interval", move: "walk", length: { by: "time", seconds: 9 * 3600 } }],
      }),
      ["levels.0.sessions.0.blocks.0.items.0.length.seconds too_big"],
    ],
    [
      "an exercise that is gone",
      of({ ...newExerciseBlock(EXERCISES[0]), exercise: "hopping_on_one_ear" }),
      ["levels.0.sessions.0.blocks.0.exercise exercise_unknown"],
    ],
  ])("%s can be kept and not published: the place is named", (_, draft, expected) => {
    expect(draftSchema.safeParse(draft).success).toBe(true);
    expect(problemsOf(draft)).toEqual(expect.arrayContaining(expected));
  });

  it("a new protocol with one walk in it can be published", () => {
    expect(problemsOf(of(walk))).toEqual([]);
  });
});
