-- The lock on running, as far as Postgres holds it: a standing clearance, the weeks since birth, nothing open.
-- Derived from insert-only rows each time it is asked; there is no column that says "may run".
-- Its twin is src/domain/clearance/gate.ts; tests drive both side by side.

INSERT INTO clinical_rule (id, value, unit, source) VALUES
  ('min_days_since_birth', 84, 'days', 'Goom, Donnelly, Brockwell 2019 (12 weeks, expert opinion)'),
  ('hard_floor_days', 21, 'days', 'Christopher et al. 2024 (3 weeks relative rest, Delphi)');

GRANT SELECT ON clinical_rule TO sevenstride_app;

SET LOCAL ROLE sevenstride_definer;

CREATE FUNCTION app.client_today(p_client uuid) RETURNS date
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT (clock_timestamp() AT TIME ZONE zone)::date FROM client WHERE id = p_client
$$;

-- True when one of these findings is a symptom for which there is no acceptable amount, or a red flag.
CREATE FUNCTION app.finding_shuts_gate(p_findings jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM jsonb_array_elements(p_findings) f
    WHERE f->>'kind' = 'red_flag'
       OR f->>'symptom' IN ('urine_leak_drops', 'urine_leak_more', 'urgency_leak', 'bowel_or_wind_leak', 'heaviness', 'bulge'))
$$;

CREATE FUNCTION app.can_run(p_client uuid, p_day date, p_scope text DEFAULT 'walk_run') RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE
  c clearance; saw boolean; cred record; born date;
BEGIN
  -- A foreign client is answered like one that does not exist.
  IF app.context() IS NOT NULL AND NOT app.knows(p_client) THEN RETURN false; END IF;

  -- 1. The newest clearance rules, and it stands.
  SELECT * INTO c FROM clearance WHERE client_id = p_client ORDER BY recorded_at DESC, id DESC LIMIT 1;
  IF NOT FOUND OR c.decision NOT IN ('cleared', 'cleared_with_conditions') THEN RETURN false; END IF;
  IF NOT (c.scope && CASE p_scope WHEN 'technique' THEN ARRAY['technique', 'walk_run']::scope[] ELSE ARRAY[p_scope::scope] END) THEN RETURN false; END IF;
  IF p_day < c.signed_on OR p_day > c.review_by THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM clearance_withdrawal w WHERE w.clearance_id = c.id) THEN RETURN false; END IF;
  SELECT x.saw INTO saw FROM clearance_confirmation x WHERE x.clearance_id = c.id ORDER BY recorded_at DESC, id DESC LIMIT 1;
  IF saw IS DISTINCT FROM true THEN RETURN false; END IF;
  SELECT k.found, k.valid_until, k.checked_on INTO cred FROM credential_check k
   WHERE k.practice_id = c.practice_id AND k.physio_id = c.physio_id AND k.registration_number = c.registration_number
   ORDER BY recorded_at DESC, id DESC LIMIT 1;
  IF NOT FOUND OR NOT cred.found OR cred.valid_until < p_day OR cred.checked_on > p_day THEN RETURN false; END IF;

  -- 2. Weeks since the latest birth; only a physio's earlier date counts, and never under the floor.
  SELECT max(b.born_on) INTO born FROM birth b WHERE b.client_id = p_client;
  -- A clearance from before that birth is about another body and never counts.
  IF born IS NULL OR c.assessed_on < born
     OR p_day < born + (SELECT value FROM clinical_rule WHERE id = 'hard_floor_days')
     OR p_day < coalesce(c.earliest_run_on, born + (SELECT value FROM clinical_rule WHERE id = 'min_days_since_birth'))
  THEN RETURN false; END IF;

  -- 3. Nothing open. Even when the code above forgot to place a hold, the symptom itself shuts the gate.
  IF EXISTS (SELECT 1 FROM symptom_check s WHERE s.client_id = p_client AND s.recorded_at >= c.recorded_at
       AND app.finding_shuts_gate(s.findings)
       AND NOT EXISTS (SELECT 1 FROM hold h JOIN hold_lift l ON l.hold_id = h.id WHERE h.client_id = p_client AND h.source_id = s.id))
  THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM hold h WHERE h.client_id = p_client
       AND h.reason IN ('pelvic_symptom', 'red_flag', 'new_pregnancy', 'surgery')
       AND NOT (h.reason IN ('pelvic_symptom', 'red_flag') AND c.recorded_at > h.recorded_at)
       AND NOT EXISTS (SELECT 1 FROM hold_lift l WHERE l.hold_id = h.id))
  THEN RETURN false; END IF;
  IF EXISTS (SELECT 1 FROM life_event e WHERE e.client_id = p_client AND e.starts_on > born
       AND ((e.kind = 'surgery' AND e.recorded_at > c.recorded_at)
         -- Pregnant again: ends with the next birth, or when it ended early and a physio cleared her after that.
         OR (e.kind = 'new_pregnancy' AND NOT EXISTS (SELECT 1 FROM life_event x WHERE x.client_id = p_client
               AND x.kind = 'pregnancy_ended' AND x.starts_on >= e.starts_on AND x.recorded_at < c.recorded_at))))
  THEN RETURN false; END IF;
  RETURN true;
