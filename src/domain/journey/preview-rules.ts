import type { Day } from "../shared/day.ts";
import { deriveJourney } from "./derive.ts";
import type { ClientRecord } from "./facts.ts";
import type { Journey } from "./journey.ts";
import type { PracticeChoices } from "./practice-rules.ts";

/** What a change of the practice's rules would do to its present clients, counted in clients. */
export type RulesPreview = {
  readonly clients: number;
  /** Run today, and would not. */
  readonly locked: number;
  /** Do not run today only because of tests, and would. */
  readonly opened: number;
  /** May go up a level today, and would be held or sent back. */
  readonly held: number;
  /** Would be offered a way back that they are not offered today. */
  readonly waysBack: number;
};

const ups = (journey: Journey) => journey.plans.filter((plan) => plan.mayLevelUp).map((plan) => plan.planId);
const ways = (journey: Journey) => new Set(journey.proposals.map((row) => row.trigger));

/** Derives every client twice, with the rules of now and with the others, and counts. Pure: nothing is saved. */
export function previewRules(
  clients: readonly { readonly record: ClientRecord; readonly today: Day }[],
  choices: PracticeChoices,
): RulesPreview {
  const counts = { locked: 0, opened: 0, held: 0, waysBack: 0 };
  for (const { record, today } of clients) {
    const now = deriveJourney(record, today);
    const version = (record.practiceRules.at(-1)?.version ?? 0) + 1;
    const planned = { id: "preview", recordedAt: "", version, choices };
    const then = deriveJourney({ ...record, practiceRules: [...record.practiceRules, planned] }, today);
    if (now.lock.open && !then.lock.open) counts.locked += 1;
    if (!now.lock.open && then.lock.open) counts.opened += 1;
    const stillUp = new Set(ups(then));
    if (ups(now).some((planId) => !stillUp.has(planId))) counts.held += 1;
    const known = ways(now);
    if ([...ways(then)].some((trigger) => !known.has(trigger))) counts.waysBack += 1;
  }
  return { clients: clients.length, ...counts };
}
