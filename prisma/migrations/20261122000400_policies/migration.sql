-- Who sees and writes which row: enabled and forced on every tenant table, four policies each, from one table of rules.
-- Placeholders: {staff} a coach or the owner of this practice · {owner} · {self} the mum, her own rows · {linked} a
-- physio, clients with a live link · {linked:x} and only while the mum consents to x · {mine} rows about this physio.

DO $$
DECLARE
  r record; v text; cmd text; expr text;
BEGIN
  FOR r IN SELECT * FROM (VALUES
    -- table                      select                                   insert                     update            delete
    ('birth',                     '{staff} or {self} or {linked:share_birth}',    '{staff} or {self}',           'false', 'false'),
    ('goal',                      '{staff} or {self} or {linked:share_plan}',     '{staff} or {self}',           'false', 'false'),
    ('intake',                    '{staff} or {self} or {linked:share_birth}',    '{self}',                      'false', 'false'),
    ('consent',                   '{staff} or {self} or {linked}',                '{self}',                      'false', 'false'),
    ('life_event',                '{staff} or {self} or {linked:share_birth}',    '{staff} or {self}',           'false', 'false'),
    ('request',                   '{staff} or {self} or ({linked} and {mine})',   '{staff} or {self}',           'false', 'false'),
    ('request_step',              '{staff} or {self} or {linked}',                '{staff} or {self} or {linked}', 'false', 'false'),
    ('assessment',                '{staff} or {self} or ({linked} and {mine})',   '{linked} and {mine}',         'false', 'false'),
    ('clearance',                 '{staff} or {self} or ({linked} and {mine})',   '{linked} and {mine}',         'false', 'false'),
    ('clearance_confirmation',    '{staff} or {self} or {linked}',                '{self}',                      'false', 'false'),
    ('clearance_withdrawal',      '{staff} or {self} or {linked}',                '{linked}',                    'false', 'false'),
    ('step_visit',                '{staff} or {self} or {linked:share_plan}',     '{staff} or {self} or {linked}', 'false', 'false'),
    ('step_visit_closing',        '{staff} or {self} or {linked:share_plan}',     '{staff} or {self} or {linked}', 'false', 'false'),
    ('hold',                      '{staff} or {self} or {linked:share_symptoms}', '{staff} or {self} or {linked}', 'false', 'false'),
    ('hold_lift',                 '{staff} or {self} or {linked:share_symptoms}', '{staff} or {self} or {linked}', 'false', 'false'),
    ('battery_run',               '{staff} or {self} or {linked:share_tests}',    '{staff} or {linked}',         'false', 'false'),
    ('symptom_check',             '{staff} or {self} or {linked:share_symptoms}', '{staff} or {self}',           'false', 'false'),
    ('red_flag_acknowledgement',  '{staff} or {self}',                            '{staff}',                     'false', 'false'),
    ('check_in',                  '{staff} or {self}',                            '{self}',                      'false', 'false'),
    ('plan',                      '{staff} or {self} or {linked:share_plan}',     '{staff}',                     'false', 'false'),
    ('plan_change',               '{staff} or {self} or {linked:share_plan}',     '{staff} or {self} or {linked}', 'false', 'false'),
    ('session_start',             '{staff} or {self}',                            '{self}',                      'false', 'false'),
    ('session_log',               '{staff} or {self} or {linked:share_plan}',     '{staff} or {self}',           'false', 'false'),
    ('technique_review',          '{staff} or {self} or {linked:share_plan}',     '{staff}',                     'false', 'false'),
    ('session',                   '{staff} or {self}',                            '{staff} or {self}',           '{staff} or {self}', '{staff}'),
    ('client_status',             '{staff} or {self}',                            'false',                       'false', 'false'),
    ('intake_draft',              '{self}',                                       '{self}',                      '{self}', '{self}'),
    ('document',                  '{staff} or {self} or {linked:document}',       '{staff} or {self} or {linked}', 'false', 'false'),
    ('message',                   '{staff} or {self}',                            '{staff} or {self}',           '{staff} or {self}', 'false'),
    ('task',                      '{staff}',                                      '{staff}',                     '{staff}', '{staff}'),
    ('physio_link',               '{staff} or {self} or {mine}',                  '{staff}',                     '{staff}', 'false'),
    ('invitation',                '{staff}',                                      '{staff}',                     '{staff}', 'false'),
    ('document_chunk',            '{document}',                                   '{document}',                  'false', 'false'),
    ('client',                    '{staff} or id = (select app.client()) or id in (select app.linked_clients())', '{staff}', '{staff}', 'false'),
    ('physio',                    '{staff} or id = (select app.physio()) or {known}', '{staff}',                 '{staff} or id = (select app.physio())', 'false'),
    ('credential_check',          '{staff} or {known}',                           '{owner}',                     'false', 'false'),
    ('member',                    'true',                                         'false',                       '{owner}', 'false'),
    ('protocol',                  'true',                                         '{staff}',                     'false', 'false'),
    ('protocol_version',          'true',                                         '{staff}',                     '{staff}', 'false'),
    ('audit_event',               '{owner} or {self}',                            'false',                       'false', 'false'),
    ('audit_head',                '{owner}',                                      'false',                       'false', 'false'),
    ('outbox',                    'false',                                        'true',                        'false', 'false')
  ) AS rules(t, sel, ins, upd, del) LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', r.t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', r.t);
    FOREACH cmd IN ARRAY ARRAY['select', 'insert', 'update', 'delete'] LOOP
      v := CASE cmd WHEN 'select' THEN r.sel WHEN 'insert' THEN r.ins WHEN 'update' THEN r.upd ELSE r.del END;
      v := replace(v, '{staff}', $p$(select app.role()) in ('coach', 'owner')$p$);
      v := replace(v, '{owner}', $p$(select app.role()) = 'owner'$p$);
      v := replace(v, '{self}', $p$((select app.role()) = 'client' and client_id = (select app.client()))$p$);
      v := replace(v, '{linked:document}', $p$(client_id in (select app.linked_clients()) and source = 'physio' and uploaded_by_id = (select app.physio()))$p$);
      v := regexp_replace(v, '\{linked:(\w+)\}', $p$(client_id in (select app.linked_clients('\1')))$p$, 'g');
      v := replace(v, '{linked}', $p$(client_id in (select app.linked_clients()))$p$);
      v := replace(v, '{mine}', $p$(physio_id = (select app.physio()))$p$);
      v := replace(v, '{document}', $p$exists (select 1 from document d where d.practice_id = document_chunk.practice_id and d.id = document_chunk.document_id)$p$);
      -- The mum sees the physios who were asked about her, and whether they were checked.
      v := replace(v, '{known}', format($p$((select app.role()) = 'client' and exists (select 1 from request q where q.practice_id = %1$I.practice_id and q.physio_id = %1$I.%2$I))$p$,
                                      r.t, CASE r.t WHEN 'physio' THEN 'id' ELSE 'physio_id' END));
      expr := format('practice_id = (select app.practice()) and (%s)', v);
      EXECUTE format('CREATE POLICY %I ON %I FOR %s TO sevenstride_app %s', r.t || '_' || cmd, r.t, cmd,
        CASE cmd WHEN 'insert' THEN 'WITH CHECK (' || expr || ')'
                 WHEN 'update' THEN 'USING (' || expr || ') WITH CHECK (' || expr || ')'
                 ELSE 'USING (' || expr || ')' END);
    END LOOP;
  END LOOP;
