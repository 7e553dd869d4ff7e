import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import words from "../../../words/en/protocols.json" with { type: "json" };
import { changeOf, PARAMETERS } from "../change.ts";
import { AREAS, CAUTIONS, EQUIPMENT } from "../exercise-terms.ts";
import { EXERCISE_IDS, EXERCISES, exerciseOf } from "../exercises.ts";
import { criterionSchema, protocolContentSchema, VARIANTS } from "../grammar.ts";
import { outlineOf } from "../outline.ts";
import { PROBLEM_CODES, readProtocol } from "../problems.ts";
import { totalsOf } from "../totals.ts";
import { LIBRARY } from "./index.ts";
import { walkingProtocol } from "./walking.ts";

const bySlug = (slug: string) => LIBRARY.find((content) => content.slug === slug)!;
const pairs = LIBRARY.flatMap((content) =>
  content.levels.slice(1).map((after, index) => ({
    name: `${content.slug}: ${content.levels[index]!.title} -> ${after.title}`,
    before: content.levels[index]!,
    after,
  })),
);

describe("the shipped library", () => {
  it.each(LIBRARY)("$slug passes its own grammar and names only exercises there are", (content) => {
    expect(readProtocol(content, EXERCISE_IDS)).toEqual({ ok: true, content });
  });

  it.each(LIBRARY)("$slug is the same after a trip through JSON", (content) => {
    expect(protocolContentSchema.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
  });

  it("has every protocol once, each a draft with a source", () => {
    expect(new Set(LIBRARY.map((content) => content.slug)).size).toBe(LIBRARY.length);
    for (const content of LIBRARY) expect(content.review, content.slug).toBe("draft");
    for (const kind of ["restoration", "walking", "strength", "walk_run", "technique"]) {
      expect(
        LIBRARY.some((content) => content.kind === kind),
        kind,
      ).toBe(true);
    }
  });

  it("uses every exercise or offers it as an easier or harder one", () => {
    const used = new Set(
      LIBRARY.flatMap((content) =>
        content.levels.flatMap((level) =>
          level.sessions.flatMap((session) =>
            session.blocks.flatMap((block) => (block.type === "exercise" ? [block.exercise] : [])),
          ),
        ),
      ),
    );
    const offered = EXERCISES.flatMap((row) => [row.easier, row.harder]);
    const idle = EXERCISES.filter((row) => !used.has(row.id) && !offered.includes(row.id)).map(
      (row) => row.id,
    );
    expect(idle).toEqual([]);
  });

  it.each(pairs)("makes one thing harder at a time: $name", ({ before, after }) => {
    expect(changeOf(before, after).harder.length).toBeLessThanOrEqual(1);
  });

  it.each(pairs)("adds at most two minutes of running: $name", ({ before, after }) => {
    expect(changeOf(before, after).runSecondsMore).toBeLessThanOrEqual(120);
  });

  it.each(LIBRARY.filter((row) => row.kind === "restoration" || /_s[012]$/.test(row.slug)))(
    "$slug has no impact at any level",
    (content) => {
      expect(outlineOf("v", content).levels.filter((level) => level.impact)).toEqual([]);
    },
  );

  it.each(LIBRARY)("$slug asks for a clearance when it has impact", (content) => {
    const hasImpact = outlineOf("v", content).levels.some((level) => level.impact);
    const asks = content.entry.some(
      (row) => row.code === "clearance_covers" || row.code === "running_unlocked",
    );
    expect(asks).toBe(hasImpact);
  });
});

describe("walk/run, house progression", () => {
  // Domain table of the house draft: title of the set, minutes of running, minutes of the set.
  const TABLE = [
    ["6 × 1 min run, 2 min walk", 6, 18],
    ["8 × 1 min run, 2 min walk", 8, 24],
    ["8 × 1 min run, 1:30 walk", 8, 20],
    ["8 × 1:15 run, 1:30 walk", 10, 22],
    ["8 × 1:30 run, 1:30 walk", 12, 24],
    ["8 × 1:30 run, 1 min walk", 12, 20],
    ["7 × 2 min run, 1 min walk", 14, 21],
    ["8 × 2 min run, 1 min walk", 16, 24],
    ["6 × 3 min run, 1 min walk", 18, 24],
    ["4 × 5 min run, 1 min walk", 20, 24],
    ["2 × 10 min run, 1 min walk", 20, 22],
    ["20 min run", 20, 20],
  ] as const;

  it("runs and lasts what the table says, with five minutes of walking either side", () => {
    const rows = bySlug("walk_run").levels.map((level) => {
      const totals = totalsOf(level.sessions[0]!);
      return [level.title, totals.minutesRun, totals.minutesMain, totals.minutes];
    });
    expect(rows).toEqual(TABLE.map(([title, running, main]) => [title, running, main, main + 10]));
  });

  it("puts the two easier steps between 5, 10 and 20 minutes in one go", () => {
    const longest = bySlug("walk_run_smaller_steps").levels.map(
      (level) => totalsOf(level.sessions[0]!).longestRunMinutes,
    );
    expect(longest.slice(9, 14)).toEqual([5, 7, 10, 15, 20]);
  });

  it("goes on from 20 minutes, two a level", () => {
    for (const slug of ["walk_run", "walk_run_smaller_steps"]) expect(bySlug(slug).onwardMinutes).toBe(2);
  });
});

describe("walking", () => {
  it("is written from 10 minutes to the symptom-free walk that running asks for, and goes on by five", () => {
    const minutes = outlineOf("v", walkingProtocol()).levels.map((level) => level.minutesTotal);
    expect(minutes).toEqual([10, 15, 20, 25, 30]);
    expect(walkingProtocol().onwardMinutes).toBe(5);
  });
});

describe("strength", () => {
  it.each([
    // Domain table of the strength draft: landings a session.
    ["strength_s3", 20, 60],
    ["strength_s4", 60, 120],
  ])("%s keeps its landings between %i and %i", (slug, least, most) => {
    for (const level of bySlug(slug).levels) {
      for (const session of level.sessions) {
        const { contacts } = totalsOf(session);
        expect(contacts, session.title).toBeGreaterThanOrEqual(least);
        expect(contacts, session.title).toBeLessThanOrEqual(most);
      }
    }
  });
});

describe("strength, mobility", () => {
  // Delphi (Deering 2024): 97.7 % want thoracic rotation, hip and hamstring mobility while volume rises.
  it.each(["strength_s1", "strength_s2"])("%s carries all three at every level", (slug) => {
    for (const level of bySlug(slug).levels) {
      const done = level.sessions.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.type === "exercise" ? [block.exercise] : [])),
      );
      expect(done, level.title).toEqual(
        expect.arrayContaining(["open_book", "hip_flexor_stretch", "hamstring_stretch"]),
      );
    }
  });
});

