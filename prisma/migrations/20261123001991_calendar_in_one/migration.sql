-- Twelve weeks come in one statement, and what has to be asked of them is asked once for all of them instead of once a row:
-- the same questions, after the rows stand and before anybody can see them. What is refused takes all of them back.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.guard_sessions() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE r record; came uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN SELECT array_agg(n.id) INTO came FROM new_rows n;
  ELSE
    -- A row that neither moves nor changes what it is need not be asked again.
    SELECT array_agg(n.id) INTO came FROM new_rows n JOIN old_rows o USING (id)
     WHERE (n.practice_id, n.client_id, n.plan_id, n.kind, n.day) IS DISTINCT FROM (o.practice_id, o.client_id, o.plan_id, o.kind, o.day);
  END IF;
  IF came IS NULL THEN RETURN NULL; END IF;
  -- The clients first, in the order of their ids: a withdrawal and a session cannot pass each other.
  FOR r IN SELECT n.practice_id, n.client_id FROM new_rows n WHERE n.id = ANY (came) GROUP BY 1, 2 ORDER BY n.client_id LOOP
    PERFORM app.lock_client(r.practice_id, r.client_id);
  END LOOP;
  -- The gate asks by the kind a row says it is, so it must be its plan's.
  IF EXISTS (SELECT 1 FROM new_rows n JOIN plan p ON p.practice_id = n.practice_id AND p.id = n.plan_id
              WHERE n.id = ANY (came) AND p.kind <> n.kind) THEN
    RAISE EXCEPTION 'not of the kind it points to' USING errcode = '23514';
  END IF;
  -- Every bound the gate knows is a first or a last day, so the days it is open on are one stretch: open on the first and on
  -- the last of these is open on all between. For the application today as well, as before.
  FOR r IN SELECT n.client_id, n.kind, min(n.day) AS first, max(n.day) AS last FROM new_rows n
            WHERE n.id = ANY (came) AND n.kind IN ('walk_run', 'technique') GROUP BY 1, 2 LOOP
    IF NOT app.can_run(r.client_id, r.first, r.kind::text) OR NOT app.can_run(r.client_id, r.last, r.kind::text)
       OR (app.context() IS NOT NULL AND NOT app.can_run(r.client_id, app.client_today(r.client_id), r.kind::text)) THEN
      RAISE EXCEPTION 'running is locked' USING errcode = 'P0R01';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.guard_sessions() TO sevenstride_owner;
RESET ROLE;

DROP TRIGGER a_lock_client ON session;
DROP TRIGGER c_guard_kind ON session;
DROP TRIGGER c_guard_running ON session;
DROP TRIGGER c_guard_running_moved ON session;
CREATE TRIGGER c_guard_running AFTER INSERT ON session REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.guard_sessions();
CREATE TRIGGER c_guard_running_moved AFTER UPDATE ON session REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION app.guard_sessions();
