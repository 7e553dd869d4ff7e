import type { Part } from "../../../lib/pdf/paper.ts";
import type { Finding } from "../../../domain/shared/vocabulary.ts";
import { dayInWords } from "../../../words/days.ts";
import { nameIn, sayIn } from "../../../words/say.ts";
import { words } from "../../../words/server.ts";
import { type ForPhysio, forPhysioSchema } from "../physio-view-schema.ts";
import type { SharedView } from "../shared-view.ts";

const t = words("physio");
const p = words("papers");
const named = nameIn(words("journey"));
const say = sayIn(words("journey"), "coach");

const shownSchema = forPhysioSchema.pick({
  sharing: true,
  birth: true,
  symptoms: true,
  tests: true,
  plan: true,
  daysBack: true,
});
type Shown = Pick<ForPhysio, "birth" | "symptoms" | "tests" | "plan" | "daysBack">;

function finding(one: Finding): string {
  switch (one.kind) {
    case "pain":
      return t("symptoms.pain", { site: t(`symptoms.site.${one.site}`), level: one.level });
    case "red_flag":
      return t("symptoms.redFlag", { sign: t(`symptoms.sign.${one.sign}`) });
    case "symptom":
      return t(`symptoms.finding.${one.symptom}`);
  }
}
const text = (words: string): Part => ({ type: "text", text: words });
const list = (items: readonly (string | null)[]): Part => ({
  type: "list",
  items: items.filter((item) => item !== null),
});

function birthParts(birth: NonNullable<Shown["birth"]>): readonly Part[] {
  const weeks = Math.floor(birth.daysSince / 7);
  return [
    text(t("birth.born", { date: dayInWords(birth.bornOn, "year"), weeks })),
    list([
      t(`birth.mode.${birth.mode}`),
      t(`birth.tear.${birth.tear}`),
      t("birth.babies", { count: birth.babies }),
      birth.gestationWeeks === null ? null : t("birth.gestation", { weeks: birth.gestationWeeks }),
      birth.pelvicHistory === null
        ? null
        : t("birth.pelvicHistory", { answer: birth.pelvicHistory ? "yes" : "no" }),
      birth.ranBeforeKmPerWeek === null ? null : t("birth.ranBefore", { km: birth.ranBeforeKmPerWeek }),
    ]),
    ...(birth.herWords ? [text(`${t("birth.herWords")}: ${birth.herWords}`)] : []),
  ];
}

function symptomParts({ holds, checks, clear, fromDay }: NonNullable<Shown["symptoms"]>): readonly Part[] {
  const rows = checks.map((check) => [
    dayInWords(check.day),
    t(`symptoms.moment.${check.moment as "before"}`),
    [check.findings.map(finding).join(", "), check.note].filter(Boolean).join(". "),
  ]);
  return [
    ...holds.map((hold): Part => {
      const said = t("symptoms.hold", { covers: hold.covers, date: dayInWords(hold.placedOn) });
      return { type: "text", tone: "strong", text: `${t("symptoms.holds")}: ${said}` };
    }),
    rows.length > 0
      ? { type: "table", head: [p("day"), p("moment"), p("noticed")], rows }
      : text(t("symptoms.nothing", { date: dayInWords(fromDay) })),
    ...(clear > 0 ? [text(t("symptoms.clear", { count: clear }))] : []),
  ];
}

type Run = NonNullable<Shown["tests"]>[number];

/** One row a test, left beside right: a difference is what a physio looks for. */
function testRows({ results }: Run): readonly (readonly string[])[] {
  const said = (of: (typeof results)[number] | undefined) => {
    if (!of) return "";
    const value = of.value === null ? t("tests.notDone") : String(of.value);
    return [value, ...of.symptoms.map(finding)].join(", ");
  };
  return [...Map.groupBy(results, (row) => row.test)].map(([test, sides]) => {
    const at = (side: Run["results"][number]["side"]) => sides.find((row) => row.side === side);
    const both = at("both");
    const name = named("test", test) ?? test;
    return both
      ? [name, `${t("tests.both")}: ${said(both)}`, ""]
      : [name, said(at("left")), said(at("right"))];
  });
}

function testParts(runs: readonly Run[]): readonly Part[] {
  if (runs.length === 0) return [text(t("tests.none"))];
  return runs.flatMap((run): readonly Part[] => [
    text(
      `${named("battery", run.battery) ?? run.battery}. ${t("tests.done", { date: dayInWords(run.doneOn) })}`,
    ),
    { type: "table", head: [t("tests.test"), t("tests.left"), t("tests.right")], rows: testRows(run) },
  ]);
}

function planParts(
  { goal, limits, plans, load }: NonNullable<Shown["plan"]>,
  daysBack: number,
): readonly Part[] {
  const lines = plans.map(
    (one) =>
      `${t(`plan.kind.${one.kind}`)}: ${t("plan.line", { title: one.title, level: one.level + 1, date: dayInWords(one.startsOn) })}`,
  );
  const rows = load.map((one) => [
    dayInWords(one.day),
    t(`plan.kind.${one.kind as "walking"}`),
    String(Math.round(one.minutesTotal)),
    String(Math.round(one.minutesRun)),
    one.effort === null ? "" : String(one.effort),
  ]);
  return [
    text(goal ? t("plan.goal", { days: goal.daysPerWeek, minutes: goal.minutesPerRun }) : t("plan.noGoal")),
    lines.length > 0 ? list(lines) : text(t("plan.none")),
    ...(limits.length > 0 ? [text(`${t("plan.limits")}: ${limits.map(say.condition).join(", ")}`)] : []),
    rows.length > 0
      ? { type: "table", head: [p("day"), p("session"), p("minutes"), p("running"), p("effort")], rows }
      : text(t("plan.noLoad", { days: daysBack })),
  ];
}

/** What she shares as parts of a letter; for each category she does not share, that, and not a word of it. */
export function sharedParts(
  view: SharedView,
  name: string,
  titles: { readonly symptoms: string; readonly plan: string },
): readonly Part[] {
  // The columns of free shape are checked here as they are for the page.
  const shown: Shown = shownSchema.parse(view);
  const under = (title: string, parts: readonly Part[] | null): readonly Part[] => [
    { type: "heading", text: title },
    ...(parts ?? [{ type: "text", tone: "soft", text: p("notShared", { name }) } as const]),
  ];
  return [
    ...under(t("birth.title"), shown.birth && birthParts(shown.birth)),
    ...under(titles.symptoms, shown.symptoms && symptomParts(shown.symptoms)),
    ...under(t("tests.title"), shown.tests && testParts(shown.tests)),
    ...under(titles.plan, shown.plan && planParts(shown.plan, shown.daysBack)),
  ];
}
