import { z } from "zod";
import { env } from "../../env.ts";
import { t } from "../trpc/base.ts";
import { notFound } from "../trpc/errors.ts";
import { change, read } from "../trpc/procedures.ts";
import { wayOn } from "./doors.ts";
import { factorsOf } from "./factors.ts";
import { whoAmI } from "./me.ts";
import { liveSessions, revokeSession } from "./sessions.ts";

/** Whoever is not signed in by an account (a physio's link) has no account to look at. */
function accountOf(userId: string | null): string {
  if (userId === null) throw notFound();
  return userId;
}

const sessionRow = z.object({
  id: z.uuid(),
  device: z.string(),
  addressPrefix: z.string(),
  createdAt: z.date(),
  lastSeenAt: z.date(),
  methods: z.array(z.string()),
  isThis: z.boolean(),
});

export const accountRouter = t.router({
  me: read(
    "account.me",
    {
      input: {},
      output: z.object({
        role: z.enum(["person", "client", "coach", "owner", "physio"]),
        /** How she is called here; a physio by a link as the practice wrote her. */
        name: z.string(),
        /** Null for a physio by a link. */
        email: z.string().nullable(),
        practice: z
          .object({
            id: z.uuid(),
            name: z.string(),
            zone: z.string(),
            country: z.string(),
            isDemo: z.boolean(),
          })
          .nullable(),
        hasAccount: z.boolean(),
        isDemo: z.boolean(),
      }),
    },
    async (shell) => ({ ...(await whoAmI(shell)), isDemo: env().DEMO }),
  ),
  way: read(
    "account.way",
    {
      input: {},
      output: z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("enrol") }),
        z.object({ kind: z.literal("found") }),
        z.object({ kind: z.literal("prove"), passkey: z.boolean(), generator: z.boolean() }),
        z.object({
          kind: z.literal("doors"),
          doors: z.array(
            z.object({
              area: z.enum(["coach", "client", "physio"]),
              practiceId: z.uuid(),
              practiceName: z.string(),
            }),
          ),
        }),
      ]),
    },
    ({ actor }) => wayOn(accountOf(actor.userId), actor.sessionId),
  ),
  sessions: read("account.sessions", { input: {}, output: z.array(sessionRow) }, async ({ actor }) =>
    (await liveSessions(accountOf(actor.userId))).map((row) => ({
      ...row,
      isThis: row.id === actor.sessionId,
    })),
  ),
  factors: read(
    "account.factors",
    {
      input: {},
      output: z.object({
        email: z.string(),
        passkeys: z.array(
          z.object({ id: z.uuid(), label: z.string(), createdAt: z.date(), lastUsedAt: z.date().nullable() }),
        ),
        generator: z.boolean(),
        recoveryCodesLeft: z.number().int(),
        password: z.boolean(),
      }),
    },
    async (shell) => {
      const userId = accountOf(shell.actor.userId);
      const [factors, me] = await Promise.all([factorsOf(userId), whoAmI(shell)]);
      return { ...factors, passkeys: [...factors.passkeys], email: me.email ?? "" };
    },
  ),
  revokeSession: change(
    "account.revokeSession",
    { input: { sessionId: z.uuid() }, output: z.object({ revoked: z.literal(true) }) },
    async ({ actor }, { sessionId }) => {
      if (!(await revokeSession(accountOf(actor.userId), sessionId))) throw notFound();
      return { revoked: true as const };
    },
  ),
});
