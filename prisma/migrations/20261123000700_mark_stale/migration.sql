-- Something changed that is no fact of a client and touches hundreds of them (the practice's rules, a physio's entry in
-- the register): their statuses are marked as of no day at all, and derived anew by who turns the days
-- (src/server/attention/day-turns.ts). Deriving five hundred inside one change took longer than a change may take.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.mark_stale(p_clients uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  UPDATE client_status SET as_of = date '1970-01-01'
   WHERE practice_id = app.practice() AND app.role() IN ('coach', 'owner') AND client_id = ANY (p_clients)
$$;
GRANT EXECUTE ON FUNCTION app.mark_stale(uuid[]) TO sevenstride_app;
RESET ROLE;
