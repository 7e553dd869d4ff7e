import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "./build.ts";
import { deriveJourney } from "./derive.ts";
import type { Proposal } from "./journey.ts";
import {
  choicesOf,
  DEFAULT_CHOICES,
  figureOf,
  practiceChoicesSchema,
  problemsOf,
  type StoredChoices,
  wayOf,
} from "./practice-rules.ts";
import { previewRules } from "./preview-rules.ts";
import { DEFAULT_WAYS, REVISIT_WAYS, type Way, type WayTrigger } from "./revisit-ways.ts";
import { STEP_IDS } from "./steps.ts";

const choosing = (trigger: WayTrigger, way: Partial<Way>) => ({
  ...DEFAULT_CHOICES,
  revisit: { ...DEFAULT_WAYS, [trigger]: { ...DEFAULT_WAYS[trigger], ...way } },
});
const under = ({ record }: Mum, choices: StoredChoices) => ({
  ...record,
  practiceRules: [{ id: "r", recordedAt: "2026-01-01T00:00:00.000000Z", version: 1, choices }],
});
const proposals = (mum: Mum, choices: StoredChoices): readonly Proposal[] =>
  deriveJourney(under(mum, choices), mum.today).proposals;

const felt = aMum()
  .readyToRun(40)
  .does({
    type: "checkSymptoms",
    moment: "any_time",
    day: aMum().today,
    logId: null,
    sessionId: null,
    findings: [{ kind: "symptom", symptom: "heaviness" }],
    note: null,
  });
const tired = aMum().readyToRun(40).planned("walk_run", 5, { level: 4 }).fact("checkIn", {
  day: aMum().today,
  sleepHours: 5,
  badNights: null,
  energy: null,
  mood: null,
  littleInterest: null,
  feelingDown: null,
  words: null,
});
const SAFETY = REVISIT_WAYS.filter((row) => !row.mayBeOff).map((row) => row.trigger);

describe("the ways back of a practice", () => {
  it("begin with the product's table, each with its source", () => {
    expect(problemsOf(DEFAULT_CHOICES)).toEqual([]);
    expect(DEFAULT_WAYS.pelvic_symptom).toEqual({ on: true, steps: ["assessment", "restoration"] });
    expect(DEFAULT_WAYS.strength_lapse_niggle.steps).toEqual(["strength", "technique"]);
    for (const row of REVISIT_WAYS) {
      expect(row.source.length).toBeGreaterThan(5);
      expect([...row.steps, ...row.more]).not.toContain("running");
    }
  });

  it.each(["pelvic_symptom", "surgery", "review_near", "gap"] as const)(
    "%s is always answered",
    (trigger) => {
      expect(SAFETY).toContain(trigger);
      expect(problemsOf(choosing(trigger, { on: false }))).toEqual([{ code: "way_always_on", trigger }]);
    },
  );

  it("keep the steps of safety, take none that is not offered, and none twice", () => {
    expect(problemsOf(choosing("pelvic_symptom", { steps: ["restoration"] }))).toEqual([
      { code: "way_step_needed", trigger: "pelvic_symptom", step: "assessment" },
    ]);
    expect(problemsOf(choosing("tune_up", { steps: ["technique", "running"] }))).toEqual([
      { code: "way_step_not_offered", trigger: "tune_up", step: "running" },
    ]);
    expect(problemsOf(choosing("tune_up", { steps: ["technique", "technique"] }))).toEqual([
      { code: "way_step_not_offered", trigger: "tune_up", step: "technique" },
    ]);
    expect(problemsOf(choosing("strength_lapse_niggle", { steps: [] }))).toEqual([
      { code: "way_without_step", trigger: "strength_lapse_niggle" },
    ]);
    expect(problemsOf(choosing("short_sleep", { on: false }))).toEqual([]);
  });

  it("never lead to running, whichever step is sent for whichever trigger", () => {
    for (const { trigger } of REVISIT_WAYS)
      for (const step of STEP_IDS) {
        const problems = problemsOf(
          choosing(trigger, { steps: [...new Set([...DEFAULT_WAYS[trigger].steps, step])] }),
        );
        if (step === "running" || step === "revisit") expect(problems).not.toEqual([]);
      }
    const unknown = {
      ...DEFAULT_CHOICES,
      revisit: { ...DEFAULT_WAYS, new_pregnancy: { on: false, steps: [] } },
    };
    expect(practiceChoicesSchema.safeParse(unknown).success).toBe(false);
  });

  it("say which steps are suggested to her", () => {
    expect(proposals(felt, DEFAULT_CHOICES)[0]?.targets).toEqual(["assessment", "restoration"]);
    const more = choosing("pelvic_symptom", { steps: ["assessment", "restoration", "strength"] });
    expect(proposals(felt, more)[0]?.targets).toEqual(["assessment", "restoration", "strength"]);
  });

  it("that are off suggest nothing, and hold as before", () => {
    const off = choosing("short_sleep", { on: false });
    expect(proposals(tired, DEFAULT_CHOICES).map((row) => row.trigger)).toEqual(["short_sleep"]);
    expect(proposals(tired, off)).toEqual([]);
    const [run] = deriveJourney(under(tired, off), tired.today).plans.slice(-1);
    expect(run?.advice).toMatchObject({ kind: "hold" });
  });

  it("hold her after a pelvic symptom even in a version that nobody could save", () => {
    const journey = deriveJourney(
      under(felt, choosing("pelvic_symptom", { on: false, steps: [] })),
      felt.today,
    );
    expect(journey.lock.open).toBe(false);
    expect(journey.holds.map((hold) => hold.reason)).toContain("pelvic_symptom");
  });

  it("are as usual in a version from before they could be chosen", () => {
    const { batteries, figures } = DEFAULT_CHOICES;
    const { bad_nights: _, ...known } = figures;
    const old = { batteries, figures: known } as StoredChoices;
    expect(choicesOf(under(felt, old))).toEqual(DEFAULT_CHOICES);
    expect(figureOf(under(felt, old), "bad_nights")).toBe(figures.bad_nights);
    expect(wayOf(under(felt, old), "tune_up")).toEqual(DEFAULT_WAYS.tune_up);
  });

  it("are counted before they are saved", () => {
    const one = [{ record: under(tired, choosing("short_sleep", { on: false })), today: tired.today }];
    expect(previewRules(one, DEFAULT_CHOICES)).toMatchObject({ clients: 1, waysBack: 1 });
  });
});
