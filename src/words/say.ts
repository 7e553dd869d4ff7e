import type { Met } from "../domain/journey/journey.ts";
import type { ProgressReason, Reason } from "../domain/journey/reasons.ts";
import type { TimelineEntry } from "../domain/journey/timeline.ts";
import type { Condition } from "../domain/shared/vocabulary.ts";
import { type Args, argsOf } from "./args.ts";
import { dayInWords } from "./days.ts";

export type Reader = "mum" | "coach";

/** A translator of a room, from a hook or not. Keys are put together from codes here; a test walks them all. */
export type Translate = {
  (key: never, args?: never): string;
  has(key: never): boolean;
};

/** The name of a code of a vocabulary, or undefined when it has none. */
export function nameIn(journey: Translate) {
  return (vocabulary: string, code: string): string | undefined => {
    const key = `names.${vocabulary}.${code}` as never;
    return journey.has(key) ? journey(key) : undefined;
  };
}

/** The flat data of a code of the journey as arguments of its sentence, days with their year. */
export function argsIn(journey: Translate, data: Readonly<Record<string, unknown>>): Args {
  return argsOf(data, { day: (iso) => dayInWords(iso, "year"), name: nameIn(journey) });
}

/** The sentences of the journey's codes, for a reader. */
export function sayIn(journey: Translate, reader: Reader) {
  return {
    /** Why a step or running stands as it does; criteria say with `met` whether they are fulfilled. */
    reason: (reason: Reason, met?: Met): string =>
      journey(
        `reason.${reason.code}.${reader}` as never,
        { ...argsIn(journey, reason), met: met ?? "not_met" } as never,
      ),
    /** Why the next level is what it is. A reason without a sentence for her is silence. */
    progress: (reason: ProgressReason): string | null => {
      const key = `progress.${reason.code}.${reader}` as never;
      return journey.has(key) ? journey(key, argsIn(journey, reason) as never) : null;
    },
    /** A limit the physio set. */
    condition: (condition: Condition): string => {
      if (condition.kind === "other") return condition.words;
      const key = `names.condition.${condition.kind}` as never;
      if (condition.kind !== "stop_rule") return journey(key, argsIn(journey, condition) as never);
      const signs = condition.signs.map((sign) => journey(`names.stopSign.${sign}` as never));
      return journey(key, { signs: signs.join(", ") } as never);
    },
  };
}

/** One line of her story in words, for a coach. Needs the rooms `coach` and `journey`. */
export function entryIn(coach: Translate, journey: Translate, { what, data }: TimelineEntry): string {
  const args = argsIn(journey, data);
  for (const key of ["purpose", "event"] as const) {
    if (typeof data[key] === "string") args[`${key}Name`] = coach(`timeline.${key}.${data[key]}` as never);
  }
  if (typeof data["step"] === "string") {
    const key = `steps.${data["step"]}.title` as never;
    if (journey.has(key)) args["stepName"] = journey(key);
  }
  if (typeof data["why"] === "string") args["whyName"] = coach(`journey.why.${data["why"]}` as never);
  if (what === "session" && data["effort"] === null) args["effort"] = "none";
  return coach(`timeline.what.${what}` as never, args as never);
}
