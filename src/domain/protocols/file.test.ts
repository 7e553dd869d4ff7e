import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXERCISE_IDS } from "./exercises.ts";
import {
  exportProtocol,
  FILE_LONGEST,
  importProtocol,
  protocolJsonSchema,
  SCHEMA_PATH,
  SENT_LONGEST,
} from "./file.ts";
import type { ProtocolContent } from "./grammar.ts";
import { levelAt } from "./ladder.ts";
import { LIBRARY } from "./library/index.ts";
import { walkRunProtocol } from "./library/walk-run.ts";

const HERE = "https://stride.example";
const bySlug = (slug: string) => LIBRARY.find((content) => content.slug === slug)!;
const walkRun = bySlug("walk_run");

/** The exported file as somebody's editor would have it, one value changed by hand; undefined takes it away. */
function edited(content: ProtocolContent, path: string, value: unknown): unknown {
  const copy = JSON.parse(exportProtocol(content, HERE)) as Record<string, unknown>;
  const keys = path.split(".");
  const last = keys.pop()!;
  let at = copy;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}
const read = (raw: unknown) => importProtocol(JSON.stringify(raw), EXERCISE_IDS);
const SESSION = "levels.0.sessions.0";
const MAIN = `${SESSION}.blocks.1`;
const STEP = { type: "interval", move: "walk", length: { by: "time", seconds: 60 } };
const GROUP = { type: "group", repeats: 2, intervals: [STEP] };
const NESTED_TWICE = { ...GROUP, intervals: [GROUP] };

describe("a protocol as a file", () => {
  it.each(LIBRARY)("$slug comes back as it went", (content) => {
    expect(importProtocol(exportProtocol(content, HERE), EXERCISE_IDS)).toEqual({ ok: true, content });
  });

  it("leads an editor to the schema, and can be read by people", () => {
    const file = exportProtocol(walkRun, HERE);
    expect(file.startsWith(`{\n  "$schema": "${HERE}${SCHEMA_PATH}",\n  "grammar": 1,\n`)).toBe(true);
    expect(file.endsWith("}\n")).toBe(true);
  });

  it("takes what an editor puts before it, and a file without the schema's address", () => {
    const file = exportProtocol(walkRun, HERE);
    expect(importProtocol(`\uFEFF${file}`, EXERCISE_IDS).ok).toBe(true);
    expect(read(edited(walkRun, "$schema", undefined)).ok).toBe(true);
  });

  it.each([
    ["nothing", ""],
    ["a letter", "Dear coach"],
    ["half a file", exportProtocol(walkRun, HERE).slice(0, 900)],
  ])("refuses %s: no JSON", (_name, text) => {
    expect(importProtocol(text, EXERCISE_IDS)).toEqual({
      ok: false,
      problems: [{ path: [], code: "not_json" }],
    });
  });

  it("refuses what is far too long without reading it", () => {
    expect(importProtocol(" ".repeat(FILE_LONGEST + 1), EXERCISE_IDS)).toEqual({
      ok: false,
      problems: [{ path: [], code: "file_too_long", bound: FILE_LONGEST }],
    });
  });

  it("has room for a run of five hours, sent without its white space", () => {
    const shipped = walkRunProtocol({ smallerSteps: true });
    const levels = Array.from({ length: 154 }, (_, at) => levelAt(shipped, at)!);
    const longest = { ...shipped, levels };
    expect(levels.at(-1)?.title).toBe("300 min run");
    expect(importProtocol(exportProtocol(longest, HERE), EXERCISE_IDS)).toEqual({
      ok: true,
      content: longest,
    });
    expect(JSON.stringify(longest).length).toBeLessThan(SENT_LONGEST);
  });

  it("refuses a list, a word and null as a whole", () => {
    for (const raw of [[], "protocol", null, 7])
      expect(read(raw)).toEqual({ ok: false, problems: [{ path: [], code: "wrong_type" }] });
  });

  // The lock asks a plan's kind. A run in a walking or strength protocol would never meet it.
  it.each(["walking", "strength_s1", "restoration"])("refuses a run inside %s and says where", (slug) => {
    const run = walkRun.levels[0]!.sessions[0]!.blocks[1];
    expect(read(edited(bySlug(slug), `${SESSION}.blocks.0`, run))).toEqual({
      ok: false,
      problems: [{ path: ["levels", 0, "sessions", 0, "blocks"], code: "running_out_of_place" }],
    });
  });

  it("refuses landings that ask for no clearance", () => {
    const raw = edited(bySlug("strength_s3"), "entry", [{ code: "no_red_flag" }]);
    expect(read(raw)).toEqual({
      ok: false,
      problems: [{ path: ["entry"], code: "impact_without_clearance" }],
    });
  });

  // Planted: `JSON.parse` outside the try. Found with "{".
  it("never throws, whatever the file", () => {
    const broken = fc.oneof(
      fc.string(),
      fc.json(),
      fc.nat(20_000).map((at) => exportProtocol(walkRun, HERE).slice(0, at)),
    );
    fc.assert(
      fc.property(broken, (text) => {
        expect(importProtocol(text, EXERCISE_IDS)).toHaveProperty("ok");
      }),
    );
  });
});

