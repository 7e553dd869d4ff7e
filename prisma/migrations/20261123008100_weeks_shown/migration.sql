-- Up to which Sunday her weeks are published to her (docs/decisions/0042): a fact like every other, the newest counts.
-- Null: all of them, as they are laid out; so it is for everybody whose coach never said otherwise.
CREATE TABLE "weeks_shown" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_by_kind" "actor_kind" NOT NULL,
    "recorded_by_id" UUID,
    "shown_until" DATE,

    CONSTRAINT "weeks_shown_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "weeks_shown_whole_weeks" CHECK (extract(isodow FROM shown_until) = 7)
);
CREATE UNIQUE INDEX "weeks_shown_practice_id_client_id_id_key" ON "weeks_shown"("practice_id", "client_id", "id");
ALTER TABLE "weeks_shown" ADD CONSTRAINT "weeks_shown_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE OR REPLACE FUNCTION app.fact_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['birth','goal','intake','consent','life_event','request','request_step','assessment','clearance',
    'clearance_confirmation','clearance_withdrawal','step_visit','step_visit_closing','hold','hold_lift','battery_run',
    'symptom_check','red_flag_acknowledgement','check_in','pain_bands','plan','plan_change','weeks_shown','session_start',
    'session_log','technique_review']
$$;

CREATE TRIGGER a_lock_client BEFORE INSERT ON weeks_shown FOR EACH ROW EXECUTE FUNCTION app.lock_first();
CREATE TRIGGER b_stamp BEFORE INSERT ON weeks_shown FOR EACH ROW EXECUTE FUNCTION app.stamp();
CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON weeks_shown FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON weeks_shown FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE weeks_shown ENABLE ROW LEVEL SECURITY;
ALTER TABLE weeks_shown FORCE ROW LEVEL SECURITY;
CREATE POLICY weeks_shown_select ON weeks_shown FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND ((select app.role()) IN ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client()))
    OR (client_id IN (select app.linked_clients('share_plan')))));
CREATE POLICY weeks_shown_insert ON weeks_shown FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND (select app.role()) IN ('coach', 'owner'));
CREATE POLICY weeks_shown_update ON weeks_shown FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY weeks_shown_delete ON weeks_shown FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY weeks_shown_owner ON weeks_shown FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON weeks_shown TO sevenstride_app;
GRANT SELECT ON weeks_shown TO sevenstride_definer;

-- A draft is her coach's: she, and a feed that reads as her, do not meet its rows, whoever forgot to ask.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.shown_until() RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce((SELECT coalesce(w.shown_until, 'infinity') FROM weeks_shown w
    WHERE w.practice_id = app.practice() AND w.client_id = app.client()
    ORDER BY w.recorded_at DESC, w.id DESC LIMIT 1), 'infinity')
$$;
GRANT EXECUTE ON FUNCTION app.shown_until() TO sevenstride_app;
RESET ROLE;
CREATE POLICY session_shown ON session AS RESTRICTIVE FOR SELECT TO sevenstride_app
  USING ((select app.role()) <> 'client' OR day <= (select app.shown_until()));

SELECT app.write_record_of();
