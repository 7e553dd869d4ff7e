import type { Paper } from "../../../lib/pdf/paper.ts";
import { dayInWords } from "../../../words/days.ts";
import { words } from "../../../words/server.ts";
import type { SharedView } from "../shared-view.ts";
import { onLetterhead } from "./letterhead.ts";
import { sharedParts } from "./shared-parts.ts";
import type { RequestSource } from "./source.ts";

const p = words("papers");
const t = words("physio");

/** The request as a letter, for a clinic that works on paper: who asks and why, and what the mum shares. */
export function requestLetter(source: RequestSource, shared: SharedView, madeAt: Date): Paper {
  const { practice, physio, client, request, today } = source;
  const { name } = client;
  return onLetterhead({
    title: p("request.title", { kind: request.kind, name }),
    practice: practice.name,
    to: [physio.name, physio.clinic],
    today,
    foot: p("foot", { practice: practice.name }),
    madeAt,
    parts: [
      {
        type: "facts",
        rows: [
          [p("about"), name],
          [p("request.asked"), `${request.askedBy}, ${dayInWords(request.askedOn, "year")}`],
          [p("request.due"), dayInWords(request.dueOn, "year")],
        ],
      },
      { type: "heading", text: p("request.why") },
      { type: "text", text: request.reason },
      ...sharedParts(shared, name, {
        symptoms: t("symptoms.title", { days: shared.daysBack }),
        plan: t("plan.title"),
      }),
      { type: "heading", text: p("request.how") },
      { type: "text", text: p("request.howBody", { address: physio.email }) },
    ],
  });
}
