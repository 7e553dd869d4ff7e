-- Who is asking. The application role cannot choose: it shows the hash of a live session, and Postgres itself looks
-- up whose it is and keeps the answer for this one transaction, signed with a secret that role cannot read.
-- A wrong practice or client id alone therefore never selects another tenant.

CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE SCHEMA app;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public, app TO sevenstride_app, sevenstride_auth, sevenstride_definer;
GRANT CREATE ON SCHEMA app TO sevenstride_definer;

-- The definer reads everything and owns the few functions that must see past row-level security.
GRANT SELECT ON ALL TABLES IN SCHEMA public TO sevenstride_definer;

CREATE TABLE app.secret (key bytea NOT NULL);
INSERT INTO app.secret VALUES (gen_random_bytes(32));
REVOKE ALL ON app.secret FROM PUBLIC;
GRANT SELECT ON app.secret TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Bound to this backend and this transaction's start: a copied context is worthless in any other transaction.
CREATE FUNCTION app.sign(payload text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT encode(hmac(
    payload || '@' || pg_backend_pid() || '@' || extract(epoch FROM transaction_timestamp()),
    encode((SELECT key FROM app.secret), 'hex'), 'sha256'), 'hex')
$$;

-- {user, role, practice, client, member, physio, link, session}; empty text where it does not apply.
CREATE FUNCTION app.put_context(parts text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE payload text := array_to_string(parts, '|', '');
BEGIN
  PERFORM set_config('app.context', payload || '#' || app.sign(payload), true);
END $$;

-- The verified context of this transaction, or null (then every policy denies). A forged one is an error, not a no.
CREATE FUNCTION app.context() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE raw text := current_setting('app.context', true);
BEGIN
  IF raw IS NULL OR raw = '' THEN RETURN NULL; END IF;
  IF split_part(raw, '#', 2) IS DISTINCT FROM app.sign(split_part(raw, '#', 1)) THEN
    RAISE EXCEPTION 'forged context' USING errcode = '28000';
  END IF;
  RETURN string_to_array(split_part(raw, '#', 1), '|');
END $$;

CREATE FUNCTION app.user_id() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT nullif((app.context())[1], '')::uuid $$;
CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT (app.context())[2] $$;
CREATE FUNCTION app.practice() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT nullif((app.context())[3], '')::uuid $$;
CREATE FUNCTION app.client() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT nullif((app.context())[4], '')::uuid $$;
CREATE FUNCTION app.member() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT nullif((app.context())[5], '')::uuid $$;
CREATE FUNCTION app.physio() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT nullif((app.context())[6], '')::uuid $$;
CREATE FUNCTION app.link() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$ SELECT nullif((app.context())[7], '')::uuid $$;
-- The person as her role in this practice knows her: member, client or physio id; else the user.
CREATE FUNCTION app.actor_id() RETURNS uuid LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$
  SELECT coalesce(app.member(), app.physio(), app.client(), app.user_id())
$$;

-- Opens the context for a signed-in person in one of her roles (her first practice unless one is named). 28000 when the session is not live or the role not hers.
CREATE FUNCTION app.begin_session(p_token_hash bytea, p_role text, p_practice uuid) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE
  s record; m record; parts text[];
BEGIN
  SELECT si.id, si.user_id INTO s FROM sign_in_session si JOIN "user" u ON u.id = si.user_id
   WHERE si.token_hash = p_token_hash AND si.revoked_at IS NULL AND u.suspended_at IS NULL
     AND si.expires_at > clock_timestamp() AND si.idle_ends_at > clock_timestamp();
  IF NOT FOUND THEN RAISE EXCEPTION 'no live session' USING errcode = '28000'; END IF;
  IF p_role = 'person' THEN
    parts := ARRAY[s.user_id::text, 'person', '', '', '', '', '', s.id::text];
  ELSIF p_role = 'coach' THEN
    SELECT id, role, practice_id INTO m FROM member WHERE user_id = s.user_id AND left_at IS NULL
      AND (p_practice IS NULL OR practice_id = p_practice) ORDER BY joined_at, id LIMIT 1;
    IF FOUND THEN parts := ARRAY[s.user_id::text, m.role::text, m.practice_id::text, '', m.id::text, '', '', s.id::text]; END IF;
  ELSIF p_role = 'client' THEN
    SELECT id, practice_id INTO m FROM client WHERE user_id = s.user_id AND archived_at IS NULL
      AND (p_practice IS NULL OR practice_id = p_practice) ORDER BY created_at, id LIMIT 1;
    IF FOUND THEN parts := ARRAY[s.user_id::text, 'client', m.practice_id::text, m.id::text, '', '', '', s.id::text]; END IF;
  ELSIF p_role = 'physio' THEN
    SELECT id, practice_id INTO m FROM physio WHERE user_id = s.user_id
      AND (p_practice IS NULL OR practice_id = p_practice) ORDER BY created_at, id LIMIT 1;
    IF FOUND THEN parts := ARRAY[s.user_id::text, 'physio', m.practice_id::text, '', '', m.id::text, '', s.id::text]; END IF;
  END IF;
  IF parts IS NULL THEN RAISE EXCEPTION 'not this role' USING errcode = '28000'; END IF;
  PERFORM app.put_context(parts);
  RETURN parts;
END $$;

-- Opens the context for a physio who came by a link and proved her address: one client, while the link lives.
CREATE FUNCTION app.begin_link(p_token_hash bytea) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE l record; parts text[];
BEGIN
  SELECT k.id, k.practice_id, k.physio_id, ls.id AS session_id INTO l
    FROM link_session ls JOIN physio_link k ON k.id = ls.link_id
   WHERE ls.token_hash = p_token_hash AND ls.revoked_at IS NULL AND ls.expires_at > clock_timestamp()
     AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp();
  IF NOT FOUND THEN RAISE EXCEPTION 'no live link' USING errcode = '28000'; END IF;
  parts := ARRAY['', 'physio', l.practice_id::text, '', '', l.physio_id::text, l.id::text, l.session_id::text];
  PERFORM app.put_context(parts);
  RETURN parts;
END $$;

-- Clients this physio may see now, and for a category only when the mum's newest consent for it says yes.
CREATE FUNCTION app.linked_clients(p_purpose consent_purpose DEFAULT NULL) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT DISTINCT k.client_id FROM physio_link k
   WHERE app.role() = 'physio' AND k.practice_id = app.practice() AND k.physio_id = app.physio()
     AND (app.link() IS NULL OR k.id = app.link())
     AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
     AND (p_purpose IS NULL OR coalesce((
       SELECT c.given FROM consent c WHERE c.practice_id = k.practice_id AND c.client_id = k.client_id
          AND c.purpose = p_purpose ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1), false))
$$;

-- True when this actor has any business with the client: staff of the practice, herself, or her linked physio.
CREATE FUNCTION app.knows(p_client uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM client c WHERE c.id = p_client AND c.practice_id = app.practice()) AND (
    app.role() IN ('coach', 'owner') OR (app.role() = 'client' AND p_client = app.client())
    OR p_client IN (SELECT app.linked_clients()))
$$;

GRANT EXECUTE ON FUNCTION app.context(), app.user_id(), app.role(), app.practice(), app.client(), app.member(),
  app.physio(), app.link(), app.actor_id(), app.begin_session(bytea, text, uuid), app.begin_link(bytea),
  app.linked_clients(consent_purpose), app.knows(uuid) TO sevenstride_app, sevenstride_owner;
RESET ROLE;
