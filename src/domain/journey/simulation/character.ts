import { addDays, type Day, day, type Weekday } from "../../shared/day.ts";
import { BIRTH_MODES, type BirthMode, TEARS, type Tear } from "../../shared/vocabulary.ts";
import { type Chance, chanceOf } from "./chance.ts";

/** Who she is and who cares for her. What happens to them is told apart (`happenings.ts`). */
export type Character = {
  readonly seed: number;
  readonly number: number;
  /** Zones with and without summer time, on both halves of the earth, and one off by half an hour. */
  readonly zone: string;
  readonly firstDay: Day;
  readonly weeksAtStart: number;
  readonly birth: {
    readonly mode: BirthMode;
    readonly tear: Tear;
    readonly babies: number;
    readonly gestationWeeks: number;
  };
  readonly goal: { readonly daysPerWeek: number; readonly minutesPerRun: number };
  readonly weekdays: readonly Weekday[];
  readonly mode: "propose" | "auto";
  /** Does everything right and feels well, and so do those around her. Nothing happens to her. */
  readonly isWell: boolean;
  /** Share of the sessions she does and of the questions she answers. */
  readonly diligence: number;
  /** Days until a physio answers, and how many days her sign-off lasts. */
  readonly physioDays: number;
  readonly reviewDays: number;
  readonly maxRunMinutes: number | null;
  readonly noHopping: boolean;
  readonly earlierTestsCount: boolean;
  /** The coach looks at her every so many days. */
  readonly coachDays: number;
  readonly credentialDays: number;
};

const ZONES = [
  "Pacific/Auckland",
  "Europe/London",
  "America/New_York",
  "Australia/Adelaide",
  "America/Santiago",
  "Asia/Kathmandu",
  "Pacific/Chatham",
] as const;
const WEEKS: readonly (readonly Weekday[])[] = [
  [1, 3, 5],
  [2, 4, 6],
  [1, 3, 6],
  [2, 4, 7],
];
const FIRST = day("2026-01-05");

/** The mum with this number of this seed. Every tenth is well and does everything right. */
export function characterOf(seed: number, number: number): Character {
  const chance = chanceOf(seed, number);
  const isWell = number % 10 === 0;
  return {
    seed,
    number,
    zone: chance.pick(ZONES, "zone"),
    firstDay: addDays(FIRST, chance.between(0, 364, "first day")),
    weeksAtStart: chance.weighted(
      [
        [6, chance.between(1, 8, "weeks early")],
        [3, chance.between(9, 20, "weeks")],
        [1, chance.between(21, 70, "weeks late")],
      ],
      "weeks at start",
    ),
    birth: birthOf(chance),
    goal: {
      daysPerWeek: 3,
      minutesPerRun: chance.pick([20, 25, 30], "minutes"),
    },
    weekdays: chance.pick(WEEKS, "weekdays"),
    mode: chance.pick(["propose", "propose", "auto"], "mode"),
    isWell,
    diligence: isWell ? 1 : chance.pick([1, 0.95, 0.85, 0.7], "diligence"),
    physioDays: chance.between(2, isWell ? 10 : 25, "physio days"),
    reviewDays: chance.between(isWell ? 120 : 30, 300, "review days"),
    maxRunMinutes: isWell ? null : chance.pick([null, null, null, 6, 12, 20], "max minutes"),
    noHopping: !isWell && chance.happens(0.1, "no hopping"),
    earlierTestsCount: isWell || chance.happens(0.6, "earlier tests"),
    coachDays: isWell ? 1 : chance.pick([1, 1, 2, 3], "coach days"),
    credentialDays: chance.between(90, 500, "credential days"),
  };
}

function birthOf(chance: Chance): Character["birth"] {
  const mode = chance.pick(BIRTH_MODES, "birth");
  const isCaesarean = mode.startsWith("caesarean");
  return {
    mode,
    tear: isCaesarean ? "none" : chance.pick(TEARS, "tear"),
    babies: chance.happens(0.03, "twins") ? 2 : 1,
    gestationWeeks: chance.weighted(
      [
        [9, chance.between(37, 42, "term")],
        [1, chance.between(26, 36, "preterm")],
      ],
      "gestation",
    ),
  };
}
