-- What people are told because time has passed: a physio who has not answered, a review day that comes near, once a
-- month how it went. The night that turns a client's day says what is due; each is told once, by its key.
ALTER TABLE request ADD COLUMN remind_on date[];
ALTER TABLE physio ADD COLUMN month_mail_stopped_at timestamptz(3);

GRANT INSERT ON physio_link, request_step TO sevenstride_definer;
GRANT UPDATE (month_mail_stopped_at) ON physio TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;
-- One reminder into the outbox under an id made of its key: a second process, or a second night, finds it there. With it,
-- for a physio, a new secret of her own (the ones she has stay good), and for a request the step on its record.
CREATE FUNCTION app.put_reminder(p_outbox uuid, p_client uuid, p_kind text, p_payload jsonb, p_request uuid, p_token_hash bytea, p_told_on date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE v_practice uuid; v_step uuid := gen_random_uuid();
BEGIN
  SELECT practice_id INTO v_practice FROM client WHERE id = p_client AND archived_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  IF p_kind = 'physio_month' AND EXISTS (SELECT 1 FROM physio f WHERE f.practice_id = v_practice
      AND f.id = (p_payload->>'physioId')::uuid AND f.month_mail_stopped_at IS NOT NULL) THEN RETURN false; END IF;
  INSERT INTO outbox (id, practice_id, kind, payload) VALUES (p_outbox, v_practice, p_kind, p_payload) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  IF p_token_hash IS NOT NULL THEN
    INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
      SELECT (p_payload->>'linkId')::uuid, v_practice, p_client, r.physio_id, r.id, p_token_hash, clock_timestamp() + interval '14 days'
        FROM request r WHERE r.practice_id = v_practice AND r.client_id = p_client AND r.id = p_request;
  END IF;
  IF p_told_on IS NOT NULL THEN
    INSERT INTO request_step (id, practice_id, client_id, recorded_at, recorded_by_kind, request_id, step, "on")
      VALUES (v_step, v_practice, p_client, clock_timestamp(), 'system', p_request, 'reminded', p_told_on);
    PERFORM app.append_audit(v_practice, 'system', NULL, 'request_step.recorded', p_client, 'request_step', v_step::text, '{}', clock_timestamp());
  END IF;
  RETURN true;
END $$;

-- She pressed "stop" in a mail: no monthly mail to this address any more, from whichever practice.
CREATE FUNCTION app.stop_month_mail(p_physio uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  UPDATE physio SET month_mail_stopped_at = clock_timestamp()
   WHERE month_mail_stopped_at IS NULL AND lower(email) = (SELECT lower(f.email) FROM physio f WHERE f.id = p_physio)
$$;

CREATE OR REPLACE FUNCTION app.recipient(p_outbox uuid) RETURNS TABLE (email text, name text, practice_name text, from_name text, purpose text, live boolean)
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
  UNION ALL
  -- To a physio without a request of its own: with an account, when she has one.
  SELECT f.email, f.name, p.name, m.name, CASE WHEN f.user_id IS NULL THEN NULL ELSE 'account' END, c.archived_at IS NULL
    FROM outbox o JOIN physio f ON f.practice_id = o.practice_id AND f.id::text = o.payload->>'physioId'
    JOIN client c ON c.practice_id = o.practice_id AND c.id::text = o.payload->>'clientId'
    JOIN practice p ON p.id = o.practice_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'physio_notice'
  UNION ALL
  SELECT f.email, f.name, p.name, m.name, NULL, f.month_mail_stopped_at IS NULL AND c.archived_at IS NULL AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
    FROM outbox o JOIN physio_link k ON k.practice_id = o.practice_id AND k.id::text = o.payload->>'linkId'
    JOIN physio f ON f.id = k.physio_id JOIN practice p ON p.id = k.practice_id
    JOIN client c ON c.practice_id = k.practice_id AND c.id = k.client_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'physio_month'
$$;
GRANT EXECUTE ON FUNCTION app.put_reminder(uuid, uuid, text, jsonb, uuid, bytea, date), app.stop_month_mail(uuid) TO sevenstride_auth;
RESET ROLE;
