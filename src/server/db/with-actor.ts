import { createHash } from "node:crypto";
import { Prisma } from "../../generated/prisma/client.ts";
import { forgeryOf, tellForgery } from "./forgery.ts";
import { insideActor, type GuardedClient } from "./guard.ts";
import { databases } from "./pools.ts";
import { heedingSeals } from "./seal-turned.ts";

/** One transaction's client, as queries.ts and commands.ts receive it. */
export type Tx = Parameters<Parameters<GuardedClient["$transaction"]>[0]>[0];

/** What a request shows to say who it is. Tokens, never ids: Postgres looks up whose they are. */
export type Credentials =
  | {
      readonly kind: "session";
      readonly token: string;
      readonly as: "person" | "coach" | "client" | "physio";
      readonly practiceId: string | null;
    }
  | { readonly kind: "link"; readonly token: string }
  /** Whoever has the secret address of a calendar. Never made from a request's cookies. */
  | { readonly kind: "feed"; readonly token: string };

/** Who acts, as Postgres answered. Ids are null where the role has none. */
export type Actor = {
  readonly role: "person" | "client" | "coach" | "owner" | "physio";
  readonly userId: string | null;
  readonly practiceId: string | null;
  readonly clientId: string | null;
  readonly memberId: string | null;
  readonly physioId: string | null;
  readonly linkId: string | null;
  readonly sessionId: string;
};

/** SHA-256 of a token: the only form in which the database knows it. */
export function tokenHash(token: string): Buffer<ArrayBuffer> {
  return createHash("sha256").update(token).digest();
}

function actorOf(parts: readonly string[]): Actor {
  const at = (index: number) => parts[index] || null;
  return {
    userId: at(0),
    role: parts[1] as Actor["role"],
    practiceId: at(2),
    clientId: at(3),
    memberId: at(4),
    physioId: at(5),
    linkId: at(6),
    sessionId: parts[7] ?? "",
  };
}

/** What opens the context of these credentials. */
function beginning(credentials: Credentials): Prisma.Sql {
  const hash = tokenHash(credentials.token);
  if (credentials.kind === "link") return Prisma.sql`SELECT app.begin_link(${hash}) AS parts`;
  if (credentials.kind === "feed") return Prisma.sql`SELECT app.begin_feed(${hash}) AS parts`;
  return Prisma.sql`SELECT app.begin_session(${hash}, ${credentials.as}, ${credentials.practiceId}::uuid) AS parts`;
}

/**
 * The one door to tenant rows: one transaction with the actor's context set by Postgres itself for exactly its
 * length. `read` transactions are READ ONLY. Throws SQLSTATE 28000 (`isNotSignedIn`) when the session or link is not live
 * or the role is not hers.
 */
export function withActor<T>(
  credentials: Credentials,
  mode: "read" | "write",
  work: (tx: Tx, actor: Actor) => Promise<T>,
): Promise<T> {
  const once = () =>
    insideActor(() =>
      databases().app.$transaction(
        async (tx) => {
          if (mode === "read") await tx.$executeRaw`SET TRANSACTION READ ONLY`;
          const rows = await tx.$queryRaw<{ parts: string[] }[]>(beginning(credentials));
          return work(tx, actorOf(rows[0]?.parts ?? []));
        },
        { maxWait: 2_000, timeout: 10_000 },
      ),
    );
  const done = heedingSeals(once);
  return mode === "read" ? done : done.catch((error: unknown) => tellAndThrow(credentials, error));
}

/** A try at what only a physio writes is told, whatever hole in the code above it came through. */
async function tellAndThrow(credentials: Credentials, error: unknown): Promise<never> {
  const forgery = forgeryOf(error);
  if (forgery) {
    const hash = tokenHash(credentials.token);
    const tokens =
      credentials.kind === "link" ? { visit: hash, session: null } : { visit: null, session: hash };
    await tellForgery(tokens, forgery);
  }
  throw error;
}
