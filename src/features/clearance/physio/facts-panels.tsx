import { useTranslations } from "use-intl";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { useFinding } from "../use-finding.ts";
import { TimeAxis } from "./time-axis.tsx";
import type { View } from "./view.ts";

/** What the mum shared, one sheet a category, each with its own "not shared". */
export function FactsPanels({ view }: { view: View }) {
  return (
    <>
      <BirthPanel view={view} />
      <TimeAxis view={view} />
      <SymptomsPanel view={view} />
      <TestsPanel view={view} />
      <PlanPanel view={view} />
    </>
  );
}

function NotShared({ view }: { view: View }) {
  const t = useTranslations("physio");
  return <p className="text-ink-soft">{t("notShared", { name: view.client.name })}</p>;
}

function BirthPanel({ view }: { view: View }) {
  const t = useTranslations("physio.birth");
  const { birth } = view;
  if (!birth) {
    return (
      <Card title={t("title")} level={3}>
        <NotShared view={view} />
      </Card>
    );
  }
  const facts = [
    t(`mode.${birth.mode}`),
    t(`tear.${birth.tear}`),
    t("babies", { count: birth.babies }),
    birth.gestationWeeks === null ? null : t("gestation", { weeks: birth.gestationWeeks }),
  ];
  return (
    <Card title={t("title")} level={3}>
      <p className="font-semibold">
        {t("born", { date: dayInWords(birth.bornOn, "year"), weeks: Math.floor(birth.daysSince / 7) })}
      </p>
      <p>{facts.filter(Boolean).join(" · ")}</p>
      <ul className="mt-2 space-y-1 text-ink-soft">
        {birth.pelvicHistory !== null && (
          <li>{t("pelvicHistory", { answer: birth.pelvicHistory ? "yes" : "no" })}</li>
        )}
        {birth.ranBeforeKmPerWeek !== null && <li>{t("ranBefore", { km: birth.ranBeforeKmPerWeek })}</li>}
      </ul>
      {birth.herWords && (
        <figure className="mt-3">
          <figcaption className="text-ink-soft text-sm">{t("herWords")}</figcaption>
          <blockquote className="whitespace-pre-line border-line-strong border-s-2 ps-3">
            {birth.herWords}
          </blockquote>
        </figure>
      )}
    </Card>
  );
}

function SymptomsPanel({ view }: { view: View }) {
  const t = useTranslations("physio.symptoms");
  const say = useFinding();
  const { symptoms } = view;
  return (
    <Card title={t("title", { days: view.daysBack })} level={3}>
      {!symptoms && <NotShared view={view} />}
      {symptoms && (
        <div className="space-y-3">
          {symptoms.holds.map((hold) => (
            <Notice key={hold.id} tone="wait" title={t("holds")}>
              {t("hold", { covers: hold.covers, date: dayInWords(hold.placedOn) })}
            </Notice>
          ))}
          {symptoms.checks.length === 0 && <p>{t("nothing", { date: dayInWords(symptoms.fromDay) })}</p>}
          <ol className="space-y-3">
            {symptoms.checks.map((check) => (
              <li key={check.id} className="border-line border-s-2 ps-3">
                <p className="text-ink-soft text-sm">
                  {dayInWords(check.day)}, {t(`moment.${check.moment as "before"}`)}
                </p>
                <p className="font-semibold">{check.findings.map(say).join(", ")}</p>
                {check.note && <p className="whitespace-pre-line">{check.note}</p>}
              </li>
            ))}
          </ol>
          {symptoms.clear > 0 && (
            <p className="text-ink-soft text-sm">{t("clear", { count: symptoms.clear })}</p>
          )}
        </div>
      )}
    </Card>
  );
}

type Run = NonNullable<View["tests"]>[number];

/** One row a test, left beside right: a difference is what a physio looks for. */
function TestsPanel({ view }: { view: View }) {
  const t = useTranslations("physio.tests");
  return (
    <Card title={t("title")} level={3}>
      {!view.tests && <NotShared view={view} />}
      {view.tests?.length === 0 && <p>{t("none")}</p>}
      {view.tests?.map((run) => (
        <TestTable key={run.id} run={run} />
      ))}
    </Card>
  );
}

