import type { ClientRecord, ProtocolOutline } from "../journey/facts.ts";
import type { PlanState } from "../journey/journey.ts";

type Line = Pick<ProtocolOutline["levels"][number], "title" | "minutesTotal" | "minutesRun">;

/** A level of a plan in short: the one she stands at, or one that a session of her calendar is to be done at. */
export function levelLine(
  { protocols }: Pick<ClientRecord, "protocols">,
  plan: PlanState,
  level: number,
): Line {
  const { levelTitle: title, minutesTotal, minutesRun } = plan;
  if (level === plan.level) return { title, minutesTotal, minutesRun };
  const outline = protocols.find((row) => row.versionId === plan.protocolVersionId);
  return outline?.levels[level] ?? { title, minutesTotal, minutesRun };
}
