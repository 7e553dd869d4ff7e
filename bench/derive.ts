// `node bench/derive.ts`: what deriving a journey costs, for a month and for a year of facts. Absolute figures do not
// travel between machines; the ratio within a run does. The goal for a year: 0.2 ms.
import { aMum } from "../src/domain/journey/build.ts";
import { deriveJourney } from "../src/domain/journey/derive.ts";
import { FACT_KINDS, type ClientRecord } from "../src/domain/journey/facts.ts";

const ROUNDS = 3000;

/** A runner's days: impact or strength every other day, the day after answered, a check-in a week. */
function lived(days: number): {
  readonly record: ClientRecord;
  readonly on: ReturnType<typeof aMum>["today"];
} {
  let mum = aMum().readyToRun(60).planned("strength", 30).planned("walk_run", 0);
  for (let day = 0; day < days; day += 1) {
    mum = mum.later(1);
    if (day % 2 === 0) mum = mum.logged(day % 4 === 0 ? "walk_run" : "strength");
    else mum = mum.echoed();
    if (day % 7 !== 0) continue;
    const said = { sleepHours: 7, badNights: 0, energy: 5, mood: 5, littleInterest: null, feelingDown: null };
    mum = mum.does({ type: "checkIn", day: mum.today, ...said, words: null });
  }
  return { record: mum.record, on: mum.today };
}

function cost(days: number): { readonly facts: number; readonly median: number; readonly slow: number } {
  const { record, on } = lived(days);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Another record of the same facts each time: an answer that is known already costs nothing.
    const fresh = { ...record };
    const before = performance.now();
    deriveJourney(fresh, on);
    times.push(performance.now() - before);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return {
    facts: FACT_KINDS.reduce((sum, kind) => sum + record[kind].length, 0),
    median: at(0.5),
    slow: at(0.95),
  };
}

const [month, year] = [cost(30), cost(365)];
for (const [name, { facts, median, slow }] of [
  ["month", month],
  ["year", year],
] as const) {
  process.stdout.write(
    `a ${name}: ${facts} facts, ${median.toFixed(3)} ms median, ${slow.toFixed(3)} ms at 95 %\n`,
  );
}
process.stdout.write(
  `${(year.facts / month.facts).toFixed(1)} times the facts cost ${(year.median / month.median).toFixed(1)} times as much\n`,
);
