import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
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
  // Read back by the other road, as another program would.
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(protocolJsonSchema())));

  it.each(LIBRARY)("accepts $slug as it is exported", (content) => {
    expect(schema.safeParse(JSON.parse(exportProtocol(content, HERE))).error).toBeUndefined();
  });

  it.each([
    ["a level with no sessions", "levels.0.sessions", []],
    ["no level", "levels", []],
    ["a repeat of 0", `${MAIN}.repeats`, 0],
    ["a repeat of 10,000", `${MAIN}.repeats`, 10_000],
    ["a 9-hour interval", `${MAIN}.items.0.length.seconds`, 9 * 3600],
    ["an interval without a length", `${MAIN}.items.0.length`, undefined],
    ["a move nobody knows", `${MAIN}.items.0.move`, "crawl"],
    ["a looser rule on pain", "symptomRule.painGreenMax", 9],
    ["a rule that runs on through a leak", "symptomRule.pelvic", "carry_on"],
    ["reviewed by its own word", "review", "reviewed"],
    ["a field nobody knows", "colour", "red"],
    ["a slug with a space", "slug", "my plan"],
    ["another grammar", "grammar", 2],
  ])("refuses %s, as the import does", (_name, path, value) => {
    const raw = edited(walkRun, path, value);
    expect(schema.safeParse(raw).success).toBe(false);
    expect(read(raw).ok).toBe(false);
  });

  it("stands under its own address and says which JSON Schema it is", () => {
    expect(protocolJsonSchema()).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: "urn:sevenstride:schema:protocol-1",
      additionalProperties: false,
    });
  });
});
