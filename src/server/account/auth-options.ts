import type { AuthOptions } from "next-auth";
import type { Adapter, AdapterSession, AdapterUser } from "next-auth/adapters";
import { env } from "../../env.ts";
import { databases } from "../db/pools.ts";
import { cookieOptions, sessionCookieName } from "./cookies.ts";
import { revokeToken, type Session, sessionOf, touchSession } from "./sessions.ts";

const asUser = (session: Session): AdapterUser => ({
  id: session.userId,
  name: session.name,
  email: session.email,
  emailVerified: null,
});
const asSession = (session: Session, sessionToken: string): AdapterSession => ({
  sessionToken,
  userId: session.userId,
  expires: session.endsAt,
});

/**
 * next-auth reads, prolongs and ends sessions; it never makes one, because every way in is ours (`steps.ts`). Its own
 * providers use a token up on GET or want sessions nobody can revoke, so there are none.
 */
const adapter: Adapter = {
  async getSessionAndUser(sessionToken) {
    const session = await sessionOf(sessionToken);
    return session ? { user: asUser(session), session: asSession(session, sessionToken) } : null;
  },
  async updateSession({ sessionToken }) {
    await touchSession(sessionToken);
    const session = await sessionOf(sessionToken);
    return session ? asSession(session, sessionToken) : null;
  },
  async deleteSession(sessionToken) {
    await revokeToken(databases().auth, sessionToken);
    return null;
  },
};

const YEAR = 365 * 24 * 3600;

export function authOptions(): AuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [],
    adapter,
    // The true ends are in Postgres. `updateAge` so large that every look asks `touchSession`, which decides by itself.
    session: { strategy: "database", maxAge: 30 * 24 * 3600, updateAge: YEAR },
    cookies: { sessionToken: { name: sessionCookieName(), options: cookieOptions(0) } },
    pages: {
      signIn: "/sign-in",
      signOut: "/signed-out",
      error: "/sign-in",
      verifyRequest: "/sign-in",
      newUser: "/doors",
    },
    callbacks: {
      // Whatever address it is asked to go on to, and whatever host the request names.
      redirect: () => `${env().APP_URL}/signed-out`,
      session: ({ session }) => session,
    },
  };
}
