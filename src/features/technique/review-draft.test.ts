import { expect, test } from "vitest";
import { type CueDraft, cuesOf, emptyReview, MOST_CUES, withCueAfter, withoutCue } from "./review-draft.ts";

const cues = (...texts: string[]): CueDraft[] => texts.map((text, at) => ({ id: String(at), text }));
const added = { id: "new", text: "" };

test("a cue is added right after the one she is in, or at the end, and never a sixth", () => {
  expect(withCueAfter(cues("a", "b"), "0", added).map((cue) => cue.id)).toEqual(["0", "new", "1"]);
  expect(withCueAfter(cues("a", "b"), null, added).map((cue) => cue.id)).toEqual(["0", "1", "new"]);
  const full = cues(...Array.from({ length: MOST_CUES }, String));
  expect(withCueAfter(full, "0", added)).toBe(full);
});

test("a cue is taken away; the last box stays, empty", () => {
  expect(withoutCue(cues("a", "b"), "0")).toEqual([{ id: "1", text: "b" }]);
  expect(withoutCue(cues("a"), "0")).toEqual([{ id: "0", text: "" }]);
});

test("empty boxes are no cues", () => {
  const draft = { ...emptyReview(() => "x"), cues: cues(" Taller ", "", "  ", "Quick feet") };
  expect(cuesOf(draft)).toEqual(["Taller", "Quick feet"]);
});
