-- Who brought a file, and when, is the context's word and never the caller's: otherwise a coach's upload could pass for
-- a physio's letter. The mum is told in the same transaction (effects leave by the outbox), so the time is known here.
CREATE FUNCTION app.stamp_document() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF current_user = 'sevenstride_app' THEN
    NEW.source := CASE app.role() WHEN 'physio' THEN 'physio' WHEN 'client' THEN 'client' ELSE 'coach' END::document_source;
    NEW.uploaded_by_id := app.actor_id();
    NEW.received_at := clock_timestamp();
    NEW.client_told_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_stamp BEFORE INSERT ON document FOR EACH ROW EXECUTE FUNCTION app.stamp_document();

-- Bytes come with their document, in its own transaction: nobody adds to a file that somebody has seen.
CREATE FUNCTION app.guard_chunk() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF current_user = 'sevenstride_app' AND NOT EXISTS (
    SELECT 1 FROM document d WHERE d.practice_id = NEW.practice_id AND d.id = NEW.document_id AND d.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'a file is complete when it is stored' USING errcode = 'P0I01';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_guard_chunk BEFORE INSERT ON document_chunk FOR EACH ROW EXECUTE FUNCTION app.guard_chunk();
CREATE TRIGGER z_unchanged BEFORE UPDATE ON document_chunk FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_unchanged BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
ALTER TABLE document_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
