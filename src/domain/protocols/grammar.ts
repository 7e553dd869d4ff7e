import { z } from "zod";
import { PROTOCOL_KINDS } from "../journey/steps.ts";
import { ruleValue } from "../shared/rules.ts";
import { SCOPES } from "../shared/vocabulary.ts";
import { blocksSchema, codeSchema, type Move } from "./blocks.ts";
import { growingStretch } from "./ladder.ts";
import { blocksSeconds, runSeconds } from "./measure.ts";

/**
 * What a protocol version is: ordered levels, each with its sessions, each with its blocks. Data and nothing else, so
 * that a practice can write its own, and strict, so that a slip is found where it was made: every problem carries its
 * path. Messages of own checks are codes (`problems.ts`); sentences are made at the edge.
 */

/** Longest session anybody may plan, seconds. */
const SESSION_LONGEST = 6 * 3600;

/** Minutes of the shorter versions every session has, written out or derived (`shorten.ts`). */
export const SHORT_MINUTES = [5, 10, 20] as const;
export type ShortMinutes = (typeof SHORT_MINUTES)[number];

const titleSchema = z.string().trim().min(1).max(80);
const wordsSchema = z.string().trim().min(1).max(600);
const sourceKey = codeSchema.exactOptional();

/**
 * What opens a protocol or level, and what says it is done. Codes the rules know; `source` names where the figure is
 * from (a key of the protocol's sources).
 */
export const criterionSchema = z.discriminatedUnion("code", [
  z.strictObject({ code: z.literal("intake_complete"), source: sourceKey }),
  z.strictObject({ code: z.literal("assessment_recorded"), source: sourceKey }),
  z.strictObject({ code: z.literal("no_red_flag"), source: sourceKey }),
  z.strictObject({ code: z.literal("no_pelvic_symptom"), source: sourceKey }),
  z.strictObject({ code: z.literal("restoration_foundation"), source: sourceKey }),
  z.strictObject({
    code: z.literal("weeks_since_birth"),
    weeks: z.int().min(0).max(104),
    source: sourceKey,
  }),
  z.strictObject({ code: z.literal("clearance_covers"), scope: z.enum(SCOPES), source: sourceKey }),
  z.strictObject({
    code: z.literal("battery_passed"),
    battery: z.enum(["load_impact", "strength"]),
    source: sourceKey,
  }),
  z.strictObject({ code: z.literal("walking_met"), source: sourceKey }),
  z.strictObject({
    code: z.literal("symptom_free_walk"),
    minutes: z.int().min(1).max(240),
    source: sourceKey,
  }),
  z.strictObject({ code: z.literal("running_unlocked"), source: sourceKey }),
  z.strictObject({
    code: z.literal("clean_sessions"),
    sessions: z.int().min(1).max(50),
    source: sourceKey,
  }),
  z.strictObject({ code: z.literal("next_day_answered"), source: sourceKey }),
  z.strictObject({ code: z.literal("running_continuous"), source: sourceKey }),
  z.strictObject({ code: z.literal("running_goal_met"), source: sourceKey }),
  z.strictObject({ code: z.literal("coach_decides"), source: sourceKey }),
  z.strictObject({ code: z.literal("physio_decides"), source: sourceKey }),
]);
export type Criterion = z.infer<typeof criterionSchema>;

const criteriaSchema = z.array(criterionSchema).max(12);

/** A protocol may be stricter than the house's traffic light, never looser; pelvic symptoms always stop the session. */
const symptomRuleSchema = z
  .strictObject({
    painGreenMax: z.int().min(0).max(ruleValue("pain_green_max")),
    painAmberMax: z.int().min(0).max(ruleValue("pain_amber_max")),
    pelvic: z.literal("stop"),
    doming: z.enum(["easier", "stop"]),
    bleedingMore: z.enum(["rest", "stop"]),
  })
  .refine((rule) => rule.painGreenMax <= rule.painAmberMax, {
    error: "range_reversed",
    path: ["painAmberMax"],
  });
export type SymptomRule = z.infer<typeof symptomRuleSchema>;

/** The house's traffic light, from the list of rules. */
export const HOUSE_SYMPTOM_RULE: SymptomRule = {
  painGreenMax: ruleValue("pain_green_max"),
  painAmberMax: ruleValue("pain_amber_max"),
  pelvic: "stop",
  doming: "easier",
  bleedingMore: "rest",
};

const shorterSchema = z.strictObject({
  minutes: z.union([z.literal(5), z.literal(10), z.literal(20)]),
  blocks: blocksSchema,
});

/** One session. `shorter` holds versions written by hand; the others are derived. */
export const sessionSchema = z
  .strictObject({
    title: titleSchema,
    blocks: blocksSchema,
    shorter: z.array(shorterSchema).max(SHORT_MINUTES.length).exactOptional(),
  })
  .superRefine((session, ctx) => {
    if (blocksSeconds(session.blocks) > SESSION_LONGEST) {
      ctx.addIssue({ code: "custom", message: "session_too_long", path: ["blocks"] });
    }
    const seen = new Set<number>();
    for (const [index, short] of (session.shorter ?? []).entries()) {
      const path = ["shorter", index];
      if (seen.has(short.minutes)) ctx.addIssue({ code: "custom", message: "twice", path });
      seen.add(short.minutes);
      // A short version that is longer than it says, or runs more than the whole, would be a trap.
      if (blocksSeconds(short.blocks) > short.minutes * 60) {
        ctx.addIssue({ code: "custom", message: "short_version_too_long", path: [...path, "blocks"] });
      }
      if (runSeconds(short.blocks) > runSeconds(session.blocks)) {
        ctx.addIssue({ code: "custom", message: "short_version_runs_more", path: [...path, "blocks"] });
      }
    }
  });
