import type { CommandOf } from "../journey/commands.ts";
import { safetyEvents } from "../journey/consequences.ts";
import { sinceBirth } from "../journey/day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import { type Battery, batteryOf } from "./batteries.ts";

/** Results of a battery, side by side, done on one day. A symptom felt in a test acts like one felt anywhere. */
export function recordBattery(command: CommandOf<"recordBattery">, deciding: Deciding): Decision {
  const { id, version, doneOn, results } = command;
  const battery = batteryOf(command.battery, version);
  if (!battery) return refuse({ code: "unknown", subject: "battery" });
  const wrong = sinceBirth("doneOn", doneOn, deciding) ?? resultsRefusal(command, battery);
  if (wrong) return refuse(wrong);
  const findings = results.flatMap((result) => result.symptoms);
  return accept(
    event("batteryRun", { id, battery: battery.id, version, doneOn, results }),
    ...safetyEvents({ id, day: doneOn, findings, isOfRun: false }, deciding),
  );
}

function resultsRefusal({ results }: CommandOf<"recordBattery">, battery: Battery): Refusal | null {
  const seen = new Set<string>();
  for (const { test, side } of results) {
    const known = battery.tests.find((row) => row.key === test);
    if (!known) return { code: "test_unknown", test };
    if (!known.sides.includes(side)) return { code: "test_side_wrong", test, side };
    if (seen.has(`${test} ${side}`)) return { code: "test_twice", test, side };
    seen.add(`${test} ${side}`);
  }
  return results.length === 0 ? { code: "results_missing" } : null;
}
