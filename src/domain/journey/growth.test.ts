import { expect, it } from "vitest";
import { deriveJourney } from "./derive.ts";
import { FACT_KINDS, type ClientRecord } from "./facts.ts";
import { aMum } from "./build.ts";

/** Lets every list of facts count how often one of its rows is handed out. */
function counted(record: ClientRecord): { readonly record: ClientRecord; readonly reads: () => number } {
  let reads = 0;
  const watched = Object.fromEntries(
    FACT_KINDS.map((kind) => [
      kind,
      new Proxy(record[kind], {
        get: (rows, key) => {
          if (typeof key === "string" && /^\d+$/.test(key)) reads += 1;
          return Reflect.get(rows, key) as unknown;
        },
      }),
    ]),
  );
  return { record: { ...record, ...watched }, reads: () => reads };
}

/** A runner who logged so many sessions, with answers, check-ins and a symptom each month that was answered. */
function runnerWith(sessions: number): ClientRecord {
  let mum = aMum().readyToRun(60).planned("walk_run", 0, { level: 2 });
  for (let session = 0; session < sessions; session += 1) {
    mum = mum.later(2).logged("walk_run").logged("strength").later(1).echoed();
  }
  return mum.record;
}

it("reads her facts a number of times that grows with her facts, not with their square", () => {
  const [few, many] = [runnerWith(25), runnerWith(100)].map((record) => {
    const watched = counted(record);
    deriveJourney(watched.record, aMum().today);
    const facts = FACT_KINDS.reduce((sum, kind) => sum + record[kind].length, 0);
    return { facts, reads: watched.reads() };
  });
  const growth = many!.facts / few!.facts;
  expect(growth).toBeGreaterThan(2.5);
  // Twice as much again is generous; the square would be `growth` times as much.
  expect(many!.reads / few!.reads).toBeLessThan(growth * 1.3);
});
