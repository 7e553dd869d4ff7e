import { expect, it } from "vitest";
import { aMum } from "./build.ts";
import { DEFAULT_CHOICES, type PracticeChoices } from "./practice-rules.ts";
import { previewRules } from "./preview-rules.ts";

const figures = (change: Partial<PracticeChoices["figures"]>): PracticeChoices => ({
  ...DEFAULT_CHOICES,
  figures: { ...DEFAULT_CHOICES.figures, ...change },
});

it("counts a client once who would be offered another way back beside the one she is offered", () => {
  const near = aMum().readyToRun(30, { reviewInDays: 60 }).later(40);
  const mum = near.logged("strength", 13).noticed([{ kind: "pain", site: "hip", level: 2 }], 2);
  const triggers = mum.journey().proposals.map((row) => row.trigger);
  expect(triggers).toEqual(["review_near"]);
  const clients = [{ record: mum.record, today: mum.today }];
  expect(previewRules(clients, figures({ strength_lapse_days: 7 }))).toEqual({
    clients: 1,
    locked: 0,
    opened: 0,
    held: 0,
    waysBack: 1,
  });
  expect(previewRules(clients, DEFAULT_CHOICES)).toMatchObject({ clients: 1, waysBack: 0 });
  expect(previewRules([], DEFAULT_CHOICES)).toMatchObject({ clients: 0, waysBack: 0 });
});