describe("the published schema", () => {
  // Read by a validator that knows nothing of us: `strict` complains of every word JSON Schema does not have.
  const published = JSON.parse(JSON.stringify(protocolJsonSchema()));
  const valid = new Ajv2020({ strict: true, strictTypes: false, allErrors: true }).compile(published);
  const BOTH = { import: true, schema: true };
  const wrongIn = (raw: unknown) => (valid(raw) ? [] : (valid.errors ?? []).map((row) => row.instancePath));

  it.each(LIBRARY)("accepts $slug as it is exported", (content) => {
    expect(wrongIn(JSON.parse(exportProtocol(content, HERE)))).toEqual([]);
  });

  it.each([
    ["a level with no sessions", "levels.0.sessions", []],
    ["no level", "levels", []],
    ["a repeat of 0", `${MAIN}.repeats`, 0],
    ["a repeat of 10,000", `${MAIN}.repeats`, 10_000],
    ["half a repeat", `${MAIN}.repeats`, 1.5],
    ["a repeat in words", `${MAIN}.repeats`, "three"],
    ["a 9-hour interval", `${MAIN}.items.0.length.seconds`, 9 * 3600],
    ["an interval of two seconds", `${MAIN}.items.0.length.seconds`, 2],
    ["an interval without a length", `${MAIN}.items.0.length`, undefined],
    ["an interval of both time and metres", `${MAIN}.items.0.length.metres`, 400],
    ["intervals nested twice", `${MAIN}.items.0`, NESTED_TWICE],
    ["a move nobody knows", `${MAIN}.items.0.move`, "crawl"],
    ["a block nobody knows", MAIN, { type: "dance", part: "main" }],
    ["a part nobody knows", `${MAIN}.part`, "middle"],
    ["an effort of 11", `${MAIN}.items.0.effort`, { from: 3, to: 11 }],
    ["more sessions a week than days and evenings", "levels.0.perWeek", { from: 3, to: 15 }],
    ["a level without a title", "levels.0.title", ""],
    ["a level without a source", "levels.0.sources", []],
    ["a criterion nobody knows", "exit.0", { code: "feels_ready" }],
    ["a kind nobody knows", "kind", "sprint"],
    ["a looser rule on pain", "symptomRule.painGreenMax", 9],
    ["a rule that runs on through a leak", "symptomRule.pelvic", "carry_on"],
    ["reviewed by its own word", "review", "reviewed"],
    ["a field nobody knows", "colour", "red"],
    ["a slug with a space", "slug", "my plan"],
    ["another grammar", "grammar", 2],
  ])("refuses %s, as the import does, at the same place", (_name, path, value) => {
    expect(refusedBy(edited(walkRun, path, value), path)).toEqual(BOTH);
  });

  const SET = `${SESSION}.blocks.0`;
  it.each([
    ["no set", `${SET}.sets`, 0],
    ["21 sets", `${SET}.sets`, 21],
    ["101 repetitions", `${SET}.dose`, { by: "reps", reps: { from: 1, to: 101 } }],
    ["a hold of an hour", `${SET}.dose`, { by: "time", seconds: 3600 }],
    ["a weight of a ton", `${SET}.load`, { by: "weight", weight: "heavy", kg: 1000 }],
    ["a load nobody knows", `${SET}.load`, { by: "sandbag" }],
    ["a side nobody knows", `${SET}.side`, "front"],
    ["a rest of less than nothing", `${SET}.restSeconds`, -1],
    ["a tempo without a pause", `${SET}.tempo`, { lower: 2, lift: 2 }],
    ["an exercise that is no name", `${SET}.exercise`, "Wall squat!"],
  ])("refuses an exercise with %s", (_name, path, value) => {
    expect(refusedBy(edited(bySlug("strength_s1"), path, value), path)).toEqual(BOTH);
  });

  function refusedBy(raw: unknown, path: string) {
    // The path, or what holds it: where one of several shapes is wanted neither says which of them was meant.
    const at = path.split(".");
    const isNear = (said: readonly string[]) =>
      said.length >= at.length - 1 && at.every((key, index) => index >= said.length || said[index] === key);
    const reading = read(raw);
    const ours = reading.ok ? [] : reading.problems.map((row) => row.path.map(String));
    const theirs = wrongIn(raw).map((pointer) => pointer.split("/").slice(1));
    return { import: ours.some(isNear), schema: theirs.some(isNear) };
  }

  it("stands under its own address and says which JSON Schema it is", () => {
    expect(published).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:sevenstride:schema:protocol-1",
      additionalProperties: false,
    });
  });
});
