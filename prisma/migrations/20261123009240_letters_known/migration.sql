-- Bytes of a transaction that failed lie in the object store under a name no row has. Which of these names are letters, or
-- letters that may still be kept: everything else there is nobody's.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.letters_known(p_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT id FROM document WHERE id = ANY (p_ids)
  UNION SELECT id FROM letter WHERE id = ANY (p_ids) AND look_at IS NOT NULL
$$;
GRANT EXECUTE ON FUNCTION app.letters_known(uuid[]) TO sevenstride_auth;
RESET ROLE;