export type ProtocolSession = z.infer<typeof sessionSchema>;

/** One level. With several sessions she takes turns (A, B, A …). `phase` groups levels under a heading. */
export const levelSchema = z
  .strictObject({
    title: titleSchema,
    phase: titleSchema.exactOptional(),
    /** Said to her before the session. */
    note: wordsSchema.exactOptional(),
    perWeek: z.strictObject({ from: z.int().min(1).max(14), to: z.int().min(1).max(14) }),
    sessions: z.array(sessionSchema).min(1).max(7),
    /** On top of the protocol's own criteria. */
    entry: criteriaSchema.exactOptional(),
    exit: criteriaSchema.exactOptional(),
    /** Keys of the protocol's sources that the figures of this level are from. */
    sources: z.array(codeSchema).min(1).max(10),
  })
  .refine((level) => level.perWeek.from <= level.perWeek.to, {
    error: "range_reversed",
    path: ["perWeek", "to"],
  });
export type ProtocolLevel = z.infer<typeof levelSchema>;

/** How firm the ground is: the same scale as the list of rules. */
export const STRENGTHS = ["guideline", "consensus", "cohort", "expert_opinion", "method", "design"] as const;

/** Where figures are from, and how firm the ground is. */
const sourceSchema = z.strictObject({
  key: codeSchema,
  title: z.string().trim().min(1).max(200),
  strength: z.enum(STRENGTHS),
  /** What was taken from it, in our words. */
  says: wordsSchema,
});
export type ProtocolSource = z.infer<typeof sourceSchema>;

/** Situations a variant is written for; null is for everybody. */
export const VARIANTS = ["caesarean", "sphincter_injury", "pelvic_history"] as const;

export const protocolContentSchema = z
  .strictObject({
    /** Edition of this grammar. A later edition reads an earlier one. */
    grammar: z.literal(1),
    slug: codeSchema,
    kind: z.enum(PROTOCOL_KINDS),
    variant: z.enum(VARIANTS).nullable(),
    title: titleSchema,
    summary: wordsSchema,
    levels: z.array(levelSchema).min(1).max(200),
    /** After the last level it goes on to her goal, each further level so many minutes longer (`journey/ladders.ts`). */
    onwardMinutes: z.int().min(1).max(10).exactOptional(),
    entry: criteriaSchema,
    exit: criteriaSchema,
    symptomRule: symptomRuleSchema,
    sources: z.array(sourceSchema).min(1).max(30),
    /** Content is always a draft; that a physio has reviewed it is a fact beside the version, never inside it. */
    review: z.literal("draft"),
  })
  .superRefine((content, ctx) => {
    const keys = new Set<string>();
    for (const [index, source] of content.sources.entries()) {
      if (keys.has(source.key)) {
        ctx.addIssue({ code: "custom", message: "twice", path: ["sources", index, "key"] });
      }
      keys.add(source.key);
    }
    for (const { path, key } of sourceKeysOf(content)) {
      if (!keys.has(key)) ctx.addIssue({ code: "custom", message: "source_unknown", path });
    }
    if (!isGoingOn(content)) {
      ctx.addIssue({ code: "custom", message: "cannot_go_on", path: ["onwardMinutes"] });
    }
    for (const path of runsOutOfPlace(content)) {
      ctx.addIssue({ code: "custom", message: "running_out_of_place", path });
    }
  });
export type ProtocolContent = z.infer<typeof protocolContentSchema>;

type Path = (string | number)[];
type WithKeys = {
  readonly levels: readonly ProtocolLevel[];
  readonly entry: readonly Criterion[];
  readonly exit: readonly Criterion[];
};

/** Kinds that may hold running. The lock asks a plan's kind: a run inside any other kind would never meet it. */
export const RUNNING_KINDS: readonly string[] = ["walk_run", "technique"];

function runsOutOfPlace({ kind, levels }: Pick<ProtocolContent, "kind" | "levels">): readonly Path[] {
  if (RUNNING_KINDS.includes(kind)) return [];
  return levels.flatMap((level, levelAt) =>
    level.sessions.flatMap((session, at) =>
      runSeconds(session.blocks) > 0 ? [["levels", levelAt, "sessions", at, "blocks"]] : [],
    ),
  );
}

/** The move that a protocol of these kinds makes longer on the way to her goal. No other kind has a goal in minutes. */
export const ONWARD_MOVE: { readonly [kind: string]: Move } = { walking: "walk", walk_run: "run" };

/** Nothing is said of going on, or its last level is one stretch of whole minutes that can be made longer. */
function isGoingOn({
  kind,
  levels,
  onwardMinutes,
}: Pick<ProtocolContent, "kind" | "levels" | "onwardMinutes">): boolean {
  const last = levels.at(-1);
  if (onwardMinutes === undefined || !last) return true;
  const stretch = growingStretch(last);
  return stretch !== null && stretch.move === ONWARD_MOVE[kind] && stretch.length.seconds % 60 === 0;
}

function sourceKeysOf(content: WithKeys): { readonly path: Path; readonly key: string }[] {
  const ofCriteria = (criteria: readonly Criterion[], path: Path) =>
    criteria.flatMap((row, index) =>
      row.source ? [{ path: [...path, index, "source"], key: row.source }] : [],
    );
  return [
    ...ofCriteria(content.entry, ["entry"]),
    ...ofCriteria(content.exit, ["exit"]),
    ...content.levels.flatMap((level, index) => [
      ...level.sources.map((key, at) => ({ path: ["levels", index, "sources", at], key })),
      ...ofCriteria(level.entry ?? [], ["levels", index, "entry"]),
      ...ofCriteria(level.exit ?? [], ["levels", index, "exit"]),
    ]),
  ];
}
