import { describe, expect, it } from "vitest";
import { explain } from "../domain/journey/as-of.ts";
import { aMum, type Mum } from "../domain/journey/build.ts";
import { addDays, day } from "../domain/shared/day.ts";
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
