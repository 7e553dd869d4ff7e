import { createHash } from "node:crypto";
import superjson from "superjson";
import { z } from "zod";
import { mayCall, PERMISSIONS, type Permission, type Rule } from "../../domain/access/permissions.ts";
import { withActor, type Actor, type Tx } from "../db/with-actor.ts";
import { log } from "../log.ts";
import { keyed, t } from "./base.ts";
import { credentialsOf, type Context } from "./context.ts";
import { asTrpcError, notFound } from "./errors.ts";
import { TRPCError } from "@trpc/server";

/** What commands.ts and queries.ts work with: one transaction, who acts, and when. */
export type Shell = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Date;
};

type Work<I, O> = (shell: Shell, input: I) => Promise<O>;

/** Signed in as the right kind of person, or the same answer as for something that does not exist. */
function credentialsFor(context: Context) {
  const credentials = credentialsOf(context);
  if (!credentials) throw new TRPCError({ code: "UNAUTHORIZED", message: "not_signed_in" });
  return credentials;
}

/** What one mum wrote is never taken under another's session: she signs in again, and it waits on the phone till then. */
function refuseAnother({ owner }: Context, actor: Actor): void {
  if (owner && actor.clientId !== owner)
    throw new TRPCError({ code: "UNAUTHORIZED", message: "signed_in_as_another" });
}

async function timed<T>(permission: Permission, context: Context, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const line = (verdict: string) =>
    log().info({
      procedure: permission,
      verdict,
      ms: Math.round(performance.now() - start),
      request: context.requestId,
    });
  try {
    const answer = await work();
    line("ok");
    return answer;
  } catch (error) {
    const known = asTrpcError(error);
    line(known.code);
    if (known.code === "INTERNAL_SERVER_ERROR")
      log().error({ err: known.cause, procedure: permission, request: context.requestId });
    throw known;
  }
}

/**
 * An event for each look at clinical detail: no answer leaves without it. The input, or a physio's link, says whose; `seen`
 * names the categories the answer held, for the mum to read.
 */
async function auditRead(
  permission: Permission,
  context: Context,
  input: unknown,
  seen: readonly string[] | undefined,
): Promise<void> {
  const data = JSON.stringify(seen ? { seen } : {});
  const id = z.uuid().optional();
  const named = z.object({ clientId: id, requestId: id, clearanceId: id }).safeParse(input);
  const { clientId = null, requestId = null, clearanceId = null } = named.data ?? {};
  await withActor(credentialsFor(context), "write", async (tx, actor) => {
    await tx.$executeRaw`
      SELECT app.audit(${`read.${permission}`}, coalesce(${clientId}::uuid, ${actor.clientId}::uuid,
        (SELECT client_id FROM clearance WHERE id = ${clearanceId}::uuid),
        (SELECT client_id FROM request WHERE id = ${requestId}::uuid),
        (SELECT client_id FROM physio_link WHERE id = ${actor.linkId}::uuid)), 'procedure', ${permission}, ${data}::jsonb)`;
  });
}

/**
 * A query: one READ ONLY transaction as the actor.
 * @param permission its row in the table of permissions, and its name in the router
 * @param schema what goes in and out; `seen`, for a clinical read, which categories of hers an answer held
 */
export function read<I extends z.ZodRawShape, O extends z.ZodType>(
  permission: Permission,
  schema: { input: I; output: O; seen?: (answer: z.input<O>) => readonly string[] },
  work: Work<z.output<z.ZodObject<I, z.core.$strict>>, z.input<O>>,
) {
  const rule: Rule = PERMISSIONS[permission];
  return t.procedure
    .meta({ permission })
    .input(z.strictObject(schema.input))
    .output(schema.output)
    .query(({ ctx, input }) =>
      timed(permission, ctx, async () => {
        const answer = await withActor(credentialsFor(ctx), "read", (tx, actor) => {
          refuseAnother(ctx, actor);
          if (!mayCall(permission, actor.role)) throw notFound();
          return work({ tx, actor, now: ctx.now }, input as never);
        });
        if (rule.clinical) await auditRead(permission, ctx, input, schema.seen?.(answer));
        return answer as never;
      }),
    );
}

