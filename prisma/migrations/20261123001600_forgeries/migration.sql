-- A signature that was refused is told: one event in the trail, the owner and the mum by mail. And one person with two
-- spellings of her address, or one registration number written two ways, is one person to Postgres as well.

-- The twin of src/domain/clearance/mailbox.ts: one form for all the ways to write to one mailbox.
CREATE FUNCTION app.mailbox_of(p_email text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = app, public, pg_temp AS $$
DECLARE
  email text := lower(btrim(normalize(p_email, NFKC)));
  host text := regexp_replace(substring(email FROM '[^@]*$'), '^googlemail\.com$', 'gmail.com');
  name text := regexp_replace(left(email, length(email) - length(substring(email FROM '[^@]*$')) - 1), '\+.*$', '');
BEGIN
  RETURN CASE WHEN host = 'gmail.com' THEN replace(name, '.', '') ELSE name END || '@' || host;
END $$;

-- "70-1234", "70 1234" and "７０１２３４" are one number in one register.
CREATE FUNCTION app.registration_of(p_number text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = app, public, pg_temp AS $$
  SELECT lower(regexp_replace(normalize(p_number, NFKC), '[^[:alnum:]]', '', 'g'))
$$;
GRANT EXECUTE ON FUNCTION app.mailbox_of(text), app.registration_of(text) TO sevenstride_definer;

CREATE OR REPLACE FUNCTION app.guard_signer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM physio p JOIN member m ON m.practice_id = p.practice_id
              WHERE p.practice_id = NEW.practice_id AND p.id = NEW.physio_id
                AND (m.user_id = p.user_id OR app.mailbox_of(m.email) = app.mailbox_of(p.email))) THEN
    RAISE EXCEPTION 'the signer coaches in this practice' USING errcode = 'P0S01', detail = NEW.client_id;
  END IF;
  -- Across all practices: a number belongs to one person, wherever she signs.
  IF EXISTS (SELECT 1 FROM clearance c JOIN physio p ON p.id = c.physio_id JOIN physio q ON q.id = NEW.physio_id
              WHERE app.registration_of(c.registration_number) = app.registration_of(NEW.registration_number)
                AND app.mailbox_of(p.email) <> app.mailbox_of(q.email)) THEN
    RAISE EXCEPTION 'this registration number signs from another address' USING errcode = 'P0S02', detail = NEW.client_id;
  END IF;
  IF app.context() IS NOT NULL AND NEW.physio_id IS DISTINCT FROM app.physio() THEN
    RAISE EXCEPTION 'a physio signs for herself only' USING errcode = 'P0S03', detail = NEW.client_id;
  END IF;
  IF NEW.signed_on > (clock_timestamp() AT TIME ZONE 'Pacific/Kiritimati')::date THEN
    RAISE EXCEPTION 'a sign-off cannot be dated in the future' USING errcode = 'P0S04', detail = NEW.client_id;
  END IF;
  RETURN NEW;
END $$;
-- The trigger asks for every sign-off; without it each would be compared with all there are.
CREATE INDEX clearance_registration_idx ON clearance (app.registration_of(registration_number));

SET LOCAL ROLE sevenstride_definer;

-- True when somebody who coaches in the practice of this physio's visit is signed in in the same browser.
CREATE FUNCTION app.coaches_in_this_browser(p_session bytea, p_visit bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM link_session v JOIN physio_link k ON k.id = v.link_id JOIN practice p ON p.id = k.practice_id
    JOIN sign_in_session s ON s.token_hash = p_session AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
    JOIN member m ON m.practice_id = k.practice_id AND m.user_id = s.user_id AND m.left_at IS NULL
   WHERE v.token_hash = p_visit AND NOT p.is_demo)
$$;

-- Writes down that a signature was refused, after its transaction was rolled back. Who and about whom are looked up from
-- tokens and rows, never believed. Nothing is noted for a token nobody has, nor for a visit that merely ran out.
CREATE FUNCTION app.note_forgery(p_visit bytea, p_session bytea, p_request uuid, p_client uuid, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE
  v_practice uuid; v_client uuid; v_request uuid; v_physio uuid; v_ended timestamptz; s_user uuid; s_live boolean;
  a_practice uuid; a_client uuid; a_kind actor_kind := 'system'; a_id uuid; told boolean;
BEGIN
  SELECT k.practice_id, k.client_id, k.request_id, k.physio_id, k.revoked_at INTO v_practice, v_client, v_request, v_physio, v_ended
    FROM link_session v JOIN physio_link k ON k.id = v.link_id WHERE v.token_hash = p_visit;
  SELECT s.user_id, s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND s.idle_ends_at > clock_timestamp() INTO s_user, s_live
    FROM sign_in_session s WHERE s.token_hash = p_session;
  IF v_physio IS NULL AND s_user IS NULL THEN RETURN; END IF;
  IF p_reason = 'UNAUTHORIZED' AND v_ended IS NULL AND (v_physio IS NOT NULL OR NOT s_live) THEN RETURN; END IF;

  SELECT q.practice_id, q.client_id INTO a_practice, a_client FROM request q WHERE q.id = p_request;
  IF NOT FOUND THEN SELECT c.practice_id, c.id INTO a_practice, a_client FROM client c WHERE c.id = p_client; END IF;
  IF NOT FOUND AND v_physio IS NOT NULL THEN a_practice := v_practice; a_client := v_client; END IF;
  IF a_practice IS NULL THEN
    SELECT m.practice_id INTO a_practice FROM member m WHERE m.user_id = s_user AND m.left_at IS NULL ORDER BY m.joined_at, m.id LIMIT 1;
  END IF;
  IF a_practice IS NULL THEN RETURN; END IF;

  -- Somebody from outside this practice stays unnamed in its trail.
  IF v_physio IS NOT NULL AND v_practice = a_practice THEN a_kind := 'physio'; a_id := v_physio;
  ELSE
    SELECT w.kind, w.id INTO a_kind, a_id FROM (
      SELECT m.role::text::actor_kind AS kind, m.id FROM member m WHERE m.practice_id = a_practice AND m.user_id = s_user
      UNION ALL SELECT 'client', c.id FROM client c WHERE c.practice_id = a_practice AND c.user_id = s_user
      UNION ALL SELECT 'physio', f.id FROM physio f WHERE f.practice_id = a_practice AND f.user_id = s_user) w LIMIT 1;
    a_kind := coalesce(a_kind, 'system');
  END IF;

  -- Each try is in the trail; mail goes out once an hour, so that trying is no way to fill her letter box.
  told := EXISTS (SELECT 1 FROM audit_event e WHERE e.practice_id = a_practice AND e.client_id IS NOT DISTINCT FROM a_client
                     AND e.action = 'signoff.refused' AND e.at > clock_timestamp() - interval '1 hour');
  PERFORM app.append_audit(a_practice, a_kind, a_id, 'signoff.refused', a_client, 'request', coalesce(p_request, v_request)::text,
    jsonb_build_object('reason', p_reason), clock_timestamp());
  IF told THEN RETURN; END IF;
  INSERT INTO outbox (id, practice_id, kind, payload)
    SELECT gen_random_uuid(), a_practice, 'notice', jsonb_build_object('notice', 'signature_refused', 'clientId', a_client) WHERE a_client IS NOT NULL
    UNION ALL
    SELECT gen_random_uuid(), a_practice, 'owner_notice', jsonb_build_object('notice', 'signature_refused', 'memberId', m.id, 'clientId', a_client)
      FROM member m WHERE m.practice_id = a_practice AND m.role = 'owner' AND m.left_at IS NULL;
END $$;

-- An owner's address for a mail that waits for her, looked up when it leaves.
CREATE FUNCTION app.owner_recipient(p_outbox uuid) RETURNS TABLE (email text, name text, practice_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT u.email, m.name, p.name FROM outbox o JOIN member m ON m.practice_id = o.practice_id AND m.id::text = o.payload->>'memberId'
    JOIN "user" u ON u.id = m.user_id JOIN practice p ON p.id = m.practice_id
   WHERE o.id = p_outbox AND o.kind = 'owner_notice' AND m.role = 'owner' AND m.left_at IS NULL
$$;
GRANT EXECUTE ON FUNCTION app.coaches_in_this_browser(bytea, bytea), app.note_forgery(bytea, bytea, uuid, uuid, text),
  app.owner_recipient(uuid) TO sevenstride_auth;
RESET ROLE;
