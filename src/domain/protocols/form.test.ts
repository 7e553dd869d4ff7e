import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import protocols from "../../words/en/protocols.json" with { type: "json" };
import { draftSchema } from "./draft-schema.ts";
import { emptyDraft, newExerciseBlock, newIntervalBlock } from "./draft-pieces.ts";
import { EXERCISES } from "./exercises.ts";
import * as forms from "./form.ts";
import { type Form, type FormField, fieldsOf, readAt, writeAt } from "./form.ts";
import { blocksSchema } from "./blocks.ts";
import { criterionSchema, protocolContentSchema } from "./grammar.ts";

type Json = { readonly [key: string]: unknown };

/** Every place of a schema at which somebody could write something; what can say only one thing is no place. */
function placesOf(schema: Json, at = ""): readonly string[] {
  const union = (schema["anyOf"] ?? schema["oneOf"]) as readonly Json[] | undefined;
  if (union) {
    const constants = union.every((row) => "const" in row || row["type"] === "null" || "enum" in row);
    if (constants) return [at];
    const inner = union.flatMap((row) => placesOf(row, at));
    const kinds = new Set(union.flatMap((row) => kindOf(row) ?? []));
    return kinds.size > 1 ? [`${at}.${Object.keys(union[0]?.["properties"] ?? {})[0]}`, ...inner] : inner;
  }
  if (schema["properties"]) {
    return Object.entries(schema["properties"] as Record<string, Json>).flatMap(([key, row]) =>
      placesOf(row, at === "" ? key : `${at}.${key}`),
    );
  }
  if (schema["items"]) return placesOf(schema["items"] as Json, `${at}[]`);
  return "const" in schema ? [] : [at];
}

/** What tells one shape of a union from the others. */
function kindOf(schema: Json): unknown {
  const [first] = Object.values((schema["properties"] ?? {}) as Record<string, Json>);
  return first?.["const"];
}

const at = (prefix: string, form: Form) =>
  form.flatMap((field) => {
    const place = `${prefix}.${field.at.join(".")}`;
    if (field.is === "shape") return [`${place}.by`];
    return field.is === "choice" || field.of.length === 0
      ? [place]
      : field.of.map((row) => `${place}.${row}`);
  });

