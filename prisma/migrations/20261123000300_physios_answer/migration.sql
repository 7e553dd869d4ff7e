-- A check is answered by the lift that only a physio makes. A red flag's check also places "everything", which a person
-- of the practice lifts once she saw her, and a check may place holds for pain or bleeding, which a coach lifts: neither
-- says anything about running. Until now any of them counted as the answer.
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
       AND NOT EXISTS (SELECT 1 FROM hold h JOIN hold_lift l ON l.hold_id = h.id WHERE h.client_id = p_client AND h.source_id = s.id
            AND h.reason IN ('pelvic_symptom', 'red_flag') AND h.covers <> 'everything'))
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
