-- Facts are insert-only, stamped by Postgres and serialised per client.

-- One list of the fact tables; triggers, policies and grants below and later walk it.
CREATE FUNCTION app.fact_tables() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['birth','goal','intake','consent','life_event','request','request_step','assessment','clearance',
    'clearance_confirmation','clearance_withdrawal','step_visit','step_visit_closing','hold','hold_lift','battery_run',
    'symptom_check','red_flag_acknowledgement','check_in','plan','plan_change','session_start','session_log','technique_review']
$$;
GRANT EXECUTE ON FUNCTION app.fact_tables() TO sevenstride_definer;

GRANT UPDATE ON client TO sevenstride_definer; -- SELECT … FOR UPDATE asks for it

SET LOCAL ROLE sevenstride_definer;

-- Everything that may open or shut the gate happens one at a time per client (measured without the lock: a run
-- assigned after its clearance was revoked in a third of the races).
CREATE FUNCTION app.lock_client(p_practice uuid, p_client uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT 1 FROM client WHERE practice_id = p_practice AND id = p_client FOR UPDATE
$$;
-- A statement inside EXECUTE privileges of the trigger below, nothing a caller gains by running it herself.
GRANT EXECUTE ON FUNCTION app.lock_client(uuid, uuid) TO PUBLIC;
RESET ROLE;

-- Who and when come from the verified context, whatever the row says. Only the owner (builders, restores) may give them.
CREATE FUNCTION app.stamp() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF current_user = 'sevenstride_app' THEN
    NEW.recorded_at := clock_timestamp();
    NEW.recorded_by_kind := app.role();
    NEW.recorded_by_id := app.actor_id();
  ELSE
    NEW.recorded_at := coalesce(NEW.recorded_at, clock_timestamp());
    NEW.recorded_by_kind := coalesce(NEW.recorded_by_kind, 'system');
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION app.lock_first() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  PERFORM app.lock_client(NEW.practice_id, NEW.client_id);
  RETURN NEW;
END $$;

-- Holds for everybody, superusers included.
CREATE FUNCTION app.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION '% is insert-only: record a newer fact instead', TG_TABLE_NAME USING errcode = 'P0I01';
END $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY app.fact_tables() || ARRAY['credential_check'] LOOP
    EXECUTE format('CREATE TRIGGER b_stamp BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.stamp()', t);
    EXECUTE format('CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
    EXECUTE format('CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
  FOREACH t IN ARRAY app.fact_tables() || ARRAY['session'] LOOP
    EXECUTE format('CREATE TRIGGER a_lock_client BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION app.lock_first()', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['protocol_version', 'document', 'document_chunk'] LOOP
    EXECUTE format('CREATE TRIGGER z_insert_only BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION app.refuse_change()', t);
  END LOOP;
END $$;

-- A published version never changes; only its review by a physio may be noted.
CREATE FUNCTION app.refuse_version_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF (NEW.content, NEW.outline, NEW.title, NEW.number, NEW.protocol_id) IS DISTINCT FROM (OLD.content, OLD.outline, OLD.title, OLD.number, OLD.protocol_id) THEN
    RAISE EXCEPTION 'a published protocol version never changes' USING errcode = 'P0I01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER z_published BEFORE UPDATE ON protocol_version FOR EACH ROW EXECUTE FUNCTION app.refuse_version_change();

-- Credential checks shut or open the gate of every client this physio signed for.
CREATE FUNCTION app.lock_signed_clients() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
DECLARE c record;
BEGIN
  FOR c IN SELECT DISTINCT client_id FROM clearance WHERE practice_id = NEW.practice_id AND physio_id = NEW.physio_id ORDER BY client_id LOOP
    PERFORM app.lock_client(NEW.practice_id, c.client_id);
  END LOOP;
  RETURN NEW;
END $$;
CREATE TRIGGER a_lock_clients BEFORE INSERT ON credential_check FOR EACH ROW EXECUTE FUNCTION app.lock_signed_clients();

-- Bounds that hold whatever the code above says.
ALTER TABLE assessment ADD CONSTRAINT assessment_by_physio CHECK (recorded_by_kind = 'physio');
ALTER TABLE clearance ADD CONSTRAINT clearance_by_physio CHECK (recorded_by_kind = 'physio');
ALTER TABLE clearance_withdrawal ADD CONSTRAINT withdrawal_by_physio CHECK (recorded_by_kind = 'physio');
ALTER TABLE clearance_confirmation ADD CONSTRAINT confirmation_by_client CHECK (recorded_by_kind = 'client');
ALTER TABLE consent ADD CONSTRAINT consent_by_client CHECK (recorded_by_kind = 'client');
ALTER TABLE credential_check ADD CONSTRAINT credential_by_owner CHECK (recorded_by_kind = 'owner');
ALTER TABLE clearance ADD CONSTRAINT clearance_dates CHECK (assessed_on <= signed_on AND review_by >= signed_on);
ALTER TABLE clearance ADD CONSTRAINT clearance_early_reason CHECK (earliest_run_on IS NULL OR length(trim(earliest_run_reason)) > 0);
ALTER TABLE birth ADD CONSTRAINT birth_babies CHECK (babies BETWEEN 1 AND 8);
ALTER TABLE birth ADD CONSTRAINT birth_weeks CHECK (gestation_weeks BETWEEN 20 AND 45);
ALTER TABLE goal ADD CONSTRAINT goal_bounds CHECK (days_per_week BETWEEN 1 AND 7 AND minutes_per_run BETWEEN 5 AND 300);
ALTER TABLE session_log ADD CONSTRAINT log_effort CHECK (effort BETWEEN 0 AND 10);
ALTER TABLE session_log ADD CONSTRAINT log_minutes CHECK (minutes_total > 0 AND minutes_run >= 0 AND minutes_walk >= 0 AND minutes_total <= 1440);
ALTER TABLE check_in ADD CONSTRAINT check_in_bounds CHECK (energy BETWEEN 0 AND 10 AND mood BETWEEN 0 AND 10 AND sleep_hours BETWEEN 0 AND 24 AND bad_nights BETWEEN 0 AND 7);
ALTER TABLE plan ADD CONSTRAINT plan_level CHECK (level >= 0);

-- A coach, or her second address, never signs for a client of her own practice.
CREATE FUNCTION app.guard_signer() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM physio p JOIN member m ON m.practice_id = p.practice_id
              WHERE p.practice_id = NEW.practice_id AND p.id = NEW.physio_id
                AND (m.user_id = p.user_id OR lower(m.email) = lower(p.email))) THEN
    RAISE EXCEPTION 'the signer coaches in this practice' USING errcode = 'P0S01';
  END IF;
  IF EXISTS (SELECT 1 FROM clearance c JOIN physio p ON p.id = c.physio_id JOIN physio q ON q.id = NEW.physio_id
              WHERE lower(c.registration_number) = lower(NEW.registration_number) AND lower(p.email) <> lower(q.email)) THEN
    RAISE EXCEPTION 'this registration number signs from another address' USING errcode = 'P0S02';
  END IF;
  IF app.context() IS NOT NULL AND NEW.physio_id IS DISTINCT FROM app.physio() THEN
    RAISE EXCEPTION 'a physio signs for herself only' USING errcode = 'P0S03';
  END IF;
  IF NEW.signed_on > (clock_timestamp() AT TIME ZONE 'Pacific/Kiritimati')::date THEN
    RAISE EXCEPTION 'a sign-off cannot be dated in the future' USING errcode = 'P0S04';
  END IF;
  RETURN NEW;
END $$;
ALTER FUNCTION app.guard_signer() SECURITY DEFINER;
CREATE TRIGGER c_guard_signer BEFORE INSERT ON clearance FOR EACH ROW EXECUTE FUNCTION app.guard_signer();

-- Holds that protect her body end only on a physio's word.
CREATE FUNCTION app.guard_hold_lift() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF NEW.recorded_by_kind <> 'physio' AND EXISTS (
    SELECT 1 FROM hold h WHERE h.practice_id = NEW.practice_id AND h.id = NEW.hold_id
       AND h.reason IN ('pelvic_symptom', 'red_flag', 'surgery', 'new_pregnancy', 'physio_decision')) THEN
    RAISE EXCEPTION 'only a physio lifts this hold' USING errcode = 'P0H01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_guard_hold_lift BEFORE INSERT ON hold_lift FOR EACH ROW EXECUTE FUNCTION app.guard_hold_lift();
