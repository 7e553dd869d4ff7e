-- Accounts: recovery codes, idle time per session, the demo's mailbox, and who must prove a second factor.

ALTER TABLE sign_in_session ADD COLUMN idle_minutes INTEGER NOT NULL DEFAULT 60;
CREATE INDEX sign_in_code_browser_hash_idx ON sign_in_code (browser_hash);

CREATE TABLE recovery_code (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  used_at timestamptz(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (id),
  CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user" (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX recovery_code_code_hash_key ON recovery_code (code_hash);
CREATE INDEX recovery_code_user_id_idx ON recovery_code (user_id);

CREATE TABLE demo_mail (
  id uuid NOT NULL,
  sent_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "to" text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  CONSTRAINT demo_mail_pkey PRIMARY KEY (id)
);
CREATE INDEX demo_mail_sent_at_idx ON demo_mail (sent_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON recovery_code TO sevenstride_auth;
GRANT SELECT, INSERT ON demo_mail TO sevenstride_auth;

SET LOCAL ROLE sevenstride_definer;

-- As before, and: a coach or owner has proved a passkey or code generator in this session (demo practices need none),
-- and so has everybody who set up a code generator. 28000 as for no session: this role is not open to her yet.
CREATE OR REPLACE FUNCTION app.begin_session(p_token_hash bytea, p_role text, p_practice uuid) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE
  s record; m record; parts text[];
BEGIN
  SELECT si.id, si.user_id, si.step_up_at IS NOT NULL AS proved,
         EXISTS (SELECT 1 FROM totp t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL) AS generator INTO s
    FROM sign_in_session si JOIN "user" u ON u.id = si.user_id
   WHERE si.token_hash = p_token_hash AND si.revoked_at IS NULL AND u.suspended_at IS NULL
     AND si.expires_at > clock_timestamp() AND si.idle_ends_at > clock_timestamp();
  IF NOT FOUND THEN RAISE EXCEPTION 'no live session' USING errcode = '28000'; END IF;
  IF p_role = 'person' THEN
    parts := ARRAY[s.user_id::text, 'person', '', '', '', '', '', s.id::text];
  ELSIF s.generator AND NOT s.proved THEN
    RAISE EXCEPTION 'second factor first' USING errcode = '28000';
  ELSIF p_role = 'coach' THEN
    SELECT k.id, k.role, k.practice_id INTO m FROM member k JOIN practice p ON p.id = k.practice_id
     WHERE k.user_id = s.user_id AND k.left_at IS NULL AND (s.proved OR p.is_demo)
       AND (p_practice IS NULL OR k.practice_id = p_practice) ORDER BY k.joined_at, k.id LIMIT 1;
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

-- A practice founded on a demo installation is a demo: it says so on every page.
DROP FUNCTION app.found_practice(uuid, uuid, text, text, text);
CREATE FUNCTION app.found_practice(p_practice uuid, p_member uuid, p_name text, p_zone text, p_country text, p_demo boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE u "user";
BEGIN
  IF app.role() IS DISTINCT FROM 'person' THEN RAISE EXCEPTION 'sign in first' USING errcode = '28000'; END IF;
  SELECT * INTO u FROM "user" WHERE id = app.user_id();
  INSERT INTO practice (id, name, zone, country, is_demo) VALUES (p_practice, p_name, p_zone, p_country, p_demo);
  INSERT INTO member (id, practice_id, user_id, role, name, email) VALUES (p_member, p_practice, u.id, 'owner', u.name, u.email);
  PERFORM app.append_audit(p_practice, 'owner', p_member, 'practice.founded', NULL, 'practice', p_practice::text, '{}', clock_timestamp());
END $$;
GRANT EXECUTE ON FUNCTION app.found_practice(uuid, uuid, text, text, text, boolean) TO sevenstride_app;

-- Whom an effect that waits is for, looked up when it leaves: an address that changed since gets it at the new one, and
-- what is no longer meant for anybody (`live` false) is not sent.
CREATE FUNCTION app.recipient(p_outbox uuid) RETURNS TABLE (email text, name text, practice_name text, from_name text, purpose text, live boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce(u.email, c.email), c.name, p.name, m.name, NULL::text, c.archived_at IS NULL
    FROM outbox o JOIN client c ON c.practice_id = o.practice_id AND c.id::text = o.payload->>'clientId'
    JOIN practice p ON p.id = c.practice_id LEFT JOIN "user" u ON u.id = c.user_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'notice'
  UNION ALL
  SELECT u.email, m.name, p.name, NULL, NULL, true
    FROM outbox o JOIN client c ON c.practice_id = o.practice_id AND c.id::text = o.payload->>'clientId'
    JOIN practice p ON p.id = c.practice_id
    -- Her coach; the owner when she has none or that coach has left: somebody must read it.
    JOIN LATERAL (SELECT k.* FROM member k WHERE k.practice_id = c.practice_id AND k.left_at IS NULL
                   ORDER BY k.id IS NOT DISTINCT FROM c.coach_id DESC, k.role = 'owner' DESC, k.joined_at LIMIT 1) m ON true
    JOIN "user" u ON u.id = m.user_id
   WHERE o.id = p_outbox AND o.kind = 'coach_notice'
  UNION ALL
  SELECT i.email, i.name, p.name, m.name, i.purpose::text, i.used_at IS NULL AND i.voided_at IS NULL AND i.expires_at > clock_timestamp()
    FROM outbox o JOIN invitation i ON i.practice_id = o.practice_id AND i.id::text = o.payload->>'invitationId'
    JOIN practice p ON p.id = i.practice_id LEFT JOIN client c ON c.id = i.client_id
    LEFT JOIN LATERAL (SELECT k.name FROM member k WHERE k.practice_id = i.practice_id AND (k.id = c.coach_id OR (c.id IS NULL AND k.role = 'owner')) LIMIT 1) m ON true
   WHERE o.id = p_outbox AND o.kind = 'invitation'
  UNION ALL
  SELECT f.email, f.name, p.name, m.name, NULL, k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
    FROM outbox o JOIN physio_link k ON k.practice_id = o.practice_id AND k.id::text = o.payload->>'linkId'
    JOIN physio f ON f.id = k.physio_id JOIN practice p ON p.id = k.practice_id
    JOIN client c ON c.practice_id = k.practice_id AND c.id = k.client_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'physio_request'
$$;

-- True when this person coaches in the practice a physio's link belongs to: the browser that coaches does not sign.
-- A demo is shown by one person in one browser.
CREATE FUNCTION app.coaches_beside_link(p_user uuid, p_token_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM physio_link k JOIN practice p ON p.id = k.practice_id
    JOIN member m ON m.practice_id = k.practice_id AND m.user_id = p_user AND m.left_at IS NULL
   WHERE k.token_hash = p_token_hash AND NOT p.is_demo)
$$;
-- The stored address behind a live link session: where its next code goes.
CREATE FUNCTION app.link_session_email(p_token_hash bytea) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT lower(f.email) FROM link_session s JOIN physio_link k ON k.id = s.link_id JOIN physio f ON f.id = k.physio_id
   WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
     AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
$$;
GRANT EXECUTE ON FUNCTION app.recipient(uuid), app.coaches_beside_link(uuid, bytea), app.link_session_email(bytea) TO sevenstride_auth;
RESET ROLE;