describe("the forms of the builder", () => {
  it("reach every place of the grammar, and no other", () => {
    const blocks = (prefix: string) => [
      `${prefix}.type`,
      `${prefix}.exercise`,
      ...at(prefix, forms.EXERCISE_FORM),
      ...at(prefix, forms.INTERVALS_FORM),
      `${prefix}.items[].type`,
      ...at(`${prefix}.items[]`, forms.INTERVAL_FORM),
      ...at(`${prefix}.items[]`, forms.GROUP_FORM),
      ...at(`${prefix}.items[].intervals[]`, forms.INTERVAL_FORM),
    ];
    const criteria = (prefix: string) =>
      ["entry[]", "exit[]"].flatMap((list) => [
        `${prefix}${list}.code`,
        `${prefix}${list}.source`,
        ...at(`${prefix}${list}`, forms.CRITERION_FORM),
      ]);
    const reached = [
      // Chosen once, when the draft is begun, and made from its name.
      "kind",
      "slug",
      // Lines of text have a box each; keys of sources are made by the builder.
      "title",
      "summary",
      "sources[].key",
      "sources[].title",
      "sources[].says",
      ...["title", "phase", "note", "sources[]", "sessions[].title"].map((row) => `levels[].${row}`),
      ...at("", forms.PROTOCOL_FORM).map((row) => row.slice(1)),
      ...criteria(""),
      ...criteria("levels[]."),
      ...at("symptomRule", forms.SYMPTOM_FORM),
      ...at("sources[]", forms.SOURCE_FORM),
      ...at("levels[]", forms.LEVEL_FORM),
      ...blocks("levels[].sessions[].blocks[]"),
      "levels[].sessions[].shorter[].minutes",
      ...blocks("levels[].sessions[].shorter[].blocks[]"),
    ];
    const places = placesOf(z.toJSONSchema(protocolContentSchema));
    expect([...new Set(reached)].toSorted()).toEqual([...new Set(places)].toSorted());
  });

  const all = (Object.values(forms) as unknown[])
    .filter(
      (row): row is Form => Array.isArray(row) && (row as readonly object[]).some((each) => "is" in each),
    )
    .flat();

  it.each(all.map((field) => [field.name, field] as const))("%s has its words", (_, field) => {
    const words = protocols.builder.form as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    expect(words[field.name]?.["label"]).toEqual(expect.any(String));
    if (field.is !== "figures") {
      const values = field.is === "choice" ? field.of.map((row) => row ?? "none") : Object.keys(field.of);
      expect(Object.keys(words[field.name]?.["option"] ?? {}).toSorted()).toEqual(values.toSorted());
    } else if (field.of.length > 0) {
      expect(Object.keys(words[field.name]?.["after"] as object).toSorted()).toEqual(
        [...field.of].toSorted(),
      );
      for (const figure of field.of) expect(protocols.builder.figure).toHaveProperty(figure);
    }
  });

  const exercise = newExerciseBlock(EXERCISES[0]);
  const [interval] = newIntervalBlock("walk_run").items;
  const pieces: readonly (readonly [Form, object])[] = [
    [forms.EXERCISE_FORM, exercise],
    [forms.EXERCISE_FORM, { ...exercise, load: { by: "weight", weight: "light" } }],
    [forms.INTERVAL_FORM, interval!],
  ];
  const chosen = fc.constantFrom(...pieces).chain(([form, piece]) =>
    fc.record({
      form: fc.constant(form),
      piece: fc.constant(piece),
      picks: fc.array(fc.nat(20), { maxLength: 12 }),
    }),
  );
  const press = (piece: object, form: Form, pick: number): object => {
    const { has, may } = fieldsOf(form, piece);
    const fields: readonly FormField[] = [...has, ...may];
    const field = fields[pick % fields.length]!;
    if (field.is === "shape") return writeAt(piece, field.at, Object.values(field.of)[pick % 2]);
    if (field.is === "choice") return writeAt(piece, field.at, field.of[pick % field.of.length]);
    if (field.begins === undefined) return piece;
    return writeAt(piece, field.at, readAt(piece, field.at) === undefined ? field.begins : undefined);
  };

  it("whatever is chosen, added and left out, in any order: the piece is one that can be published", () => {
    fc.assert(
      fc.property(chosen, ({ form, piece, picks }) => {
        const frozen = JSON.stringify(piece);
        const now = picks.reduce((row, pick) => press(row, form, pick), piece);
        const block = "move" in now ? { type: "intervals", part: "main", repeats: 1, items: [now] } : now;
        expect(blocksSchema.safeParse([block]).error?.issues ?? []).toEqual([]);
        expect(JSON.stringify(piece)).toBe(frozen);
      }),
      { numRuns: 60 },
    );
  });

  it("what is written at a place is read there; taken out, the piece is as it was", () => {
    const key = fc.constantFrom("a", "b", "c");
    const place = fc.array(key, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(place, fc.integer(), (where, value) => {
        const before = { z: 1 };
        const after = writeAt(before, where, value);
        expect(readAt(after, where)).toBe(value);
        expect(writeAt(after, where, value)).toBe(after);
        expect(readAt(writeAt(after, where, undefined), where)).toBeUndefined();
        expect(readAt(after, ["z"])).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe("criteria", () => {
  it.each(forms.CRITERIA.map((row) => [row.code, row] as const))("%s begins as one that can be", (_, row) =>
    expect(criterionSchema.safeParse(row).success).toBe(true),
  );

  it("are all there", () => {
    const codes = criterionSchema.options.map((row) => row.shape.code.value);
    expect(forms.CRITERIA.map((row) => row.code).toSorted()).toEqual(codes.toSorted());
  });

  it("can be kept with figures that cannot be, as the rest of a draft", () => {
    const draft = emptyDraft("walk_run", "Ours", "ours", { source: "S", says: "W", level: "1" });
    const entry = forms.CRITERIA.map((row) =>
      fieldsOf(forms.CRITERION_FORM, row).has.reduce(
        (criterion, field) => (field.is === "figures" ? writeAt(criterion, field.at, 9999) : criterion),
        { ...row, source: "" },
      ),
    );
    const symptomRule = { ...draft.symptomRule, painGreenMax: 11 };
    const sources = [{ key: "practice", title: "", strength: "design" as const, says: "" }];
    expect(draftSchema.safeParse({ ...draft, entry, symptomRule, sources }).error?.issues ?? []).toEqual([]);
  });
});
