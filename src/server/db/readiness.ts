import { databases } from "./pools.ts";

export type Readiness = { readonly ready: boolean; readonly checks: Readonly<Record<string, boolean>> };

/** An effect that has waited longer than this (seconds) means the worker is not working. */
const OUTBOX_LIMIT_S = 300;

/** Asks Postgres what must hold before anybody is let in. Never throws; an unreachable database is simply not ready. */
export async function readiness(): Promise<Readiness> {
  try {
    const { appPool, authPool } = databases();
    const [app, auth] = await Promise.all([
      appPool.query<{ confined: boolean; durable: boolean; migrated: boolean }>(`
        SELECT NOT (r.rolsuper OR r.rolbypassrls OR pg_has_role(current_user, 'sevenstride_definer', 'MEMBER')
                    OR pg_has_role(current_user, 'sevenstride_owner', 'MEMBER')) AS confined,
               current_setting('full_page_writes') = 'on' AND current_setting('synchronous_commit') <> 'off' AS durable,
               to_regprocedure('app.can_run(uuid, date, text)') IS NOT NULL AS migrated
          FROM pg_roles r WHERE r.rolname = current_user`),
      authPool.query<{ age: number }>("SELECT app.outbox_age() AS age"),
    ]);
    const row = app.rows[0];
    const checks = {
      database: true,
      confined: row?.confined ?? false,
      durable: row?.durable ?? false,
      migrated: row?.migrated ?? false,
      outbox: (auth.rows[0]?.age ?? Number.POSITIVE_INFINITY) < OUTBOX_LIMIT_S,
    };
    return { ready: Object.values(checks).every(Boolean), checks };
  } catch {
    return { ready: false, checks: { database: false } };
  }
}

/**
 * Refuses to go on when the application's role could look past row-level security: then one forgotten filter would be a
 * breach. Called once when the server starts.
 * @throws Error with one sentence for the operator
 */
export async function assertConfined(): Promise<void> {
  const { checks } = await readiness();
  if (checks.database && checks.confined === false) {
    throw new Error("The database role in DATABASE_URL can bypass row-level security. Use sevenstride_app.");
  }
}
