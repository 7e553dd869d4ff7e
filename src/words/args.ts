/** Arguments of a sentence: what the domain said, with days and codes turned into words. */
export type Args = Record<string, string | number>;

type Tell = {
  /** A calendar day as people read it. */
  readonly day: (iso: string) => string;
  /** The name of a code of a vocabulary (`journey.names`), or undefined when it has none. */
  readonly name: (vocabulary: string, code: string) => string | undefined;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Codes a sentence chooses by; their names come along under another key. */
const CHOSEN = new Set(["side", "trigger"]);

/**
 * The flat data of a reason, refusal or chip as arguments of its sentence. Days are written out, codes get their
 * names, lists are left out. Names of `side` and `trigger` come as `sideName` and `triggerName`, because sentences
 * also choose by the code itself. Levels are counted from 1 for people (`levelNumber`).
 */
export function argsOf(data: Readonly<Record<string, unknown>>, tell: Tell): Args {
  const args: Args = {};
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === "number") args[key] = value;
    else if (typeof value === "boolean") args[key] = String(value);
    else if (typeof value === "string") {
      const name = DAY.test(value) ? tell.day(value) : tell.name(key, value);
      if (CHOSEN.has(key) && name !== undefined) args[`${key}Name`] = name;
      args[key] = CHOSEN.has(key) ? value : (name ?? value);
    } else if (value === null) args[key] = tell.name(key, "none") ?? "";
  }
  if (typeof data.to === "number") args.levelNumber = data.to + 1;
  if (typeof data.level === "number") args.painLevel = data.level;
  return args;
}
