import { createTranslator } from "use-intl";
import type { Explanation } from "../domain/journey/as-of.ts";
import type { Criterion, Journey, StepState } from "../domain/journey/journey.ts";
import type { Day } from "../domain/shared/day.ts";
import { dayInWords } from "./days.ts";
import { en } from "./index.ts";
import { LOCALE } from "./locale.ts";
import { argsIn, entryIn, sayIn, type Translate } from "./say.ts";

/** A part of an explanation: a heading and its lines. */
export type ExplainedPart = { readonly title: string; readonly lines: readonly string[] };

const room = <R extends "coach" | "explain" | "journey">(name: R) =>
  createTranslator({ locale: LOCALE, messages: en, namespace: name }) as unknown as Translate;

/** Enough of an id to find the fact by. */
const short = (id: string) => id.slice(-8);

/**
 * An explanation in words, for a coach or whoever looks after the system: facts, lock, steps with every criterion and
 * its evidence, plans and what comes next. `dayOf` tells the day of an instant in her zone.
 */
export function explained(
  { facts, journey }: Explanation,
  dayOf: (recordedAt: string) => Day,
): readonly ExplainedPart[] {
  const coach = room("coach");
  const words = room("journey");
  const explain = (key: string, args: object = {}) => room("explain")(key as never, args as never);
  const say = sayIn(words, "coach");
  const told = facts.map((entry) =>
    explain("fact", {
      day: dayInWords(dayOf(entry.at), "year"),
      who: coach(`timeline.actor.${entry.by.kind}` as never),
      sentence: entryIn(coach, words, entry),
      words: entry.words ?? "none",
      id: short(entry.id),
    }),
  );
  const part = (title: string, lines: readonly string[]): ExplainedPart => ({
    title,
    lines: lines.length > 0 ? lines : [explain("none")],
  });
  return [
    part(explain("facts", { count: facts.length }), told),
    part(
      explain("lock", { open: String(journey.lock.open) }),
      journey.lock.reasons.map((reason) => `${reason.point}. ${say.reason(reason)}`),
    ),
    ...(journey.limits.length > 0 ? [part(explain("limits"), journey.limits.map(say.condition))] : []),
    ...(journey.holds.length > 0 ? [part(explain("holds"), holdLines(journey, words, explain))] : []),
    ...journey.steps.map((step, at) => stepPart(step, at, words, explain)),
    part(
      explain("plans"),
      journey.plans.map((plan) =>
        explain("plan", {
          kind: words(`names.kind.${plan.kind}` as never),
          title: plan.title,
          level: plan.level + 1,
          levels: plan.levels,
          sentence: say.progress(plan.advice.because) ?? "",
        }),
      ),
    ),
    part(
      explain("proposals"),
      journey.proposals.map((row) =>
        words(
          `revisit.${row.trigger}.coach` as never,
          argsIn(words, { since: row.since, levels: row.rewindLevels }) as never,
        ),
      ),
    ),
    part(explain("next"), nextLines(journey, words, explain)),
  ];
}

type Explain = (key: string, args?: object) => string;

function holdLines({ holds }: Journey, words: Translate, explain: Explain): readonly string[] {
  return holds.map((hold) =>
    explain("hold", {
      covers: hold.covers,
      day: dayInWords(hold.since, "year"),
      reason: words(`names.reason.${hold.reason}` as never),
      wayOut: words(`wayOut.${hold.wayOut}.coach` as never),
    }),
  );
}

function stepPart(step: StepState, at: number, words: Translate, explain: Explain): ExplainedPart {
  const say = sayIn(words, "coach");
  const line = (what: "entry" | "exit") => (criterion: Criterion) =>
    explain("criterion", {
      what: explain(what),
      met: criterion.met,
      sentence: say.reason(criterion.reason, criterion.met),
      evidence: criterion.evidence.map(short).join(" ") || "none",
    });
  return {
    title: explain("step", {
      number: at + 1,
      title: words(`steps.${step.id}.title` as never),
      status: words(`status.${step.status}` as never),
      cycle: step.cycle,
    }),
    lines: [say.reason(step.reason), ...step.entry.map(line("entry")), ...step.exit.map(line("exit"))],
  };
}

function nextLines({ next }: Journey, words: Translate, explain: Explain): readonly string[] {
  return (["mum", "coach", "physio"] as const).map((person) => {
    const { code, ...data } = next[person];
    const key = `next.${person}.${code}` as never;
    const sentence = words.has(key) ? words(key, argsIn(words, data) as never) : code;
    return `${explain(`person.${person}`)}: ${sentence}`;
  });
}