type Stored = { procedure: string; requestHash: Uint8Array; response: unknown };

/** The first call under a key works; a repeat waits for it and gets its answer; another body under it is refused. */
async function once<T>(
  shell: Shell,
  permission: Permission,
  input: { key: string },
  work: () => Promise<T>,
): Promise<T> {
  const { tx, actor } = shell;
  const requestHash = createHash("sha256").update(superjson.stringify({ permission, input })).digest();
  const taken = await tx.$executeRaw`
    INSERT INTO idempotency_key (actor_id, key, practice_id, procedure, request_hash)
    VALUES (app.actor_id(), ${input.key}::uuid, ${actor.practiceId}::uuid, ${permission}, ${requestHash})
    ON CONFLICT DO NOTHING`;
  if (taken === 0) {
    const [stored] = await tx.$queryRaw<Stored[]>`
      SELECT procedure, request_hash AS "requestHash", response FROM idempotency_key
       WHERE actor_id = app.actor_id() AND key = ${input.key}::uuid`;
    if (!stored || stored.procedure !== permission || !requestHash.equals(stored.requestHash)) {
      throw new TRPCError({ code: "CONFLICT", message: "key_used_for_something_else" });
    }
    return superjson.deserialize(stored.response as Parameters<typeof superjson.deserialize>[0]);
  }
  const answer = await work();
  await tx.$executeRaw`
    UPDATE idempotency_key SET response = ${superjson.stringify(answer ?? null)}::jsonb
     WHERE actor_id = app.actor_id() AND key = ${input.key}::uuid`;
  return answer;
}

/** Around a whole call, outside its transaction: may refuse before it, and hears of what was refused. */
export type Watch = <T>(context: Context, input: unknown, call: () => Promise<T>) => Promise<T>;

/**
 * A mutation: one transaction as the actor, done once per client-made key. What `work` throws rolls everything back.
 * `proves` says that an input brings its own fresh proof, which `work` checks itself.
 * @param permission its row in the table of permissions, and its name in the router
 */
export function change<I extends z.ZodRawShape, O extends z.ZodType>(
  permission: Permission,
  schema: { input: I; output: O; watch?: Watch; proves?: (input: unknown) => boolean },
  work: Work<z.output<z.ZodObject<I & typeof keyed, z.core.$strict>>, z.input<O>>,
) {
  const watch: Watch = schema.watch ?? ((_context, _input, call) => call());
  return t.procedure
    .meta({ permission })
    .input(z.strictObject({ ...schema.input, ...keyed }))
    .output(schema.output)
    .mutation(({ ctx, input }) =>
      timed(permission, ctx, () =>
        watch(ctx, input, async () =>
          withActor(credentialsFor(ctx), "write", async (tx, actor) => {
            refuseAnother(ctx, actor);
            if (!mayCall(permission, actor.role)) throw notFound();
            const shell = { tx, actor, now: ctx.now };
            if (!schema.proves?.(input)) await requireStepUp(permission, shell);
            return (await once(shell, permission, input as { key: string }, () =>
              work(shell, input as never),
            )) as never;
          }),
        ),
      ),
    );
}

const STEP_UP_MINUTES = 5;

/** Signing and checking credentials want a second factor proved within the last minutes. Demo practices need none. */
async function requireStepUp(permission: Permission, { tx, actor }: Shell): Promise<void> {
  const rule: Rule = PERMISSIONS[permission];
  if (!rule.stepUp) return;
  // By the clock that stamped it: an app whose clock runs behind must not make an old proof young.
  const [row] = await tx.$queryRaw<{ fresh: boolean; demo: boolean }[]>`
    SELECT * FROM app.step_up(${STEP_UP_MINUTES}::int)`;
  if (row?.demo) return;
  if (!row?.fresh || actor.sessionId === "") {
    throw new TRPCError({ code: "PRECONDITION_REQUIRED", message: "step_up" });
  }
}
