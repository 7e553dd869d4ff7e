-- Two ways out that the rules have and Postgres did not know: both kept her shut for ever. Found by living the lock twice
-- (src/test/gate-twin.ts).

-- A pregnancy ends with the birth that came of it: its hold, which nobody lifts, ends there too.
SET LOCAL ROLE sevenstride_definer;
CREATE OR REPLACE FUNCTION app.can_run(p_client uuid, p_day date, p_scope text DEFAULT 'walk_run') RETURNS boolean
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
       AND NOT (h.reason = 'new_pregnancy' AND h.placed_on <= born)
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
RESET ROLE;

CREATE OR REPLACE FUNCTION app.guard_hold_lift() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF NEW.recorded_by_kind <> 'physio' AND EXISTS (
    SELECT 1 FROM hold h WHERE h.practice_id = NEW.practice_id AND h.id = NEW.hold_id
       AND h.reason IN ('pelvic_symptom', 'red_flag', 'surgery', 'new_pregnancy', 'physio_decision')
       -- A red flag places two: "everything" ends when a person of the practice saw her, "running" by a physio alone.
       AND NOT (h.reason = 'red_flag' AND h.covers = 'everything' AND NEW.recorded_by_kind IN ('coach', 'owner'))) THEN
    RAISE EXCEPTION 'only a physio lifts this hold' USING errcode = 'P0H01';
  END IF;
  RETURN NEW;
END $$;
