-- The few doors through row-level security, each as narrow as its errand. Owned by a role nobody signs in with.

GRANT INSERT, UPDATE ON audit_event, audit_head, client_status, practice, member, client, invitation, outbox TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;

-- ── Audit ────────────────────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION app.audit_hash(prev bytea, e audit_event) RETURNS bytea
LANGUAGE sql STABLE SET search_path = app, public, pg_temp AS $$
  SELECT sha256(prev || convert_to(concat_ws('|', e.practice_id, e.seq, extract(epoch FROM e.at), e.actor_kind,
    coalesce(e.actor_id::text, ''), e.action, coalesce(e.client_id::text, ''), e.target_type, coalesce(e.target_id, ''), e.data::text), 'UTF8'))
$$;

CREATE FUNCTION app.append_audit(p_practice uuid, p_kind actor_kind, p_actor uuid, p_action text, p_client uuid,
  p_target_type text, p_target_id text, p_data jsonb, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE head audit_head; e audit_event;
BEGIN
  INSERT INTO audit_head (practice_id, seq, hash) VALUES (p_practice, 0, '\x00') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE practice_id = p_practice FOR UPDATE;
  e := ROW(p_practice, head.seq + 1, p_at, p_kind, p_actor, p_action, p_client, p_target_type, p_target_id, p_data, head.hash, '\x00')::audit_event;
  e.hash := app.audit_hash(head.hash, e);
  INSERT INTO audit_event SELECT e.*;
  UPDATE audit_head SET seq = e.seq, hash = e.hash WHERE practice_id = p_practice;
END $$;
GRANT EXECUTE ON FUNCTION app.append_audit(uuid, actor_kind, uuid, text, uuid, text, text, jsonb, timestamptz) TO sevenstride_owner;

-- The application's only way to the trail: who and when are the context's, never the caller's.
CREATE FUNCTION app.audit(p_action text, p_client uuid, p_target_type text, p_target_id text, p_data jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF app.practice() IS NULL THEN RAISE EXCEPTION 'no practice in context' USING errcode = '28000'; END IF;
  PERFORM app.append_audit(app.practice(), app.role()::actor_kind, app.actor_id(), p_action, p_client, p_target_type, p_target_id, p_data, clock_timestamp());
END $$;
GRANT EXECUTE ON FUNCTION app.audit(text, uuid, text, text, jsonb) TO sevenstride_app;

-- First event that does not fit the chain, or null. A cut tail shows against the head.
CREATE FUNCTION app.verify_audit(p_practice uuid) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE e audit_event; prev bytea := '\x00'; n bigint := 0;
BEGIN
  FOR e IN SELECT * FROM audit_event WHERE practice_id = p_practice ORDER BY seq LOOP
    n := n + 1;
    IF e.seq <> n OR e.prev_hash <> prev OR e.hash <> app.audit_hash(prev, e) THEN RETURN n; END IF;
    prev := e.hash;
  END LOOP;
  IF (SELECT (seq, hash) IS DISTINCT FROM (n, prev) FROM audit_head WHERE practice_id = p_practice) THEN RETURN n + 1; END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION app.verify_audit(uuid) TO sevenstride_owner, sevenstride_auth;

-- ── The record a decision needs ──────────────────────────────────────────────────────────────────────────────────
-- Decisions read all facts of one client whoever acts: a gate that cannot see a red flag would fail open. The shell
-- uses it to decide and never hands it to the person; what she may see is read through the policies.
CREATE FUNCTION app.facts_as_json(p_table text, p_client uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE answer jsonb;
BEGIN
  EXECUTE format($q$SELECT coalesce(jsonb_agg(to_jsonb(t) - 'practice_id' - 'client_id' - 'seal'
     || jsonb_build_object('recorded_at', to_char(t.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
     ORDER BY t.recorded_at, t.id), '[]') FROM %I t WHERE t.client_id = $1$q$, p_table) INTO answer USING p_client;
  RETURN answer;
END $$;

CREATE FUNCTION app.record_of(p_client uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE answer jsonb := '{}'; t text; c client;
BEGIN
  SELECT * INTO c FROM client WHERE id = p_client;
  IF NOT FOUND THEN RETURN NULL; END IF;
  FOREACH t IN ARRAY app.fact_tables() LOOP answer := answer || jsonb_build_object(t, app.facts_as_json(t, p_client)); END LOOP;
  RETURN answer || jsonb_build_object(
    'client', jsonb_build_object('id', c.id, 'practice_id', c.practice_id, 'zone', c.zone, 'country', c.country, 'joined_on', c.joined_on),
    'credential_check', (SELECT coalesce(jsonb_agg(to_jsonb(k) - 'practice_id'
        || jsonb_build_object('recorded_at', to_char(k.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        ORDER BY k.recorded_at, k.id), '[]') FROM credential_check k
       WHERE k.practice_id = c.practice_id AND k.physio_id IN (SELECT physio_id FROM clearance WHERE client_id = p_client)),
    'protocols', (SELECT coalesce(jsonb_agg(v.outline || jsonb_build_object('versionId', v.id)), '[]') FROM protocol_version v
       WHERE v.practice_id = c.practice_id AND v.id IN (SELECT protocol_version_id FROM plan WHERE client_id = p_client)));
END $$;
GRANT EXECUTE ON FUNCTION app.record_of(uuid) TO sevenstride_auth, sevenstride_owner;

-- The record for an actor who has business with the client, else null; p_lock when it will be decided upon.
CREATE FUNCTION app.client_record(p_client uuid, p_lock boolean) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF NOT coalesce(app.knows(p_client), false) THEN RETURN NULL; END IF;
  IF p_lock THEN PERFORM app.lock_client(app.practice(), p_client); END IF;
  RETURN app.record_of(p_client);
END $$;

-- The projection: derived by the shell inside the same transaction as the change.
CREATE FUNCTION app.put_status(p_client uuid, p_status jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF app.context() IS NOT NULL AND NOT coalesce(app.knows(p_client), false) THEN
    RAISE EXCEPTION 'not hers' USING errcode = '42501';
  END IF;
  INSERT INTO client_status (client_id, practice_id, as_of, steps, run_open, lock_reasons, attention_rank, reasons, next_session, last_log_on)
  SELECT c.id, c.practice_id, s.as_of, s.steps, s.run_open, s.lock_reasons, s.attention_rank, s.reasons, s.next_session, s.last_log_on
    FROM client c, jsonb_populate_record(NULL::client_status, p_status) s WHERE c.id = p_client
  ON CONFLICT (client_id) DO UPDATE SET as_of = excluded.as_of, steps = excluded.steps, run_open = excluded.run_open,
    lock_reasons = excluded.lock_reasons, attention_rank = excluded.attention_rank, reasons = excluded.reasons,
    next_session = excluded.next_session, last_log_on = excluded.last_log_on;
END $$;
GRANT EXECUTE ON FUNCTION app.client_record(uuid, boolean) TO sevenstride_app;
GRANT EXECUTE ON FUNCTION app.put_status(uuid, jsonb) TO sevenstride_app, sevenstride_auth, sevenstride_owner;

-- ── Founding and joining a practice ──────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION app.found_practice(p_practice uuid, p_member uuid, p_name text, p_zone text, p_country text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE u "user";
BEGIN
  IF app.role() IS DISTINCT FROM 'person' THEN RAISE EXCEPTION 'sign in first' USING errcode = '28000'; END IF;
  SELECT * INTO u FROM "user" WHERE id = app.user_id();
  INSERT INTO practice (id, name, zone, country) VALUES (p_practice, p_name, p_zone, p_country);
  INSERT INTO member (id, practice_id, user_id, role, name, email) VALUES (p_member, p_practice, u.id, 'owner', u.name, u.email);
END $$;
GRANT EXECUTE ON FUNCTION app.found_practice(uuid, uuid, text, text, text) TO sevenstride_app;

-- What a ticket says before anybody has proved anything: who invites to what. Null for used, ended, void or unknown.
CREATE FUNCTION app.open_ticket(p_token_hash bytea) RETURNS TABLE (invitation_id uuid, purpose invitation_purpose, practice_name text, inviter text, name text, email text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT i.id, i.purpose, p.name, coalesce(m.name, p.name), i.name, i.email
    FROM invitation i JOIN practice p ON p.id = i.practice_id
    LEFT JOIN client c ON c.id = i.client_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE i.token_hash = p_token_hash AND i.used_at IS NULL AND i.voided_at IS NULL AND i.expires_at > clock_timestamp()
$$;

-- Uses the ticket once, for the person whose proved address it was sent to. Returns the practice, or null.
CREATE FUNCTION app.accept_ticket(p_token_hash bytea, p_user uuid, p_member uuid) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE i invitation; u "user";
BEGIN
  SELECT * INTO u FROM "user" WHERE id = p_user;
  UPDATE invitation SET used_at = clock_timestamp()
   WHERE token_hash = p_token_hash AND used_at IS NULL AND voided_at IS NULL AND expires_at > clock_timestamp() AND lower(email) = lower(u.email)
   RETURNING * INTO i;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF i.purpose = 'client' THEN
    UPDATE client SET user_id = p_user WHERE practice_id = i.practice_id AND id = i.client_id;
  ELSE
    INSERT INTO member (id, practice_id, user_id, role, name, email) VALUES (p_member, i.practice_id, p_user, 'coach', i.name, u.email)
      ON CONFLICT (practice_id, user_id) DO UPDATE SET left_at = NULL;
  END IF;
  PERFORM app.append_audit(i.practice_id, CASE i.purpose WHEN 'client' THEN 'client' ELSE 'coach' END::actor_kind, coalesce(i.client_id, p_member),
    'ticket.accepted', i.client_id, 'invitation', i.id::text, '{}', clock_timestamp());
  RETURN i.practice_id;
END $$;

-- A physio's link before she has proved her address: enough to send the code to the stored address, nothing about the mum.
CREATE FUNCTION app.open_link(p_token_hash bytea) RETURNS TABLE (link_id uuid, practice_name text, physio_name text, email text, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT k.id, p.name, f.name, f.email,
    CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN k.expires_at <= clock_timestamp() THEN 'expired' ELSE 'live' END
    FROM physio_link k JOIN practice p ON p.id = k.practice_id JOIN physio f ON f.id = k.physio_id
   WHERE k.token_hash = p_token_hash
$$;

-- The doors a person may go through after signing in: one row a role and practice.
CREATE FUNCTION app.roles_of(p_user uuid) RETURNS TABLE (role text, practice_id uuid, practice_name text, id uuid, name text, is_demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT m.role::text, p.id, p.name, m.id, m.name, p.is_demo FROM member m JOIN practice p ON p.id = m.practice_id WHERE m.user_id = p_user AND m.left_at IS NULL
  UNION ALL SELECT 'client', p.id, p.name, c.id, c.name, p.is_demo FROM client c JOIN practice p ON p.id = c.practice_id WHERE c.user_id = p_user AND c.archived_at IS NULL
  UNION ALL SELECT 'physio', p.id, p.name, f.id, f.name, p.is_demo FROM physio f JOIN practice p ON p.id = f.practice_id WHERE f.user_id = p_user
$$;

-- The printed passport, for anybody who holds its code: valid or not, by whom, for what, until when; nothing else.
CREATE FUNCTION app.passport(p_code text) RETURNS TABLE (valid boolean, signer_name text, signer_title text, scope scope[], review_by date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT c.id = (SELECT x.id FROM clearance x WHERE x.client_id = c.client_id ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1)
     AND app.can_run(c.client_id, app.client_today(c.client_id)), c.signer_name, c.signer_title, c.scope, c.review_by
    FROM clearance c WHERE c.passport_code = p_code
$$;

-- ── Effects that leave ───────────────────────────────────────────────────────────────────────────────────────────
CREATE FUNCTION app.claim_outbox(p_count int, p_lease interval) RETURNS SETOF outbox
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  UPDATE outbox SET claimed_until = clock_timestamp() + p_lease, attempts = attempts + 1
   WHERE id IN (SELECT id FROM outbox WHERE done_at IS NULL AND not_before <= clock_timestamp()
       AND (claimed_until IS NULL OR claimed_until < clock_timestamp()) AND attempts < 12
     ORDER BY created_at LIMIT p_count FOR UPDATE SKIP LOCKED)
  RETURNING *
$$;
CREATE FUNCTION app.finish_outbox(p_id uuid, p_error text, p_retry_after interval) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  UPDATE outbox SET done_at = CASE WHEN p_error IS NULL THEN clock_timestamp() END, last_error = p_error, claimed_until = NULL,
    not_before = CASE WHEN p_error IS NULL THEN not_before ELSE clock_timestamp() + p_retry_after END,
    -- What was in a mail that has left is nobody's business any more.
    payload = CASE WHEN p_error IS NULL THEN '{}'::jsonb ELSE payload END
   WHERE id = p_id
$$;
-- For the readiness probe: seconds the oldest waiting effect has waited.
CREATE FUNCTION app.outbox_age() RETURNS double precision
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce(extract(epoch FROM clock_timestamp() - min(not_before)), 0) FROM outbox WHERE done_at IS NULL AND attempts < 12
$$;
-- Clients whose status was derived for an earlier day than theirs: what the passing of time changes.
CREATE FUNCTION app.stale_statuses(p_count int) RETURNS TABLE (client_id uuid, today date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT c.id, app.client_today(c.id) FROM client c LEFT JOIN client_status s ON s.client_id = c.id
   WHERE c.archived_at IS NULL AND (s.as_of IS NULL OR s.as_of < app.client_today(c.id)) LIMIT p_count
$$;

-- When this actor last proved a second factor, and whether her practice is only a demo.
CREATE FUNCTION app.step_up() RETURNS TABLE (at timestamptz, demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce((SELECT s.step_up_at FROM sign_in_session s WHERE s.id::text = (app.context())[8]),
                  (SELECT l.step_up_at FROM link_session l WHERE l.id::text = (app.context())[8])),
         coalesce((SELECT p.is_demo FROM practice p WHERE p.id = app.practice()), false)
$$;
GRANT EXECUTE ON FUNCTION app.step_up() TO sevenstride_app;

-- These answer before or beside any actor: only the doorman's role may ask.
GRANT EXECUTE ON FUNCTION app.open_ticket(bytea), app.accept_ticket(bytea, uuid, uuid), app.open_link(bytea), app.roles_of(uuid),
  app.passport(text), app.claim_outbox(int, interval), app.finish_outbox(uuid, text, interval), app.outbox_age(), app.stale_statuses(int) TO sevenstride_auth;
RESET ROLE;

-- Builders and restores bring facts with their own days, oldest first, through the same triggers and the same trail.
CREATE FUNCTION app.restore_facts(p_facts jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
DECLARE f jsonb; r jsonb;
BEGIN
  FOR f IN SELECT jsonb_array_elements(p_facts) LOOP
    IF NOT (f->>'table') = ANY (app.fact_tables() || ARRAY['credential_check']) THEN
      RAISE EXCEPTION 'not a fact: %', f->>'table';
    END IF;
    r := f->'row';
    EXECUTE format('INSERT INTO %1$I SELECT * FROM jsonb_populate_record(NULL::%1$I, $1)', f->>'table') USING r;
    PERFORM app.append_audit((r->>'practice_id')::uuid, (r->>'recorded_by_kind')::actor_kind, (r->>'recorded_by_id')::uuid,
      (f->>'table') || '.recorded', (r->>'client_id')::uuid, f->>'table', r->>'id', '{}', (r->>'recorded_at')::timestamptz);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION app.restore_facts(jsonb) FROM PUBLIC;
