-- A mum asks a physio herself: the same request by another hand. She notes the physio she names, and the link belongs to
-- a request of her own and to nobody but the physio it asks.
ALTER POLICY physio_link_insert ON physio_link WITH CHECK (
  practice_id = (select app.practice()) AND ((select app.role()) in ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client())
        AND EXISTS (SELECT 1 FROM request q WHERE q.practice_id = physio_link.practice_id AND q.id = physio_link.request_id
                       AND q.physio_id = physio_link.physio_id AND q.recorded_by_kind = 'client'))));

GRANT INSERT ON physio TO sevenstride_definer;
SET LOCAL ROLE sevenstride_definer;
-- A physio as this practice knows her, by her address; noted when nobody has named her before. A mum sees the physios who
-- were asked about her and no others, so she cannot look whether one is known: she is answered the same either way.
CREATE FUNCTION app.note_physio(p_id uuid, p_name text, p_email text, p_clinic text) RETURNS TABLE (id uuid, email text, user_id uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF app.practice() IS NULL OR app.role() NOT IN ('coach', 'owner', 'client') THEN RETURN; END IF;
  INSERT INTO physio (id, practice_id, name, email, clinic) VALUES (p_id, app.practice(), p_name, p_email, p_clinic)
    ON CONFLICT (practice_id, email) DO NOTHING;
  IF FOUND THEN PERFORM app.audit('physio.added', app.client(), 'physio', p_id::text, '{}'::jsonb); END IF;
  RETURN QUERY SELECT f.id, f.email, f.user_id FROM physio f WHERE f.practice_id = app.practice() AND f.email = p_email;
END $$;

-- True when an address is one of the mum who acts, however she writes it: nobody is her own physio.
CREATE FUNCTION app.is_own_mailbox(p_email text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM client c LEFT JOIN "user" u ON u.id = c.user_id
                  WHERE c.id = app.client() AND app.mailbox_of(p_email) IN (app.mailbox_of(c.email), app.mailbox_of(u.email)))
$$;
GRANT EXECUTE ON FUNCTION app.note_physio(uuid, text, text, text), app.is_own_mailbox(text) TO sevenstride_app;
RESET ROLE;
