-- What a physio recorded herself she may read, whatever the mum shares: her signature opens and closes steps and ends
-- holds, and a writer that cannot see its own row cannot write it (RETURNING asks the reading policy).
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['step_visit', 'step_visit_closing', 'hold', 'hold_lift', 'plan_change'] LOOP
    EXECUTE format($p$CREATE POLICY %I ON %I FOR SELECT TO sevenstride_app USING (practice_id = (select app.practice())
      AND (select app.role()) = 'physio' AND recorded_by_kind = 'physio' AND recorded_by_id = (select app.physio())
      AND client_id IN (select app.linked_clients()))$p$, t || '_own_words', t);
  END LOOP;
END $$;
