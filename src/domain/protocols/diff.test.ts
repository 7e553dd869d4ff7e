import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyStep, type DraftStep } from "./draft.ts";
import { diffOf } from "./diff.ts";
import { writeShorter } from "./draft-pieces.ts";
import type { ProtocolContent } from "./grammar.ts";
import { LIBRARY } from "./library/index.ts";

const before = LIBRARY.find((row) => row.slug === "walk_run") as ProtocolContent;
const after = (...steps: DraftStep[]) => steps.reduce(applyStep, before);
const said = (...steps: DraftStep[]) =>
  diffOf(before, after(...steps)).map((row) =>
    row.what === "level_moved"
      ? `moved ${row.from} to ${row.to}`
      : row.what === "protocol"
        ? `protocol ${row.field}`
        : `${row.what} ${row.number}`,
  );
const third = before.levels[2]!;
const renamed = { ...third, title: "Another name" };

describe("what one version has that another had not", () => {
  it.each<[string, DraftStep[], string[]]>([
    ["nothing", [], []],
    ["another title", [{ on: "protocol", field: "title", to: { title: "Ours" } }], ["protocol title"]],
    [
      "another rule for symptoms, for whom, one source less",
      [
        {
          on: "protocol",
          field: "x",
          to: {
            variant: "caesarean",
            symptomRule: { ...before.symptomRule, doming: "stop" },
            sources: before.sources.slice(1),
          },
        },
      ],
      ["protocol variant", "protocol symptomRule", "protocol sources"],
    ],
    ["a level less", [{ on: "levels", do: "remove", at: 2 }], ["level_removed 3"]],
    ["a level twice", [{ on: "levels", do: "duplicate", at: 2 }], ["level_added 4"]],
    ["a level moved down", [{ on: "levels", do: "move", at: 2, to: 5 }], ["moved 3 to 6"]],
    ["a level moved up", [{ on: "levels", do: "move", at: 5, to: 2 }], ["moved 6 to 3"]],
    [
      "a level renamed",
      [{ on: "levels", do: "change", at: 2, item: renamed, field: "title" }],
      ["level_changed 3"],
    ],
    [
      "a level less often",
      [
        {
          on: "levels",
          do: "change",
          at: 2,
          item: { ...third, perWeek: { from: 1, to: 1 } },
          field: "perWeek",
        },
      ],
      ["level_changed 3"],
    ],
  ])("%s", (_, steps, expected) => expect(said(...steps)).toEqual(expected));

  it("says the name it had, and what became more or less", () => {
    const item = { ...renamed, perWeek: { from: 1, to: 1 } };
    const [row] = diffOf(before, after({ on: "levels", do: "change", at: 2, item, field: "title" }));
    expect(row).toMatchObject({
      renamedFrom: third.title,
      change: { changes: [{ parameter: "frequency", direction: "easier" }] },
    });
  });

  it.each<[string, Partial<typeof third>, string[]]>([
    ["another word before it", { note: "Slowly." }, ["note"]],
    ["a heading", { phase: "First weeks" }, ["phase"]],
    ["what it also needs", { entry: [{ code: "weeks_since_birth", weeks: 16 }] }, ["entry"]],
    ["what it stands on", { sources: [...third.sources].slice(1) }, ["sources"]],
    ["a name of a session", { sessions: [{ ...third.sessions[0]!, title: "Other" }] }, ["names"]],
    ["a shorter version", { sessions: [writeShorter(third.sessions[0]!, 10)] }, ["shorter"]],
    ["nothing said as an empty list", { entry: [], exit: third.exit ?? [] }, []],
  ])("names the part of a level: %s", (_, change, parts) => {
    const item = { ...third, ...change };
    const [row] = diffOf(before, after({ on: "levels", do: "change", at: 2, item, field: "x" }));
    expect(row).toMatchObject({ what: "level_changed", parts, change: { changes: [] } });
  });

  it("an order of fields is no difference", () => {
    const turned = Object.fromEntries(Object.entries(before).toReversed()) as ProtocolContent;
    const levels = before.levels.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
    expect(diffOf(before, { ...turned, levels: levels as ProtocolContent["levels"] })).toEqual([]);
  });

  it("whatever is done to the levels, it is said, and the numbers of levels add up", () => {
    const place = fc.nat(before.levels.length - 1);
    const step = fc.oneof(
      place.map((at) => ({ on: "levels" as const, do: "remove" as const, at })),
      place.map((at) => ({ on: "levels" as const, do: "duplicate" as const, at })),
      fc.record({
        on: fc.constant("levels" as const),
        do: fc.constant("move" as const),
        at: place,
        to: place,
      }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const later = after(...steps);
        const rows = diffOf(before, later);
        const count = (what: string) => rows.filter((row) => row.what === what).length;
        expect(count("level_added") - count("level_removed")).toBe(
          later.levels.length - before.levels.length,
        );
        expect(rows.length > 0).toBe(JSON.stringify(later) !== JSON.stringify(before));
      }),
      { numRuns: 60 },
    );
  });
});
