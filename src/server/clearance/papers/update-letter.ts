import type { Journey } from "../../../domain/journey/journey.ts";
import type { Paper, Part } from "../../../lib/pdf/paper.ts";
import { addDays } from "../../../domain/shared/day.ts";
import { dayInWords } from "../../../words/days.ts";
import { words } from "../../../words/server.ts";
import type { SharedView } from "../shared-view.ts";
import { onLetterhead } from "./letterhead.ts";
import { sharedParts } from "./shared-parts.ts";
import type { RequestSource } from "./source.ts";

const p = words("papers");
const j = words("journey");

/** The days an update looks back on. */
export const UPDATE_DAYS = 28;

/** Where she is: only what "goal and training" covers, and nothing when she does not share that. */
function standing(journey: Journey, shared: SharedView): readonly Part[] {
  if (!shared.plan) return [];
  const step = journey.steps.findLast((row) => row.status === "active");
  const { clearance } = journey;
  const signOff =
    clearance.status === "standing"
      ? p("update.stands", { signer: clearance.signer, until: dayInWords(clearance.reviewBy, "year") })
      : p("update.none");
  const rows: [string, string][] = [
    [p("update.standing"), signOff],
    ...(step ? [[p("update.step"), j(`steps.${step.id}.title`)] as [string, string]] : []),
    [p("update.run"), p(journey.lock.open ? "update.open" : "update.locked")],
  ];
  const minutes = (of: "minutesTotal" | "minutesRun") =>
    Math.round((shared.plan?.load ?? []).reduce((sum, one) => sum + one[of], 0));
  const sum = p("update.sum", {
    count: shared.plan.load.length,
    from: dayInWords(addDays(journey.day, -UPDATE_DAYS)),
    minutes: minutes("minutesTotal"),
    run: minutes("minutesRun"),
  });
  return [
    { type: "facts", rows },
    { type: "text", text: sum },
  ];
}

/** How she is doing, for her physio between two appointments: the same view, over four weeks. */
export function updateLetter(
  source: RequestSource,
  shared: SharedView,
  journey: Journey,
  madeAt: Date,
): Paper {
  const { practice, physio, client, today } = source;
  const since = p("update.symptoms", { date: dayInWords(addDays(today, -UPDATE_DAYS)) });
  return onLetterhead({
    title: p("update.title", { name: client.name }),
    practice: practice.name,
    to: [physio.name, physio.clinic],
    today,
    foot: p("foot", { practice: practice.name }),
    madeAt,
    parts: [
      ...standing(journey, shared),
      ...sharedParts(shared, client.name, { symptoms: since, plan: words("physio")("plan.title") }),
    ],
  });
}