describe("exercises", () => {
  it.each(EXERCISES)("$id has all its words and known neighbours", ({ id, easier, harder }) => {
    // Easier and harder: another exercise, or a sentence where there is none. Never both, never neither.
    expect(Object.keys(words.exercise[id])).toEqual([
      "name",
      "what",
      "how",
      "feel",
      "stopIf",
      ...(easier === null ? ["easier"] : []),
      ...(harder === null ? ["harder"] : []),
    ]);
    for (const other of [easier, harder]) if (other !== null) expect(exerciseOf(other), other).not.toBeNull();
    expect([easier, harder]).not.toContain(id);
  });

  it("never leads in a circle to something easier", () => {
    for (const start of EXERCISES) {
      const seen = new Set<string>();
      for (let at: string | null = start.id; at !== null; at = exerciseOf(at)?.easier ?? null) {
        expect(seen.has(at), `${start.id} comes back to ${at}`).toBe(false);
        seen.add(at);
      }
    }
  });

  it("are about sixty, with some for every area", () => {
    expect(EXERCISES.length).toBeGreaterThanOrEqual(60);
    for (const area of AREAS)
      expect(
        EXERCISES.some((row) => row.area === area),
        area,
      ).toBe(true);
  });

  it("has words for nothing else", () => {
    expect(Object.keys(words.exercise).toSorted()).toEqual([...EXERCISE_IDS].toSorted());
  });

  // Planted: `sit_to_stand` without a caution, as it once was. Found.
  it.each([
    ["pelvic_heaviness", /heaviness/],
    ["pelvic_girdle_pain", /(front of the pelvis|groin)/],
    ["wrist_pain", /wrist/],
    ["doming", /(domes|doming|ridge)/],
    ["caesarean_early", /scar/],
  ] as const)("is tagged %s wherever its own words say to stop for it", (caution, word) => {
    // Made for it: unloaded, in the first days, by the hand that feels for it.
    const unloaded = ["log_roll", "pelvic_tilt"];
    const untagged = EXERCISES.filter(({ id, cautions }) => {
      const isSaid = word.test(words.exercise[id].stopIf);
      return isSaid && !unloaded.includes(id) && !(cautions as readonly string[]).includes(caution);
    });
    expect(untagged.map((row) => row.id)).toEqual([]);
  });

  it("asks more of nobody on the way to something harder: landings and one leg carry what they stand on", () => {
    const lost = EXERCISES.filter(({ area }) => area === "leg" || area === "impact").filter((row) => {
      const easier = exerciseOf(row.easier ?? "");
      return easier?.cautions.some((caution) => !(row.cautions as readonly string[]).includes(caution));
    });
    expect(lost.map((row) => row.id)).toEqual([]);
  });

  it("warns of hopping wherever there is a landing", () => {
    for (const row of EXERCISES) {
      expect((row.cautions as readonly string[]).includes("no_hopping"), row.id).toBe(row.contacts !== null);
    }
  });
});