function TestTable({ run }: { run: Run }) {
  const t = useTranslations("physio.tests");
  const names = useTranslations("journey.names.test");
  const tests = [...new Set(run.results.map((row) => row.test))];
  const at = (test: string, side: Run["results"][number]["side"]) =>
    run.results.find((row) => row.test === test && row.side === side);
  return (
    <table className="mt-4 w-full border-collapse text-sm first:mt-0 print:break-inside-avoid">
      <caption className="pb-1 text-start text-ink-soft">
        {t("done", { date: dayInWords(run.doneOn, "year") })}
      </caption>
      <thead>
        <tr className="border-line-strong border-b">
          {(["test", "left", "right"] as const).map((column) => (
            <th key={column} scope="col" className="py-1 pe-3 text-start font-semibold">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {tests.map((test) => {
          const both = at(test, "both");
          return (
            <tr key={test}>
              <th scope="row" className="py-1.5 pe-3 text-start font-normal">
                {names.has(test as "walk") ? names(test as "walk") : test.replaceAll("_", " ")}
              </th>
              {both ? (
                <td colSpan={2} className="py-1.5">
                  <Result result={both} isBoth />
                </td>
              ) : (
                (["left", "right"] as const).map((side) => (
                  <td key={side} className="py-1.5 pe-3">
                    <Result result={at(test, side)} />
                  </td>
                ))
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Result({
  result,
  isBoth = false,
}: {
  result: Run["results"][number] | undefined;
  isBoth?: boolean;
}) {
  const t = useTranslations("physio.tests");
  const say = useFinding();
  if (!result) return null;
  return (
    <>
      {isBoth && <span className="text-ink-soft">{t("both")}: </span>}
      <span className="tabular-nums">{result.value ?? t("notDone")}</span>
      {result.symptoms.length > 0 && <strong className="block">{result.symptoms.map(say).join(", ")}</strong>}
    </>
  );
}

function PlanPanel({ view }: { view: View }) {
  const t = useTranslations("physio.plan");
  const say = useSay("coach");
  const { plan } = view;
  return (
    <Card title={t("title")} level={3}>
      {!plan && <NotShared view={view} />}
      {plan && (
        <div className="space-y-3">
          <p>
            {plan.goal
              ? t("goal", { days: plan.goal.daysPerWeek, minutes: plan.goal.minutesPerRun })
              : t("noGoal")}
          </p>
          {plan.plans.length === 0 && <p className="text-ink-soft">{t("none")}</p>}
          <ul className="space-y-1">
            {plan.plans.map((one) => (
              <li key={one.id}>
                <span className="font-semibold">{t(`kind.${one.kind}`)}</span>
                {": "}
                {t("line", { title: one.title, level: one.level + 1, date: dayInWords(one.startsOn) })}
              </li>
            ))}
          </ul>
          {plan.limits.length > 0 && (
            <div>
              <h4 className="font-semibold text-base">{t("limits")}</h4>
              <ul className="list-disc ps-5">
                {plan.limits.map((one) => (
                  <li key={say.condition(one)}>{say.condition(one)}</li>
                ))}
              </ul>
            </div>
          )}
          {plan.load.length === 0 && <p className="text-ink-soft">{t("noLoad", { days: view.daysBack })}</p>}
          {plan.load.length > 0 && <Sessions load={plan.load} days={view.daysBack} />}
        </div>
      )}
    </Card>
  );
}

type Load = NonNullable<View["plan"]>["load"];

/** What each session was and how it felt; their minutes are in the picture above. */
function Sessions({ load, days }: { load: Load; days: number }) {
  const t = useTranslations("physio.plan");
  return (
    <div>
      <h4 className="mb-1 font-semibold text-base">{t("load", { days })}</h4>
      <ul className="space-y-1 text-sm">
        {load.map((one, index) => (
          <li key={`${one.day}-${index + 1}`} className="grid grid-cols-[6.5rem_1fr] gap-3">
            <span className="text-ink-soft">{dayInWords(one.day)}</span>
            <span>
              {[
                t(`kind.${one.kind as "walking"}`),
                t("session", { minutes: Math.round(one.minutesTotal) }),
                one.minutesRun > 0 ? t("run", { minutes: Math.round(one.minutesRun) }) : null,
                one.effort === null ? null : t("effort", { effort: one.effort }),
              ]
                .filter(Boolean)
                .join(", ")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
