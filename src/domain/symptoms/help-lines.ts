import type { RedFlagTier } from "../journey/journey.ts";

/** A number to call, as dialled. `id` chooses its words; `text` says that a text message is answered too. */
export type HelpLine = {
  readonly id:
    | "emergency"
    | "local_emergency"
    | "health_advice"
    | "parents"
    | "mental_health"
    | "perinatal_mental_health"
    | "suicide_crisis";
  readonly name: string;
  /** As a phone dials it: digits and plus only. Null where nobody can know the number: it is named in words then. */
  readonly dial: string | null;
  /** As people read it; empty when there is no number to show. */
  readonly shown: string;
  readonly text: boolean;
  readonly tiers: readonly RedFlagTier[];
};

type Country = { readonly verifiedOn: string; readonly source: string; readonly lines: readonly HelpLine[] };

const ALL = ["emergency", "same_day", "mental_health"] as const;
const TODAY = ["same_day"] as const;
const MIND = ["mental_health"] as const;

function line(
  id: HelpLine["id"],
  name: string,
  shown: string,
  tiers: readonly RedFlagTier[],
  text = false,
): HelpLine {
  const dial = shown.replace(/[^\d+]/g, "");
  return { id, name, dial: dial === "" ? null : dial, shown, text, tiers };
}

const emergency = (number: string) => line("emergency", number, number, ALL);

/**
 * Whom to call, per country (ISO 3166), in the order shown. A wrong number here can cost a life: change a row only
 * together with its `verifiedOn` and where it was read. Sources beside each country.
 */
export const HELP_LINES: Readonly<Record<string, Country>> = {
  NZ: {
    verifiedOn: "2026-11-22",
    source: "Whakarongorau Aotearoa (1737, Healthline); Whānau Āwhina Plunket; nzfamilies.org.nz",
    lines: [
      emergency("111"),
      line("health_advice", "Healthline", "0800 611 116", TODAY),
      line("parents", "PlunketLine", "0800 933 922", TODAY),
      line("mental_health", "1737", "1737", MIND, true),
      line("suicide_crisis", "Suicide Crisis Helpline", "0508 828 865", MIND),
    ],
  },
  AU: {
    verifiedOn: "2026-11-22",
    source: "healthdirect; panda.org.au",
    lines: [
      emergency("000"),
      line("health_advice", "healthdirect", "1800 022 222", TODAY),
      line("perinatal_mental_health", "PANDA", "1300 726 306", MIND),
      line("suicide_crisis", "Lifeline", "13 11 14", MIND),
    ],
  },
  GB: {
    verifiedOn: "2026-11-22",
    source: "NHS (111, mental health option 2); Samaritans",
    lines: [
      emergency("999"),
      line("health_advice", "NHS 111", "111", ["same_day", "mental_health"]),
      line("suicide_crisis", "Samaritans", "116 123", MIND),
    ],
  },
  IE: {
    verifiedOn: "2026-11-22",
    source: "HSE; Samaritans",
    lines: [emergency("112"), line("suicide_crisis", "Samaritans", "116 123", MIND)],
  },
  US: {
    verifiedOn: "2026-11-22",
    source: "HRSA National Maternal Mental Health Hotline; 988 Lifeline",
    lines: [
      emergency("911"),
      line("perinatal_mental_health", "Maternal Mental Health Hotline", "1-833-852-6262", MIND, true),
      line("suicide_crisis", "988 Lifeline", "988", MIND, true),
    ],
  },
  CA: {
    verifiedOn: "2026-11-22",
    source: "CAMH 9-8-8 Suicide Crisis Helpline; provincial 811",
    lines: [
      emergency("911"),
      line("health_advice", "811", "811", TODAY),
      line("suicide_crisis", "9-8-8", "988", MIND, true),
    ],
  },
};

/** Where no country is known, no number is guessed: a wrong one costs minutes. She is told to call her local one. */
const ANYWHERE: readonly HelpLine[] = [line("local_emergency", "", "", ALL)];

/** The pack of a country by its ISO code, "UK" being what people write for GB; null when there is none. */
function packOf(country: string): Country | null {
  const code = country.toUpperCase();
  return HELP_LINES[code === "UK" ? "GB" : code] ?? null;
}

/** The number of a country's emergency services as people read it, or null where none is known. */
export function emergencyNumberOf(country: string): string | null {
  return helpLinesFor(country, "emergency")[0]?.shown || null;
}

/** Numbers for a tier in her country, the most fitting first. Never empty. */
export function helpLinesFor(country: string, tier: RedFlagTier): readonly HelpLine[] {
  const lines = packOf(country)?.lines ?? ANYWHERE;
  const fitting = lines.filter((row) => row.tiers.includes(tier));
  // A person to talk to comes before the ambulance when the danger is in the mind; both are always there.
  return tier === "emergency" ? fitting : [...fitting.filter(isNotEmergency), ...fitting.filter(isEmergency)];
}

function isEmergency(row: HelpLine): boolean {
  return row.id === "emergency" || row.id === "local_emergency";
}
function isNotEmergency(row: HelpLine): boolean {
  return !isEmergency(row);
}
