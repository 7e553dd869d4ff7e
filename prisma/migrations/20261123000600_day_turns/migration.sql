-- Statuses whose day is over: derived for an earlier day than it is now where she lives. What the passing of time
-- changes (a sign-off that ends, weeks since birth, silence) shows in a status only when it is derived anew.
-- The rows of the clients are held until the transaction ends, as for every change of theirs; one that somebody else
-- holds is left for the next round, so that two processes share the work and none waits. The day itself is the list of
-- what is left to do: after a crash nothing has to be remembered.
SET LOCAL ROLE sevenstride_definer;
DROP FUNCTION app.stale_statuses(int);
CREATE FUNCTION app.claim_stale_statuses(p_now timestamptz, p_after uuid, p_count int) RETURNS TABLE (client_id uuid)
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT c.id FROM client_status s JOIN client c ON c.id = s.client_id
   WHERE c.archived_at IS NULL AND c.id > p_after
     -- Nowhere on earth is it later than there: what is not over even there need not be looked at (an index answers).
     AND s.as_of < (p_now AT TIME ZONE 'Pacific/Kiritimati')::date
     AND s.as_of < (p_now AT TIME ZONE c.zone)::date
   ORDER BY c.id LIMIT p_count
     FOR UPDATE OF c SKIP LOCKED
$$;
GRANT EXECUTE ON FUNCTION app.claim_stale_statuses(timestamptz, uuid, int) TO sevenstride_auth;
RESET ROLE;

CREATE INDEX client_status_as_of_idx ON client_status (as_of);
