-- A statement that was refused by a missing grant never reached a row, so that no trigger could say whose it was. But it
-- names rows: whose those are is looked up here, so that each mum it was about is told.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.clients_named(p_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT id FROM client WHERE id = ANY (p_ids)
  UNION SELECT client_id FROM request WHERE id = ANY (p_ids)
  UNION SELECT client_id FROM assessment WHERE id = ANY (p_ids)
  UNION SELECT client_id FROM clearance WHERE id = ANY (p_ids) OR assessment_id = ANY (p_ids)
  UNION SELECT client_id FROM clearance_withdrawal WHERE id = ANY (p_ids)
  UNION SELECT client_id FROM clearance_confirmation WHERE id = ANY (p_ids)
  LIMIT 20
$$;
GRANT EXECUTE ON FUNCTION app.clients_named(uuid[]) TO sevenstride_auth;
RESET ROLE;
