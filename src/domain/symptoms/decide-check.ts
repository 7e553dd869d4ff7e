import type { CommandOf } from "../journey/commands.ts";
import { checkEvents } from "../journey/consequences.ts";
import { firstOf, fromPhone } from "../journey/day-checks.ts";
import { accept, type Deciding, type Decision, event, type Refusal, refuse } from "../journey/decision.ts";
import { addDays } from "../shared/day.ts";
import { redFlagSigns } from "../shared/findings.ts";
import { ruleValue } from "../shared/rules.ts";
import { HOUSE_BANDS, painBandsOf } from "./pain-bands.ts";

/**
 * What she notices, before, during, after, the day after or any time. Never refused for what it says: a symptom that
 * cannot be reported would be a danger. Holds follow in the same breath.
 */
export function checkSymptoms(command: CommandOf<"checkSymptoms">, deciding: Deciding): Decision {
  const { type: _, ...check } = command;
  const wrong = firstOf(fromPhone("day", check.day, deciding), echoRefusal(command, deciding));
  return wrong ? refuse(wrong) : accept(...checkEvents(check, deciding));
}

/** The day after is the day after: "fine" said on the day of the run would answer nothing. Symptoms are always taken. */
function echoRefusal(
  { moment, logId, day, findings }: CommandOf<"checkSymptoms">,
  { record }: Deciding,
): Refusal | null {
  if (moment !== "next_day") return null;
  const log = record.sessionLog.find((row) => row.id === logId);
  if (!log) return { code: "unknown", subject: "log" };
  return day <= log.doneOn && findings.length === 0
    ? { code: "echo_too_early", from: addDays(log.doneOn, ruleValue("echo_after_days")) }
    : null;
}

/** A person saw the red flag. The time is the record's; the hold stays. */
export function acknowledgeRedFlag(command: CommandOf<"acknowledgeRedFlag">, { record }: Deciding): Decision {
  const { id, checkId, note } = command;
  const check = record.symptomCheck.find((row) => row.id === checkId);
  if (!check) return refuse({ code: "unknown", subject: "check" });
  if (redFlagSigns(check.findings).length === 0) return refuse({ code: "no_red_flag" });
  if (record.redFlagAcknowledgement.some((row) => row.checkId === checkId)) return accept();
  return accept(event("redFlagAcknowledgement", { id, checkId, note }));
}

/** The weekly minute: sleep, energy, mood, own words. */
export function checkIn(command: CommandOf<"checkIn">, deciding: Deciding): Decision {
  const { type: _, ...row } = command;
  const wrong = fromPhone("day", row.day, deciding);
  return wrong ? refuse(wrong) : accept(event("checkIn", row));
}

/** The coach makes her traffic light stricter, or takes that back as far as the house's. Never looser. */
export function setPainBands(command: CommandOf<"setPainBands">, { record, today }: Deciding): Decision {
  const { id, greenMax, amberMax, note } = command;
  const { greenMax: green, amberMax: amber } = HOUSE_BANDS;
  if (greenMax > green || amberMax > amber) return refuse({ code: "bands_looser", green, amber });
  if (greenMax > amberMax) return refuse({ code: "bands_out_of_order" });
  const now = painBandsOf(record);
  if (now.greenMax === greenMax && now.amberMax === amberMax) return accept();
  return accept(event("painBands", { id, setOn: today, greenMax, amberMax, note }));
}