END $$;
GRANT EXECUTE ON FUNCTION app.can_run(uuid, date, text), app.client_today(uuid), app.finding_shuts_gate(jsonb) TO sevenstride_app, sevenstride_owner;

-- Asked on the rows that make running visible (a plan, its going on) or startable (a session). The row's own day
-- must be allowed, and for the application today as well. The client's row is locked first (a_lock_client), so a
-- withdrawal and an assignment cannot pass each other.
CREATE FUNCTION app.guard_running() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE k text; on_day date; wanted text;
BEGIN
  IF TG_TABLE_NAME = 'plan' THEN k := NEW.kind; on_day := NEW.starts_on;
  ELSIF TG_TABLE_NAME = 'session' THEN k := NEW.kind; on_day := NEW.day;
  ELSIF TG_TABLE_NAME = 'session_start' THEN k := NEW.kind; on_day := NEW.started_on;
  ELSE
    IF NEW.change NOT IN ('level', 'resume') THEN RETURN NEW; END IF;
    SELECT p.kind, p.level INTO k, wanted FROM plan p WHERE p.practice_id = NEW.practice_id AND p.id = NEW.plan_id;
    on_day := NEW.on;
    -- Going back for safety is always allowed; only going on or up asks the gate.
    IF NEW.change = 'level' AND NEW.level <= coalesce((SELECT x.level FROM plan_change x WHERE x.plan_id = NEW.plan_id
         AND x.change = 'level' ORDER BY x.recorded_at DESC LIMIT 1), wanted::int) THEN RETURN NEW; END IF;
  END IF;
  IF k NOT IN ('walk_run', 'technique') THEN RETURN NEW; END IF;
  IF NOT app.can_run(NEW.client_id, on_day, k)
     OR (app.context() IS NOT NULL AND NOT app.can_run(NEW.client_id, app.client_today(NEW.client_id), k)) THEN
    RAISE EXCEPTION 'running is locked' USING errcode = 'P0R01';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.guard_running() TO sevenstride_owner;
RESET ROLE;

CREATE TRIGGER c_guard_running BEFORE INSERT ON plan FOR EACH ROW EXECUTE FUNCTION app.guard_running();
CREATE TRIGGER c_guard_running BEFORE INSERT ON plan_change FOR EACH ROW EXECUTE FUNCTION app.guard_running();
CREATE TRIGGER c_guard_running BEFORE INSERT ON session_start FOR EACH ROW EXECUTE FUNCTION app.guard_running();
CREATE TRIGGER c_guard_running BEFORE INSERT OR UPDATE OF kind, day ON session FOR EACH ROW EXECUTE FUNCTION app.guard_running();