describe("words", () => {
  const codes = criterionSchema.options.map((option) => option.shape.code.value);
  it.each([
    ["criterion", codes],
    ["problem", PROBLEM_CODES],
    ["area", AREAS],
    ["caution", CAUTIONS],
    ["equipment", EQUIPMENT],
    ["variant", VARIANTS],
  ] as const)("%s has a word for every code and no other", (group, wanted) => {
    expect(Object.keys(words[group]).toSorted()).toEqual([...wanted].toSorted());
  });

  it("has a word for every parameter that can change", () => {
    for (const parameter of PARAMETERS) expect(words.change[parameter]).toBeTypeOf("string");
  });

  it("can be said: every sentence is well formed", () => {
    const t = createTranslator({ locale: "en", messages: words });
    const say = t as unknown as (key: string, values: Record<string, string | number>) => string;
    const values = {
      bound: 1,
      count: 2,
      day: "1 May 2027",
      kind: "Strength",
      levels: 3,
      name: "x",
      contacts: 2,
      exercise: "x",
      from: 1,
      to: 2,
      green: 3,
      amber: 5,
      kg: 4,
      metres: 100,
      minutes: 5,
      names: "a",
      list: "sessions",
      number: 1,
      of: 2,
      seconds: 30,
      sessions: 2,
      sets: 2,
      side: "left",
      weeks: 12,
      weight: "light",
      scope: "impact",
      run: 6,
      walk: 14,
      amounts: "10, 8",
      pain: 2,
      effort: 4,
      field: "effort",
      was: "3",
      battery: "strength",
      lower: 3,
      pause: 1,
      lift: 2,
      what: "x",
      title: "x",
      by: "x",
      at: "10:00",
      level: 2,
      percent: 12,
    };
    for (const key of leavesOf(words)) expect(say(key, values), key).not.toBe(key);
    expect(say("criterion.weeks_since_birth", { weeks: 12 })).toBe("At least 12 weeks since the birth");
    expect(JSON.stringify(words)).not.toMatch(/!/);
  });
});

function leavesOf(node: object, path: readonly string[] = []): string[] {
  return Object.entries(node).flatMap(([key, value]) =>
    typeof value === "string" ? [[...path, key].join(".")] : leavesOf(value, [...path, key]),
  );
}
