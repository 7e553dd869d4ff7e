-- A protocol while it is written: one working copy, whose revision every save must name. Two coaches in one draft meet
-- here: the second save names a revision that is gone, and overwrites nothing. What is published becomes a version, which
-- never changes; the draft ends and is kept as it was.
CREATE TABLE protocol_draft (
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  -- The protocol whose next version this is; none yet for a protocol that begins here.
  protocol_id uuid,
  title text NOT NULL CHECK (char_length(title) <= 1000),
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  revision int NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  saved_at timestamptz(3) NOT NULL DEFAULT now(),
  saved_by uuid NOT NULL,
  ended_at timestamptz(3),
  version_id uuid,
  CONSTRAINT protocol_draft_pkey PRIMARY KEY (id),
  CONSTRAINT protocol_draft_published_is_ended CHECK (version_id IS NULL OR ended_at IS NOT NULL),
  CONSTRAINT protocol_draft_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT protocol_draft_practice_id_protocol_id_fkey FOREIGN KEY (practice_id, protocol_id)
    REFERENCES protocol (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT protocol_draft_practice_id_version_id_fkey FOREIGN KEY (practice_id, version_id)
    REFERENCES protocol_version (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT protocol_draft_practice_id_saved_by_fkey FOREIGN KEY (practice_id, saved_by)
    REFERENCES member (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX protocol_draft_practice_id_id_key ON protocol_draft (practice_id, id);
-- One next version at a time: whoever wants to write at the same protocol comes into the same draft.
CREATE UNIQUE INDEX protocol_draft_one_open ON protocol_draft (practice_id, protocol_id) WHERE ended_at IS NULL;

-- The revision is counted here, where no road passes by; and what was published is no draft any more.
CREATE FUNCTION app.revise_draft() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF OLD.version_id IS NOT NULL THEN
    RAISE EXCEPTION 'a published draft never changes' USING errcode = 'P0I01';
  END IF;
  IF (NEW.title, NEW.content) IS DISTINCT FROM (OLD.title, OLD.content) THEN
    NEW.revision := OLD.revision + 1;
    NEW.saved_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_revise BEFORE UPDATE ON protocol_draft FOR EACH ROW EXECUTE FUNCTION app.revise_draft();

ALTER TABLE protocol_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol_draft FORCE ROW LEVEL SECURITY;
-- Coaches of the practice, nobody else: a mum and a physio see what was published. Who saved is who acts.
CREATE POLICY protocol_draft_select ON protocol_draft FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND (select app.role()) IN ('coach', 'owner'));
CREATE POLICY protocol_draft_insert ON protocol_draft FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND (select app.role()) IN ('coach', 'owner') AND saved_by = (select app.member()));
CREATE POLICY protocol_draft_update ON protocol_draft FOR UPDATE TO sevenstride_app
  USING (practice_id = (select app.practice()) AND (select app.role()) IN ('coach', 'owner'))
  WITH CHECK (practice_id = (select app.practice()) AND saved_by = (select app.member()));
CREATE POLICY protocol_draft_delete ON protocol_draft FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY protocol_draft_owner ON protocol_draft FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON protocol_draft TO sevenstride_app;
GRANT UPDATE (title, content, saved_by, ended_at, version_id) ON protocol_draft TO sevenstride_app;
