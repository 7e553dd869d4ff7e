import { describe, expect, it } from "vitest";
import { explain } from "../domain/journey/as-of.ts";
import { aMum, type Mum } from "../domain/journey/build.ts";
import { addDays, day } from "../domain/shared/day.ts";
import { CONDITION_KINDS, type Condition } from "../domain/shared/vocabulary.ts";
import { explained } from "./explain.ts";

const TODAY = day("2026-11-25");
const utc = (instant: string) => day(instant.slice(0, 10));
const told = (mum: Mum, on = TODAY) => explained(explain(mum.record, on, utc), utc);
const text = (mum: Mum, on = TODAY) =>
  told(mum, on)
    .flatMap(({ title, lines }) => [title, ...lines])
    .join("\n");

const ready = aMum({ today: TODAY }).readyToRun();
const STORIES: readonly (readonly [string, Mum])[] = [
  ["nothing known", aMum({ today: TODAY })],
  ["waiting for the physio", aMum({ today: TODAY }).bornWeeksAgo(6).asked()],
  ["ready to run", ready],
  [
    "with limits",
    aMum({ today: TODAY }).readyToRun(20, { conditions: [{ kind: "max_run_minutes", minutes: 20 }] }),
  ],
  [
    "running, with a heavy feeling",
    ready.planned("walk_run").noticed([{ kind: "symptom", symptom: "heaviness" }]),
  ],
  ["with a red flag", ready.noticed([{ kind: "red_flag", sign: "fever" }])],
];

describe("a journey explained", () => {
  it.each(STORIES)("is whole sentences, no code and no missing argument: %s", (_, mum) => {
    const said = text(mum);
    expect(said).not.toMatch(/\b(reason|progress|next|names|timeline|explain)\.[a-z_.]+|[{}]/);
    // A code left in a sentence has an underscore.
    expect(said).not.toMatch(/[a-z]+_[a-z]+/);
  });

  it("says every condition a physio can set", () => {
    const conditions: Condition[] = [
      { kind: "max_run_minutes", minutes: 20 },
      { kind: "flat_only" },
      { kind: "no_hopping" },
      { kind: "pessary_worn" },
      { kind: "no_buggy" },
      { kind: "soft_surface_only" },
      { kind: "stop_rule", signs: ["leak", "pain"] },
      { kind: "other", words: "Not on two days running" },
    ];
    expect(conditions.map((one) => one.kind)).toEqual(CONDITION_KINDS);
    const parts = told(aMum({ today: TODAY }).readyToRun(20, { conditions }));
    expect(parts.find((part) => part.lines.includes("Flat ground only"))?.lines).toEqual([
      "At most 20 minutes of running",
      "Flat ground only",
      "No hopping",
      "Pessary worn",
      "Without the buggy",
      "Soft ground only",
      "Stop at the first sign of: leaking, pain",
      "Not on two days running",
    ]);
  });

  it("names every fact, every reason of the lock and all seven steps", () => {
    const mum = aMum({ today: TODAY }).bornWeeksAgo(6).asked();
    const parts = told(mum);
    const { facts, journey } = explain(mum.record, TODAY, utc);
    expect(parts[0]?.lines).toHaveLength(facts.length);
    expect(parts[1]).toMatchObject({ title: "Running: locked" });
    expect(parts[1]?.lines).toHaveLength(journey.lock.reasons.length);
    expect(parts.filter(({ title }) => /^[1-7] /.test(title))).toHaveLength(7);
  });

  it("tells of a past day what was known then", () => {
    expect(text(ready)).toContain("Running: open");
    const before = text(ready, addDays(TODAY, -10));
    expect(before).toContain("Running: locked");
    expect(before).not.toContain("Signed by");
  });
});
