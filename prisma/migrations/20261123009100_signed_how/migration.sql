-- What a sign-off rests on besides its words (trust.md 4.2): by which request and link she came and which of the mum's consents
-- were in force, in which session she signed and how she was confirmed, and the hash of what lay before her eyes. It is
-- sealed with the rest; sign-offs from before this have none and stay what they are.
ALTER TABLE clearance ADD COLUMN evidence jsonb;
ALTER TABLE clearance ADD CONSTRAINT clearance_evidence CHECK (evidence IS NULL OR (jsonb_typeof(evidence) = 'object'
  AND evidence ?& ARRAY['authority', 'how', 'shown']));
-- By which way a session was last confirmed; none for sessions from before this.
ALTER TABLE sign_in_session ADD COLUMN step_up_by text;
-- Of the pictures people look at, one after another, as they were drawn. None for letters from before this.
ALTER TABLE document ADD COLUMN shown_sha256 bytea;
ALTER TABLE document ADD CONSTRAINT document_shown_hash CHECK (octet_length(shown_sha256) = 32);

SET LOCAL ROLE sevenstride_definer;

-- What Postgres itself knows of a signature given now by who acts. `p_passkey_at`: her passkey signs the record's own hash,
-- and the record was laid before it then; else the session's last confirmation counts.
CREATE FUNCTION app.signing_evidence(p_request uuid, p_passkey_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'authority', jsonb_build_object('requestId', q.id, 'linkId', l.link_id, 'consents', coalesce((
      SELECT jsonb_agg(jsonb_build_object('id', c.id, 'purpose', c.purpose, 'wording', c.wording_version) ORDER BY c.purpose::text)
        FROM (SELECT DISTINCT ON (x.purpose) x.* FROM consent x WHERE x.practice_id = q.practice_id AND x.client_id = q.client_id
               ORDER BY x.purpose, x.recorded_at DESC, x.id DESC) c WHERE c.given), '[]')),
    'how', jsonb_build_object('session', (app.context())[8], 'by', CASE WHEN l.id IS NULL THEN 'account' ELSE 'link' END,
      'confirmedBy', CASE WHEN p_passkey_at IS NOT NULL THEN 'passkey_on_record' WHEN l.id IS NOT NULL AND l.step_up_at IS NOT NULL THEN 'code'
        WHEN s.step_up_at IS NOT NULL THEN coalesce(s.step_up_by, 'unknown') END,
      'confirmedAt', to_char(coalesce(p_passkey_at, l.step_up_at, s.step_up_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    FROM request q
    LEFT JOIN link_session l ON l.id::text = (app.context())[8]
    LEFT JOIN sign_in_session s ON s.id::text = (app.context())[8]
   WHERE q.id = p_request AND q.practice_id = app.practice() AND q.physio_id = app.physio()
$$;

-- The evidence in a sign-off is Postgres's own word, and the confirmation in it is of the last minutes. Who shows none, or
-- another, has gone around the form.
CREATE FUNCTION app.guard_evidence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE v_at timestamptz; v_known jsonb;
BEGIN
  IF app.context() IS NULL THEN RETURN NEW; END IF;
  IF NEW.evidence->'how'->>'confirmedBy' = 'passkey_on_record' THEN v_at := (NEW.evidence->'how'->>'confirmedAt')::timestamptz; END IF;
  SELECT app.signing_evidence(a.request_id, v_at) INTO v_known FROM assessment a
   WHERE a.practice_id = NEW.practice_id AND a.id = NEW.assessment_id;
  IF v_known IS NULL OR v_known IS DISTINCT FROM NEW.evidence - 'shown'
     OR (NOT (SELECT p.is_demo FROM practice p WHERE p.id = NEW.practice_id)
         AND coalesce((v_known->'how'->>'confirmedAt')::timestamptz NOT BETWEEN clock_timestamp() - interval '6 minutes' AND clock_timestamp(), true)) THEN
    RAISE EXCEPTION 'a sign-off says how it was signed' USING errcode = 'P0S06', detail = NEW.client_id;
  END IF;
  RETURN NEW;
END $$;

-- Said at the end of the transaction: what is only prepared for a passkey is taken back before, and has no answer yet.
CREATE FUNCTION app.guard_assertion() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF (NEW.evidence->'how'->>'confirmedBy' = 'passkey_on_record') <> (NEW.assertion IS NOT NULL) THEN
    RAISE EXCEPTION 'a sign-off says how it was signed' USING errcode = 'P0S06', detail = NEW.client_id;
  END IF;
  RETURN NULL;
END $$;

-- As before, with the hash of the pictures.
DROP FUNCTION app.keep_letter(uuid, text, text, int, int, int);
CREATE FUNCTION app.keep_letter(p_letter uuid, p_file_name text, p_mime text, p_size int, p_pages int, p_sealed int, p_shown bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE l letter;
BEGIN
  PERFORM app.step_letter(p_letter, 'ready', NULL);
  SELECT * INTO l FROM letter WHERE id = p_letter;
  INSERT INTO document (id, practice_id, client_id, request_id, source, uploaded_by_id, file_name, mime, size, pages, sha256, shown_sha256, sealed, received_at, client_told_at)
  VALUES (l.id, l.practice_id, l.client_id, l.request_id,
    CASE l.sender_kind WHEN 'physio' THEN 'physio' WHEN 'client' THEN 'client' ELSE 'coach' END::document_source, l.sender_id,
    p_file_name, p_mime, p_size, p_pages, l.sha256, p_shown, p_sealed,
    (SELECT s.at FROM letter_state s WHERE s.letter_id = l.id AND s.step = 'received'), clock_timestamp());
  PERFORM app.append_audit(l.practice_id, l.sender_kind, l.sender_id, 'document.stored', l.client_id, 'document', l.id::text, '{}', clock_timestamp());
  -- She learns that something about her was collected from somebody else (HIPC rule 3A, in force since 1 May 2026).
  IF l.sender_kind <> 'client' THEN
    INSERT INTO outbox (id, practice_id, kind, payload) VALUES (gen_random_uuid(), l.practice_id, 'notice',
      jsonb_build_object('notice', 'document_arrived', 'clientId', l.client_id, 'factId', l.id));
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION app.signing_evidence(uuid, timestamptz) TO sevenstride_app;
GRANT EXECUTE ON FUNCTION app.keep_letter(uuid, text, text, int, int, int, bytea) TO sevenstride_auth;
GRANT EXECUTE ON FUNCTION app.guard_evidence(), app.guard_assertion() TO sevenstride_owner;

-- Decisions read neither the seal nor what is beside it.
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('app.record_of_body()'::regprocedure), $q$'seal', 'assertion', $q$, $q$'seal', 'assertion', 'evidence', $q$);
END $$;
RESET ROLE;
CREATE TRIGGER e_guard_evidence BEFORE INSERT ON clearance FOR EACH ROW EXECUTE FUNCTION app.guard_evidence();
CREATE CONSTRAINT TRIGGER y_guard_assertion AFTER INSERT ON clearance DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.evidence IS NOT NULL) EXECUTE FUNCTION app.guard_assertion();
SELECT app.write_record_of();
