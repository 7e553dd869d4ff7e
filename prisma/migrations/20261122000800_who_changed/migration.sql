-- Who changed what is not clinical about a mum last: a form that has grown old says so. The trail knows, and only the
-- owner may read it whole; this answers anybody of the practice about a mum she knows, with a member's id and no more.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.last_changed_by(p_client uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT e.actor_id FROM audit_event e
   WHERE e.practice_id = app.practice() AND e.client_id = p_client AND e.action = 'client.updated' AND app.knows(p_client)
   ORDER BY e.seq DESC LIMIT 1
$$;
GRANT EXECUTE ON FUNCTION app.last_changed_by(uuid) TO sevenstride_app;
RESET ROLE;
