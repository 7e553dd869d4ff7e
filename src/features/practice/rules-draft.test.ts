import { expect, test } from "vitest";
import { DEFAULT_CHOICES } from "../../domain/journey/practice-rules.ts";
import { changedBy, draftOf, readDraft } from "./rules-draft.ts";

const draft = draftOf(DEFAULT_CHOICES);

test("what was saved, written down and read again, is the same", () => {
  expect(readDraft(draft)).toEqual(DEFAULT_CHOICES);
  expect(changedBy(DEFAULT_CHOICES, DEFAULT_CHOICES)).toBe(false);
});

test("a comma is a point; anything else is no figure", () => {
  const sleep = (text: string) =>
    readDraft({ ...draft, figures: { ...draft.figures, short_sleep_hours: text } });
  expect(sleep("6,5")?.figures.short_sleep_hours).toBe(6.5);
  for (const text of ["", "six", "-1", "1e3", "6.5.5"]) expect(sleep(text), text).toBeNull();
});

test("another figure or another set of tests is a change", () => {
  const read = (changes: object) => readDraft({ ...draft, ...changes }) ?? DEFAULT_CHOICES;
  expect(changedBy(DEFAULT_CHOICES, read({ figures: { ...draft.figures, bad_nights: "3" } }))).toBe(true);
  const batteries = { ...draft.batteries, load_impact: "valetudo_load_impact@1" };
  expect(changedBy(DEFAULT_CHOICES, read({ batteries }))).toBe(true);
});
