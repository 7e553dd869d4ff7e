import type { z } from "zod";
import { type ProtocolContent, protocolContentSchema } from "./grammar.ts";
import { hasImpact } from "./totals.ts";

/** What can be wrong with a protocol, as codes; `words/en/protocols.json` has a sentence for each. */
export const PROBLEM_CODES = [
  "missing",
  "wrong_type",
  "not_whole",
  "too_small",
  "too_big",
  "empty",
  "too_long",
  "too_few",
  "too_many",
  "not_allowed",
  "unknown_field",
  "bad_shape",
  "range_reversed",
  "session_too_long",
  "short_version_too_long",
  "short_version_runs_more",
  "source_unknown",
  "exercise_unknown",
  "twice",
  "running_out_of_place",
  "cannot_go_on",
  "impact_without_clearance",
  "not_json",
  "file_too_long",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Where, and what. `bound` is the smallest or largest allowed, `names` the fields nobody knows. */
export type Problem = {
  readonly path: readonly (string | number)[];
  readonly code: ProblemCode;
  readonly bound?: number;
  readonly names?: readonly string[];
};

export type Reading =
  | { readonly ok: true; readonly content: ProtocolContent }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a protocol from anything (a file, a form). Never throws: answers with the content, or with every problem and
 * its path.
 * @param exercises ids that exist (shipped and the practice's own); an unknown one is a problem.
 */
export function readProtocol(raw: unknown, exercises: ReadonlySet<string>): Reading {
  const parsed = protocolContentSchema.safeParse(raw, { reportInput: true });
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(problemOf) };
  const unknown = unknownExercises(parsed.data, exercises);
  // What nobody knows counts as a landing: named first, so that it is not told as two mistakes.
  const problems = unknown.length > 0 ? unknown : unguardedImpact(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, content: parsed.data };
}

/** Exercises the content names and nobody has, each with its path. */
function unknownExercises(content: ProtocolContent, exercises: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  const look = (
    blocks: ProtocolContent["levels"][number]["sessions"][number]["blocks"],
    path: (string | number)[],
  ) => {
    for (const [index, block] of blocks.entries()) {
      if (block.type === "exercise" && !exercises.has(block.exercise)) {
        problems.push({ path: [...path, index, "exercise"], code: "exercise_unknown" });
      }
    }
  };
  for (const [levelAt, level] of content.levels.entries()) {
    for (const [sessionAt, session] of level.sessions.entries()) {
      const path = ["levels", levelAt, "sessions", sessionAt];
      look(session.blocks, [...path, "blocks"]);
      for (const [at, short] of (session.shorter ?? []).entries()) {
        look(short.blocks, [...path, "shorter", at, "blocks"]);
      }
    }
  }
  return problems;
}

/** Landings ask for a clearance that covers them, or for running to be open, before the protocol begins. */
function unguardedImpact({ levels, entry }: ProtocolContent): readonly Problem[] {
  const isGuarded = entry.some((row) => row.code === "clearance_covers" || row.code === "running_unlocked");
  const lands = levels.some((level) => level.sessions.some((session) => hasImpact(session)));
  return lands && !isGuarded ? [{ path: ["entry"], code: "impact_without_clearance" }] : [];
}

const OWN_CODES: ReadonlySet<string> = new Set(PROBLEM_CODES);

/** Of text and of lists people say something else than of a figure. */
const TOO_SMALL: Readonly<Record<string, ProblemCode>> = { string: "empty", array: "too_few" };
const TOO_BIG: Readonly<Record<string, ProblemCode>> = { string: "too_long", array: "too_many" };

function problemOf(issue: z.core.$ZodIssue): Problem {
  const path = issue.path.map((part) => (typeof part === "symbol" ? part.toString() : part));
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return { path, code: "missing" };
      return {
        path,
        code: issue.expected === "int" && typeof issue.input === "number" ? "not_whole" : "wrong_type",
      };
    case "too_small":
      return { path, code: TOO_SMALL[issue.origin] ?? "too_small", bound: Number(issue.minimum) };
    case "too_big":
      return { path, code: TOO_BIG[issue.origin] ?? "too_big", bound: Number(issue.maximum) };
    case "unrecognized_keys":
      return { path, code: "unknown_field", names: issue.keys };
    case "invalid_value":
    case "invalid_union":
      return { path, code: "not_allowed" };
    case "custom":
      return { path, code: OWN_CODES.has(issue.message) ? (issue.message as ProblemCode) : "bad_shape" };
    default:
      return { path, code: "bad_shape" };
  }
}