END $$;

-- The practice itself and the keys that make a repeated change one change.
ALTER TABLE practice ENABLE ROW LEVEL SECURITY;
ALTER TABLE practice FORCE ROW LEVEL SECURITY;
CREATE POLICY practice_select ON practice FOR SELECT TO sevenstride_app USING (id = (select app.practice()));
CREATE POLICY practice_insert ON practice FOR INSERT TO sevenstride_app WITH CHECK (false);
CREATE POLICY practice_update ON practice FOR UPDATE TO sevenstride_app USING (id = (select app.practice()) AND (select app.role()) = 'owner');
CREATE POLICY practice_delete ON practice FOR DELETE TO sevenstride_app USING (false);
ALTER TABLE idempotency_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE idempotency_key FORCE ROW LEVEL SECURITY;
CREATE POLICY idempotency_key_select ON idempotency_key FOR SELECT TO sevenstride_app USING (actor_id = (select app.actor_id()));
CREATE POLICY idempotency_key_insert ON idempotency_key FOR INSERT TO sevenstride_app WITH CHECK (actor_id = (select app.actor_id()) AND practice_id IS NOT DISTINCT FROM (select app.practice()));
CREATE POLICY idempotency_key_update ON idempotency_key FOR UPDATE TO sevenstride_app USING (actor_id = (select app.actor_id()));
CREATE POLICY idempotency_key_delete ON idempotency_key FOR DELETE TO sevenstride_app USING (false);
-- Mail about signing in belongs to no practice.
CREATE POLICY outbox_sign_in ON outbox FOR INSERT TO sevenstride_auth WITH CHECK (practice_id IS NULL);

-- Grants: facts can be read and added, nothing else; ids, tenants and roles can never be changed.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY app.fact_tables() || ARRAY['credential_check', 'document', 'document_chunk', 'protocol', 'protocol_version'] LOOP
    EXECUTE format('GRANT SELECT, INSERT ON %I TO sevenstride_app', t);
  END LOOP;
  -- A restore or a builder writes as the owner; forced row-level security would stop her without these.
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND rowsecurity LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
GRANT SELECT ON practice, member, client_status, audit_event, audit_head TO sevenstride_app;
GRANT UPDATE (name, zone) ON practice TO sevenstride_app;
GRANT UPDATE (left_at) ON member TO sevenstride_app;
GRANT SELECT, INSERT ON client, physio, physio_link, invitation, message, idempotency_key TO sevenstride_app;
GRANT UPDATE (name, zone, country, coach_id, archived_at, version) ON client TO sevenstride_app;
GRANT UPDATE (name, clinic, title, regulator, registration_number) ON physio TO sevenstride_app;
GRANT UPDATE (revoked_at) ON physio_link TO sevenstride_app;
GRANT UPDATE (voided_at) ON invitation TO sevenstride_app;
GRANT UPDATE (read_at) ON message TO sevenstride_app;
GRANT UPDATE (response) ON idempotency_key TO sevenstride_app;
GRANT UPDATE (reviewed_at) ON protocol_version TO sevenstride_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON intake_draft, task TO sevenstride_app;
GRANT SELECT, INSERT, DELETE ON session TO sevenstride_app;
GRANT UPDATE (day, prescription, pinned) ON session TO sevenstride_app;
GRANT INSERT ON outbox TO sevenstride_app, sevenstride_auth;
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", sign_in_session, sign_in_code, passkey, passkey_challenge, totp, attempt_limit, link_session TO sevenstride_auth;
GRANT USAGE ON SCHEMA public, app TO sevenstride_owner;
