-- What a practice chose of the rules: which tests it uses, and its own figures for going back. Each change is a new
-- version; the newest counts. Nothing here opens the gate: app.can_run does not read it.
CREATE TABLE practice_rules (
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  recorded_by_kind actor_kind NOT NULL,
  recorded_by_id uuid,
  version integer NOT NULL CHECK (version > 0),
  choices jsonb NOT NULL CHECK (jsonb_typeof(choices) = 'object' AND choices - 'batteries' - 'figures' = '{}'),
  CONSTRAINT practice_rules_pkey PRIMARY KEY (id),
  CONSTRAINT practice_rules_by_owner CHECK (recorded_by_kind = 'owner'),
  CONSTRAINT practice_rules_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX practice_rules_practice_id_id_key ON practice_rules (practice_id, id);
-- Two owners who save at once: the second is told, not silently overruled.
CREATE UNIQUE INDEX practice_rules_practice_id_version_key ON practice_rules (practice_id, version);

CREATE TRIGGER b_stamp BEFORE INSERT ON practice_rules FOR EACH ROW EXECUTE FUNCTION app.stamp();
CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON practice_rules FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON practice_rules FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE practice_rules ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice_rules FORCE ROW LEVEL SECURITY;
CREATE POLICY practice_rules_select ON practice_rules FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND (select app.role()) IN ('coach', 'owner'));
CREATE POLICY practice_rules_insert ON practice_rules FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND (select app.role()) = 'owner');
CREATE POLICY practice_rules_update ON practice_rules FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY practice_rules_delete ON practice_rules FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY practice_rules_owner ON practice_rules FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON practice_rules TO sevenstride_app;
GRANT SELECT ON practice_rules TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;

-- As before, and with every version of the practice's choices: the journey of a past day is derived with the rules of then.
CREATE OR REPLACE FUNCTION app.record_of(p_client uuid) RETURNS jsonb
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
    'practice_rules', (SELECT coalesce(jsonb_agg(to_jsonb(r) - 'practice_id'
        || jsonb_build_object('recorded_at', to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        ORDER BY r.version), '[]') FROM practice_rules r WHERE r.practice_id = c.practice_id),
    'protocols', (SELECT coalesce(jsonb_agg(v.outline || jsonb_build_object('versionId', v.id)), '[]') FROM protocol_version v
       WHERE v.practice_id = c.practice_id AND v.id IN (SELECT protocol_version_id FROM plan WHERE client_id = p_client)));
END $$;
RESET ROLE;
