-- Her own traffic light of pain: a fact like every other, each change a new row with who and when. Stricter than the
-- house's (3 and 5 of 10), never looser, whoever writes.
CREATE TABLE "pain_bands" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "set_on" DATE NOT NULL,
    "green_max" INTEGER NOT NULL,
    "amber_max" INTEGER NOT NULL,
    "note" TEXT,

    CONSTRAINT "pain_bands_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "pain_bands_never_looser" CHECK (0 <= green_max AND green_max <= 3 AND green_max <= amber_max AND amber_max <= 5)
);
CREATE UNIQUE INDEX "pain_bands_practice_id_client_id_id_key" ON "pain_bands"("practice_id", "client_id", "id");
ALTER TABLE "pain_bands" ADD CONSTRAINT "pain_bands_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION app.fact_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['birth','goal','intake','consent','life_event','request','request_step','assessment','clearance',
    'clearance_confirmation','clearance_withdrawal','step_visit','step_visit_closing','hold','hold_lift','battery_run',
    'symptom_check','red_flag_acknowledgement','check_in','pain_bands','plan','plan_change','session_start','session_log',
    'technique_review']
$$;

CREATE TRIGGER a_lock_client BEFORE INSERT ON pain_bands FOR EACH ROW EXECUTE FUNCTION app.lock_first();
CREATE TRIGGER b_stamp BEFORE INSERT ON pain_bands FOR EACH ROW EXECUTE FUNCTION app.stamp();
CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON pain_bands FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON pain_bands FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE pain_bands ENABLE ROW LEVEL SECURITY;
ALTER TABLE pain_bands FORCE ROW LEVEL SECURITY;
CREATE POLICY pain_bands_select ON pain_bands FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND ((select app.role()) IN ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client()))
    OR (client_id IN (select app.linked_clients('share_symptoms')))));
CREATE POLICY pain_bands_insert ON pain_bands FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND (select app.role()) IN ('coach', 'owner'));
CREATE POLICY pain_bands_update ON pain_bands FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY pain_bands_delete ON pain_bands FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY pain_bands_owner ON pain_bands FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON pain_bands TO sevenstride_app;
GRANT SELECT ON pain_bands TO sevenstride_definer;
