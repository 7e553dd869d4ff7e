import { conditionSchema } from "../../../domain/shared/vocabulary.ts";
import { MEASURES, measuresSchema } from "../../../domain/clearance/measures.ts";
import type { Paper, Part } from "../../../lib/pdf/paper.ts";
import { dayInWords } from "../../../words/days.ts";
import { sayMeasure } from "../../../words/say-measure.ts";
import { sayIn } from "../../../words/say.ts";
import { words } from "../../../words/server.ts";
import { dayOf } from "../../clock.ts";
import { onLetterhead } from "./letterhead.ts";
import type { SignOffSource } from "./source.ts";

const p = words("papers");
const t = words("physio");
const say = sayIn(words("journey"), "coach");

const inWords = (date: Date) => dayInWords(dayOf(date), "year");
const scopeOf = ({ row }: SignOffSource) => row.scope.map((one) => t(`form.scopes.${one}`)).join(", ");
const conditionsOf = ({ row }: SignOffSource) =>
  conditionSchema.array().parse(row.conditions).map(say.condition);
const signerOf = ({ row }: SignOffSource) =>
  p("summary.signerLine", {
    name: row.signerName,
    title: row.signerTitle,
    regulator: row.regulator,
    number: row.registrationNumber,
  });

function under(title: string, parts: readonly Part[]): readonly Part[] {
  return parts.length === 0 ? [] : [{ type: "heading", text: title }, ...parts];
}

function measured({ row }: SignOffSource): readonly Part[] {
  const { measures } = row.assessment;
  if (measures === null) return [];
  const { values } = measuresSchema.parse(measures);
  const rows = MEASURES.flatMap((measure): readonly (readonly string[])[] => {
    const value = values[measure.id];
    if (value === undefined) return [];
    const said = sayMeasure(measure, value, (word) => t(`form.measures.choice.${word as "yes"}`));
    return [[t(`form.measures.name.${measure.id}`), said]];
  });
  return [{ type: "table", head: [p("summary.measured"), p("summary.value")], rows }];
}

function standingOf({ row, isNewest }: SignOffSource): readonly Part[] {
  const withdrawn = row.withdrawals[0];
  if (withdrawn)
    return [
      {
        type: "text",
        tone: "strong",
        text: p("summary.withdrawn", { date: inWords(withdrawn.withdrawnOn) }),
      },
    ];
  return isNewest ? [] : [{ type: "text", tone: "strong", text: p("summary.superseded") }];
}

/** What the physio found and signed, to keep or to hand on to a doctor or midwife. */
export function summaryLetter(source: SignOffSource, madeAt: Date): Paper {
  const { row, practice, client, today } = source;
  const { assessment } = row;
  const isCleared = row.decision !== "not_yet";
  const rows: readonly (readonly [string, string] | false)[] = [
    [p("about"), client.name],
    [p("summary.seen"), inWords(row.assessedOn)],
    [p("summary.signed"), inWords(row.signedOn)],
    [p("summary.signer"), signerOf(source)],
    [p("summary.decision"), t(`form.decisions.${row.decision}`)],
    isCleared && [p("summary.covers"), scopeOf(source)],
    row.earliestRunOn !== null && [
      p("summary.from"),
      `${inWords(row.earliestRunOn)}. ${row.earliestRunReason ?? ""}`,
    ],
    [p("summary.until"), inWords(row.reviewBy)],
    [p("summary.restoration"), t(assessment.restorationOk ? "form.restorationYes" : "form.restorationNo")],
  ];
  const conditions = conditionsOf(source);
  const said = (words: string | null): readonly Part[] => (words ? [{ type: "text", text: words }] : []);
  return onLetterhead({
    title: p("summary.title", { physio: row.signerName }),
    practice: practice.name,
    to: [client.name],
    today,
    foot: p("footPhysio", { signer: row.signerName, practice: practice.name }),
    madeAt,
    parts: [
      ...standingOf(source),
      { type: "facts", rows: rows.filter((line) => line !== false) },
      ...under(p("summary.conditions"), conditions.length > 0 ? [{ type: "list", items: conditions }] : []),
      ...under(t("form.findings"), said(assessment.findings)),
      ...under(t("form.measures.title"), measured(source)),
      ...under(t("form.homeProgramme"), said(assessment.homeProgramme)),
      { type: "text", tone: "soft", text: p("summary.sealed", { code: row.passportCode }) },
    ],
  });
}

/** One page that says what stands and how anybody can check it: no findings, no history, nothing about her body. */
export function passportPaper(source: SignOffSource, checkAt: string, madeAt: Date): Paper {
  const { row, practice, client, today } = source;
  const { passportCode: code } = row;
  return onLetterhead({
    title: p("passport.title"),
    practice: practice.name,
    to: [],
    today,
    foot: p("foot", { practice: practice.name }),
    madeAt,
    parts: [
      { type: "text", text: p("passport.lead", { name: client.name }) },
      {
        type: "facts",
        rows: [
          [p("passport.name"), client.name],
          [p("summary.covers"), scopeOf(source)],
          [p("passport.until"), inWords(row.reviewBy)],
          [p("summary.signer"), signerOf(source)],
        ],
      },
      // What they are can be as private as a pessary, and this page is made to be shown.
      ...(conditionsOf(source).length > 0
        ? [{ type: "text", text: p("passport.conditions", { name: client.name }) } as const]
        : []),
      { type: "heading", text: p("passport.check") },
      {
        type: "code",
        code,
        address: `${checkAt}#${code}`,
        alt: p("passport.picture", { code: [...code.replaceAll("-", "")].join(" ") }),
      },
      { type: "text", text: p("passport.checkHow", { address: checkAt.replace(/^https?:\/\//, "") }) },
      { type: "text", tone: "soft", text: p("passport.today", { date: dayInWords(today, "year") }) },
    ],
  });
}
