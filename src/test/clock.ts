// Another time for one database of the tests. In the product no clock can be moved (docs/decisions/0008): neither a
// setting nor a migration knows of this one, it is made in a copy that is thrown away, by a superuser.
import type pg from "pg";

/** Whatever tells the time in SQL. Broad on purpose: a function that reads the clock in a new way is to be seen. */
const CLOCKS =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(?:current_timestamp|current_date|current_time|localtime|localtimestamp)\b|'now'/i;
const TOLD_OTHERWISE = /\b(?:now|clock_timestamp|statement_timestamp)\s*\(\s*\)|\bcurrent_timestamp\b/gi;
/** It signs with the transaction's beginning as with a number nobody can choose; that is no clock. */
const NO_CLOCK = new Set(["sign"]);

const CLOCK = `
  CREATE TABLE app.time_of_tests (ahead interval NOT NULL);
  INSERT INTO app.time_of_tests VALUES ('0');
  CREATE FUNCTION app.now_of_tests() RETURNS timestamptz
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = app, pg_temp
  AS $$ SELECT clock_timestamp() + ahead FROM app.time_of_tests $$;
  GRANT EXECUTE ON FUNCTION app.now_of_tests() TO PUBLIC`;

/**
 * Every function of the database that reads the clock reads this one from now on; it runs on by itself, so that what is
 * recorded later stays later. Throws when a function reads the time in a way this does not know.
 * @param db a superuser's connection to a database of its own
 */
export async function openClock(db: pg.Client) {
  await db.query(CLOCK);
  const { rows } = await db.query<{ name: string; definition: string }>(
    `SELECT p.proname AS name, pg_get_functiondef(p.oid) AS definition FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
      WHERE p.pronamespace IN ('app'::regnamespace, 'public'::regnamespace) AND p.prokind <> 'a'
        AND l.lanname IN ('sql', 'plpgsql') AND p.proname <> 'now_of_tests'`,
  );
  const readers = rows.filter((row) => CLOCKS.test(row.definition) && !NO_CLOCK.has(row.name));
  for (const { name, definition } of readers) {
    const changed = definition.replace(TOLD_OTHERWISE, "app.now_of_tests()");
    if (CLOCKS.test(changed.replaceAll("app.now_of_tests()", "")))
      throw new Error(`${name} reads the time in another way`);
    await db.query(changed);
  }
  let ahead = 0;
  return {
    /** Functions that read the clock. */
    readers: readers.map((row) => row.name).toSorted(),
    /** It is this instant now, in milliseconds since 1970. */
    async reach(instant: number): Promise<void> {
      ahead = instant - Date.now();
      await db.query("UPDATE app.time_of_tests SET ahead = make_interval(secs => $1)", [ahead / 1000]);
    },
    /** What the server is told the time is. */
    now: () => new Date(Date.now() + ahead),
  };
}
