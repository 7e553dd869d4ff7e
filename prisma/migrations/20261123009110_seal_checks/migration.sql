-- Whether a sign-off's seal still fits what is stored. It is asked whenever her record is read; a row is written when the
-- answer is another than the last one, so that Postgres, which cannot check a signature, keeps running shut as well. None:
-- it fits. A seal that fits again (a former key was told) opens what it opened before.
CREATE TABLE "seal_check" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "clearance_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "fits" BOOLEAN NOT NULL,

    CONSTRAINT "seal_check_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "seal_check_practice_id_id_key" ON "seal_check"("practice_id", "id");
CREATE INDEX "seal_check_clearance_id_idx" ON "seal_check"("clearance_id");
ALTER TABLE "seal_check" ADD CONSTRAINT "seal_check_practice_id_client_id_clearance_id_fkey" FOREIGN KEY ("practice_id", "client_id", "clearance_id") REFERENCES "clearance"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON seal_check FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON seal_check FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE seal_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE seal_check FORCE ROW LEVEL SECURITY;
CREATE POLICY seal_check_select ON seal_check FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND ((select app.role()) IN ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client()))
    OR (client_id IN (select app.linked_clients()))));
CREATE POLICY seal_check_insert ON seal_check FOR INSERT TO sevenstride_app WITH CHECK (false);
CREATE POLICY seal_check_update ON seal_check FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY seal_check_delete ON seal_check FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY seal_check_owner ON seal_check FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT ON seal_check TO sevenstride_app;
GRANT SELECT, INSERT ON seal_check TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;

CREATE FUNCTION app.seal_fits(p_clearance uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce((SELECT s.fits FROM seal_check s WHERE s.clearance_id = p_clearance ORDER BY s.checked_at DESC, s.id DESC LIMIT 1), true)
$$;

-- A sign-off with all that is sealed, for whoever has business with her: the seal is checked where the key is.
CREATE FUNCTION app.sealed_rows(p_clearance uuid) RETURNS json
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT json_build_object('clearance', row_to_json(c), 'assessment', row_to_json(a), 'fits', app.seal_fits(c.id))
    FROM clearance c JOIN assessment a ON a.practice_id = c.practice_id AND a.id = c.assessment_id
   WHERE c.id = p_clearance AND (session_user = 'sevenstride_auth' OR app.context() IS NULL OR app.knows(c.client_id))
$$;

-- What the check said. Once for each change of its answer: kept, in the trail, her status anew, and when the seal does not fit
-- the mum and the practice's owners are told.
CREATE FUNCTION app.note_seal(p_clearance uuid, p_fits boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE c clearance;
BEGIN
  SELECT * INTO c FROM clearance WHERE id = p_clearance;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM app.lock_client(c.practice_id, c.client_id);
  IF app.seal_fits(c.id) = p_fits THEN RETURN; END IF;
  INSERT INTO seal_check (id, practice_id, client_id, clearance_id, fits) VALUES (gen_random_uuid(), c.practice_id, c.client_id, c.id, p_fits);
  PERFORM app.append_audit(c.practice_id, 'system', NULL, CASE WHEN p_fits THEN 'signoff.seal_fits' ELSE 'signoff.seal_broken' END,
    c.client_id, 'clearance', c.id::text, '{}', clock_timestamp());
  UPDATE client_status SET as_of = date '1970-01-01' WHERE client_id = c.client_id;
  IF p_fits THEN RETURN; END IF;
  INSERT INTO outbox (id, practice_id, kind, payload)
    SELECT gen_random_uuid(), c.practice_id, 'notice', jsonb_build_object('notice', 'seal_broken', 'clientId', c.client_id)
    UNION ALL
    SELECT gen_random_uuid(), c.practice_id, 'owner_notice', jsonb_build_object('notice', 'seal_broken', 'memberId', m.id, 'clientId', c.client_id)
      FROM member m WHERE m.practice_id = c.practice_id AND m.role = 'owner' AND m.left_at IS NULL;
END $$;

DO $$
DECLARE was text; told text;
BEGIN
  -- The lock keeps shut over a seal that does not fit.
  was := pg_get_functiondef('app.can_run(uuid, date, text)'::regprocedure);
  told := replace(was, $q$THEN RETURN false; END IF;
  SELECT x.saw INTO saw$q$, $q$THEN RETURN false; END IF;
  IF NOT app.seal_fits(c.id) THEN RETURN false; END IF;
  SELECT x.saw INTO saw$q$);
  IF told = was THEN RAISE EXCEPTION 'app.can_run is not the one this knows'; END IF;
  EXECUTE told;
  -- The record says which seals do not fit, and what the newest sign-off's rows look like: whoever has checked them once
  -- need not read them again.
  was := pg_get_functiondef('app.record_of_body()'::regprocedure);
  told := replace(was, $q$ AS placed) r);$q$, $q$ AS placed,
    (SELECT coalesce(json_agg(k.id ORDER BY k.id), '[]') FROM clearance k WHERE k.client_id = p_client AND NOT app.seal_fits(k.id)) AS broken_seals,
    (SELECT json_build_object('id', k.id, 'print', encode(sha256(convert_to(k::text || a::text, 'UTF8')), 'hex'))
       FROM clearance k JOIN assessment a ON a.practice_id = k.practice_id AND a.id = k.assessment_id
      WHERE k.client_id = p_client ORDER BY k.recorded_at DESC, k.id DESC LIMIT 1) AS sealed) r);$q$);
  IF told = was THEN RAISE EXCEPTION 'app.record_of_body is not the one this knows'; END IF;
  EXECUTE told;
END $$;
GRANT EXECUTE ON FUNCTION app.sealed_rows(uuid) TO sevenstride_app, sevenstride_auth, sevenstride_owner;
GRANT EXECUTE ON FUNCTION app.note_seal(uuid, boolean) TO sevenstride_auth;
RESET ROLE;
SELECT app.write_record_of();
