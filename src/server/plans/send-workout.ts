import { randomUUID } from "node:crypto";
import { z } from "zod";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { decide } from "../../domain/journey/decide.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import { dueToday } from "../../domain/journey/calendar.ts";
import type { ProtocolKind } from "../../domain/journey/steps.ts";
import type { Part } from "../../domain/protocols/blocks.ts";
import { protocolContentSchema } from "../../domain/protocols/grammar.ts";
import { levelAt } from "../../domain/protocols/ladder.ts";
import { type WatchStep, watchSteps } from "../../domain/protocols/watch-steps.ts";
import { nextTurn } from "../../domain/plans/turn.ts";
import { workoutFile, type Workout, type WorkoutStep } from "../../lib/fit/workout.ts";
import { words } from "../../words/server.ts";
import { withActor } from "../db/with-actor.ts";
import { recordOf } from "../journey/act.ts";
import { ownId } from "../journey/self.ts";
import { log } from "../log.ts";
import { type Context, credentialsOf } from "../trpc/context.ts";
import { asTrpcError, notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

const HEADERS = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
const EFFORT = { warm_up: "warm_up", main: "active", cool_down: "cool_down" } as const satisfies Record<
  Part,
  string
>;
const RUNNING: readonly ProtocolKind[] = ["walk_run", "technique"];
const t = words("mum");

/** The steps in her words. Walking between runs is rest to the watch; anywhere else it is the thing itself. */
function inWords(steps: readonly WatchStep[], isRun: boolean): readonly WorkoutStep[] {
  return steps.map((step) => {
    if (step.type === "repeat") return step;
    const { move, part, length } = step;
    const isRest = isRun && part === "main" && move === "walk";
    return {
      type: "step",
      name: t(`watch.move.${move}`),
      length: length ?? { by: "open" },
      effort: isRest ? "rest" : EFFORT[part],
    };
  });
}

/**
 * The next session of a plan for her watch, exactly as a start now would give it. On her watch nothing asks again, so
 * this asks everything a start asks: the same decision, its level, and for running Postgres's own gate.
 * NOT_FOUND whenever she could not start it now.
 */
async function workoutOf(shell: Shell, planId: string): Promise<Workout> {
  const { practiceId, clientId } = ownId(shell);
  const { record, today } = await recordOf(shell, clientId);
  const start = {
    type: "startSession",
    id: randomUUID(),
    sessionId: randomUUID(),
    planId,
    note: null,
  } as const;
  const decision = decide(record, start, { today, newId: randomUUID });
  const began = decision.ok ? decision.events.find((event) => event.fact === "sessionStart") : undefined;
  const plan = record.plan.find((row) => row.id === planId);
  if (began?.fact !== "sessionStart" || !plan) throw notFound();
  const isRun = RUNNING.includes(plan.kind);
  if (isRun) {
    const [gate] = await shell.tx.$queryRaw<{ open: boolean }[]>`
      SELECT app.can_run(${clientId}::uuid, ${today}::date, ${plan.kind}) AS open`;
    if (!gate?.open) throw notFound();
  }
  const version = await shell.tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: plan.protocolVersionId } },
    select: { content: true },
  });
  const level = version && levelAt(protocolContentSchema.parse(version.content), began.row.level);
  const turn = dueToday(record, deriveJourney(record, today), planId)?.turn;
  const session =
    level?.sessions[turn ?? nextTurn(record.sessionLog, planId, began.row.level, level.sessions.length)];
  if (!session?.blocks.some((block) => block.type === "intervals")) throw notFound();
  const steps = inWords(watchSteps(session.blocks), isRun);
  return { name: t("watch.name"), sport: isRun ? "running" : "walking", madeAt: shell.now, steps };
}

/** Answers with the file, or 401 and 404 like every door: a plan nobody has and one that is locked are answered alike. */
export async function sendWorkout(planId: string, context: Context): Promise<Response> {
  const answer = (status: number, error: string) => Response.json({ error }, { status, headers: HEADERS });
  const credentials = credentialsOf(context);
  if (!credentials) return answer(401, "not_signed_in");
  try {
    if (!z.uuid().safeParse(planId).success) throw notFound();
    const workout = await withActor(credentials, "read", (tx, actor) =>
      workoutOf({ tx, actor, now: context.now }, planId),
    );
    return new Response(workoutFile(workout), {
      headers: {
        ...HEADERS,
        "Content-Type": "application/vnd.ant.fit",
        // A name that says nothing of her to whoever sees her downloads.
        "Content-Disposition": `attachment; filename="session.fit"`,
      },
    });
  } catch (error) {
    const known = asTrpcError(error);
    if (known.code === "INTERNAL_SERVER_ERROR") log().error({ err: known.cause, request: context.requestId });
    return answer(getHTTPStatusCodeFromError(known), known.message);
  }
}
