import type { HoldReason } from "../facts.ts";
import { PELVIC_SYMPTOMS } from "../../shared/findings.ts";
import { type Finding, RED_FLAGS } from "../../shared/vocabulary.ts";
import { type Chance, chanceOf } from "./chance.ts";
import type { Character } from "./character.ts";

/** What comes from outside in a life, as data: a life that went wrong is told again with fewer of these. */
export type Happening = { readonly day: number } & (
  | {
      readonly what: "feels";
      readonly when: "any_time" | "session" | "echo";
      readonly findings: readonly Finding[];
    }
  | { readonly what: "sleepless"; readonly days: number }
  | { readonly what: "holiday"; readonly days: number }
  /** Nothing of the kind is done for so long. */
  | { readonly what: "lapse"; readonly kind: "strength" | "walking" | "all"; readonly days: number }
  /** Her phone has no network: what she says arrives later, and not in order. */
  | { readonly what: "offline"; readonly days: number }
  | { readonly what: "illness"; readonly days: number }
  | { readonly what: "surgery" }
  | { readonly what: "pregnant"; readonly days: number; readonly endsWith: "birth" | "loss" }
  | { readonly what: "withdrawn" }
  | { readonly what: "denied" }
  | { readonly what: "credential_lost" }
  | { readonly what: "declined" }
  | {
      readonly what: "held";
      readonly reason: Extract<HoldReason, "coach_decision" | "client_decision" | "physio_decision" | "pain">;
    }
  | { readonly what: "paused"; readonly days: number }
  | { readonly what: "goal"; readonly minutes: number }
  | { readonly what: "impatient" }
  | { readonly what: "said"; readonly kind: "gp_check" | "baby_prompts_off" | "travel" | "sleep_regression" }
);

/** The last days are calm: nothing more happens and people do what is next, so that whoever is not back is stuck. */
export const CALM_DAYS = 170;

type Maker = (chance: Chance, day: number) => Happening;

const MAKERS: readonly (readonly [weight: number, make: Maker])[] = [
  [
    10,
    (chance, day) => ({
      day,
      what: "feels",
      when: chance.pick(["any_time", "session", "session", "echo"], day, "when"),
      findings: feltOn(chance, day),
    }),
  ],
  [6, (chance, day) => ({ day, what: "sleepless", days: chance.between(3, 20, day, "days") })],
  [4, (chance, day) => ({ day, what: "holiday", days: chance.between(3, 40, day, "days") })],
  [
    4,
    (chance, day) => ({
      day,
      what: "lapse",
      kind: chance.pick(["strength", "walking", "all"], day, "kind"),
      days: chance.between(5, 45, day, "days"),
    }),
  ],
  [5, (chance, day) => ({ day, what: "offline", days: chance.between(1, 9, day, "days") })],
  [3, (chance, day) => ({ day, what: "illness", days: chance.between(2, 12, day, "days") })],
  [1, (_, day) => ({ day, what: "surgery" })],
  [
    1,
    (chance, day) => ({
      day,
      what: "pregnant",
      days: chance.between(20, 270, day, "days"),
      endsWith: chance.pick(["birth", "loss"], day, "ends"),
    }),
  ],
  [2, (_, day) => ({ day, what: "withdrawn" })],
  [1, (_, day) => ({ day, what: "denied" })],
  [2, (_, day) => ({ day, what: "credential_lost" })],
  [2, (_, day) => ({ day, what: "declined" })],
  [
    3,
    (chance, day) => ({
      day,
      what: "held",
      reason: chance.pick(["coach_decision", "client_decision", "physio_decision", "pain"], day, "reason"),
    }),
  ],
  [2, (chance, day) => ({ day, what: "paused", days: chance.between(3, 20, day, "days") })],
  [1, (chance, day) => ({ day, what: "goal", minutes: chance.pick([15, 20, 25, 30], day, "minutes") })],
  [8, (_, day) => ({ day, what: "impatient" })],
  [
    2,
    (chance, day) => ({
      day,
      what: "said",
      kind: chance.pick(["gp_check", "baby_prompts_off", "travel", "sleep_regression"], day, "said"),
    }),
  ],
];

/** Weighted so that running is often open and often at risk: with even weights most bugs are never met. */
function feltOn(chance: Chance, day: number): readonly Finding[] {
  return chance.weighted<readonly Finding[]>(
    [
      [5, [{ kind: "symptom", symptom: chance.pick(PELVIC_SYMPTOMS, day, "pelvic") }]],
      [4, [{ kind: "pain", site: "knee", level: chance.between(1, 10, day, "pain") }]],
      [2, [{ kind: "red_flag", sign: chance.pick(RED_FLAGS, day, "sign") }]],
      [
        2,
        [
          {
            kind: "symptom",
            symptom: chance.pick(
              ["doming", "bleeding_lochia", "bleeding_period", "bleeding_other"] as const,
              day,
              "other",
            ),
          },
        ],
      ],
      [
        1,
        [
          { kind: "symptom", symptom: "heaviness" },
          { kind: "pain", site: "pelvis", level: 6 },
        ],
      ],
    ],
    day,
    "felt",
  );
}

/** What happens to her in so many days, in order. Nothing to a mum who is well. */
export function happeningsOf(character: Character, days: number): readonly Happening[] {
  if (character.isWell) return [];
  const chance = chanceOf(character.seed, character.number);
  const last = days - CALM_DAYS;
  const share = chance.pick([0.02, 0.05, 0.1], "how much happens");
  const happenings: Happening[] = [];
  for (let day = 1; day < last; day += 1) {
    if (!chance.happens(share, day, "happens")) continue;
    happenings.push(chance.weighted(MAKERS, day, "what")(chance, day));
  }
  return happenings;
}
