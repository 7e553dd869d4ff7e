// The page that lists every figure of the care, written from the data the rules themselves read.
import { BABY_AGES } from "../src/domain/journey/baby-ages.ts";
import { PRACTICE_FIGURES } from "../src/domain/journey/practice-rules.ts";
import { REVISIT_WAYS } from "../src/domain/journey/revisit-ways.ts";
import { BATTERIES, DEFAULT_BATTERY } from "../src/domain/readiness/batteries.ts";
import type { RuleRow } from "../src/domain/shared/rule-row.ts";
import { RULE_GROUPS } from "../src/domain/shared/rules.ts";
import { HELP_LINES } from "../src/domain/symptoms/help-lines.ts";
import { RED_FLAG_ROWS } from "../src/domain/symptoms/red-flags.ts";

const UNITS: { readonly [U in RuleRow["unit"]]: readonly [one: string, many: string] } = {
  days: ["day", "days"],
  weeks: ["week", "weeks"],
  minutes: ["minute", "minutes"],
  hours: ["hour", "hours"],
  nights: ["night", "nights"],
  sessions: ["session", "sessions"],
  levels: ["level", "levels"],
  percent: ["%", "%"],
  per_minute: ["a minute", "a minute"],
  metres_per_minute: ["m a minute", "m a minute"],
  of_ten: ["of 10", "of 10"],
  of_six: ["of 6", "of 6"],
};

const STRENGTHS: { readonly [S in RuleRow["strength"]]: string } = {
  guideline: "guideline",
  consensus: "panel of experts",
  cohort: "observed",
  expert_opinion: "expert opinion",
  method: "the method",
  design: "our choice",
};

const EDITORS: { readonly [E in Exclude<RuleRow["editableBy"], "practice">]: string } = {
  nobody: "nobody",
  physio: "a physio, for one mum",
  coach: "the coach, for one mum",
};

/** Who may change a figure, and for what a practice can set itself, within which bounds. */
function editorOf({ id, editableBy }: RuleRow): string {
  const bounds = PRACTICE_FIGURES.find((row) => row.id === id);
  if (bounds) return `the practice, from ${bounds.min} to ${bounds.max}`;
  return editableBy === "practice" ? "the practice (not yet by itself)" : EDITORS[editableBy];
}

const TIERS = { emergency: "call now", same_day: "a doctor today", mental_health: "a person to talk to now" };

const inWords = (code: string) => code.replaceAll("_", " ");
const cell = (text: string | number) => String(text).replaceAll("|", "\\|");

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function figures(): string {
  return RULE_GROUPS.map(({ title, rows }) => {
    const head = ["What it does", "Figure", "Source", "Ground", "May be changed by", "Id"];
    const lines = rows.map((row) => [
      row.says,
      `${row.value} ${UNITS[row.unit][row.value === 1 ? 0 : 1]}`,
      row.source,
      STRENGTHS[row.strength],
      editorOf(row),
      `\`${row.id}\``,
    ]);
    return `## ${title}\n\n${table(head, lines)}`;
  }).join("\n\n");
}

function waysBack(): string {
  const lines = REVISIT_WAYS.map(({ trigger, steps, more, mayBeOff, source }) => [
    inWords(trigger),
    steps.join(", ") || "levels back only",
    more.join(", ") || "nothing",
    mayBeOff ? "yes" : "no, it keeps her safe",
    source,
  ]);
  const head = ["Trigger", "Leads back to", "A practice may add", "A practice may switch it off", "Source"];
  return `## Ways back\n\nWhat is suggested. What safety does at once (a hold, restoration again, a level back) happens whatever is chosen here; a new pregnancy ends running.\n\n${table(head, lines)}`;
}

function babyAges(): string {
  const { months, min, max, most, source } = BABY_AGES;
  return `## Baby's ages\n\nAt ${months.join(", ")} months a word on sleep is shown to her. It holds nothing and moves nothing. Source: ${source}. Ground: ${STRENGTHS.method}. May be changed by: the practice, up to ${most} ages from ${min} to ${max} months; any family switches it off for good, without a reason.`;
}

function batteries(): string {
  const parts = BATTERIES.map((battery) => {
    const isDefault = DEFAULT_BATTERY[battery.kind] === battery;
    const lines = battery.tests.map((row) => [
      inWords(row.key),
      row.sides.length > 1 ? "each side" : "no sides",
      `${row.threshold} ${row.unit}`,
      row.source,
    ]);
    return [
      `### \`${battery.id}\`, version ${battery.version}${isDefault ? " (default)" : ""}`,
      `${battery.kind === "strength" ? "Strength" : "Load and impact"}. ${battery.source}. Ground: ${STRENGTHS[battery.strength]}. May be changed by: nobody; the practice chooses which battery it uses.`,
      table(["Test", "Sides", "Passed at", "Source"], lines),
    ].join("\n\n");
  });
  return `## Tests\n\nPassed when each side reaches the figure and nothing was felt during or after. Left and right are never averaged. The same test with another figure is another battery.\n\n${parts.join("\n\n")}`;
}

function redFlags(): string {
  const lines = RED_FLAG_ROWS.map((row) => [inWords(row.sign), TIERS[row.tier], row.source]);
  return `## Red flags\n\nOne is enough; they are never scored. May be changed by: nobody.\n\n${table(["Sign", "How fast", "Source"], lines)}`;
}

function helpLines(): string {
  const lines = Object.entries(HELP_LINES).flatMap(([country, { verifiedOn, source, lines: numbers }]) =>
    numbers.map((row) => [
      country,
      row.name,
      row.shown,
      row.tiers.map(inWords).join(", "),
      verifiedOn,
      source,
    ]),
  );
  return `## Numbers to call\n\n${table(["Country", "Who", "Number", "For", "Checked on", "Source"], lines)}`;
}

/** The whole page, as Markdown. */
export function rulesPage(): string {
  return [
    "# The figures of the care",
    "Written by `npm run rules` from the data the rules read; do not edit it here. Every figure says where it comes from and how firm the ground is: a published guideline, a panel of experts, something observed in people, one expert's opinion, the method of the seven steps, or our own choice where nothing is published. The figures inside a protocol stand in the protocol, with their sources.",
    figures(),
    waysBack(),
    babyAges(),
    batteries(),
    redFlags(),
    helpLines(),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}
