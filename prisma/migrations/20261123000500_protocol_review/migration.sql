-- That a physio has reviewed a version is a fact beside it: who, when, what she said; taken back by a newer fact. The
-- column that was meant for it could be set by any coach and told nobody's name.
CREATE TABLE protocol_review (
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  protocol_version_id uuid NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  recorded_by_kind actor_kind NOT NULL,
  recorded_by_id uuid,
  is_reviewed boolean NOT NULL,
  physio_name text CHECK (char_length(physio_name) BETWEEN 2 AND 120),
  reviewed_on date,
  note text CHECK (char_length(note) BETWEEN 1 AND 1000),
  CONSTRAINT protocol_review_pkey PRIMARY KEY (id),
  CONSTRAINT protocol_review_by_owner CHECK (recorded_by_kind = 'owner'),
  CONSTRAINT protocol_review_says_who CHECK (is_reviewed = (physio_name IS NOT NULL AND reviewed_on IS NOT NULL)),
  CONSTRAINT protocol_review_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT protocol_review_practice_id_protocol_version_id_fkey FOREIGN KEY (practice_id, protocol_version_id)
    REFERENCES protocol_version (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX protocol_review_practice_id_id_key ON protocol_review (practice_id, id);
CREATE INDEX protocol_review_practice_id_protocol_version_id_recorded_at_idx
  ON protocol_review (practice_id, protocol_version_id, recorded_at DESC);

CREATE TRIGGER b_stamp BEFORE INSERT ON protocol_review FOR EACH ROW EXECUTE FUNCTION app.stamp();
CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON protocol_review FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON protocol_review FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE protocol_review ENABLE ROW LEVEL SECURITY;
ALTER TABLE protocol_review FORCE ROW LEVEL SECURITY;
-- Whoever sees a protocol of the practice sees whether it was reviewed.
CREATE POLICY protocol_review_select ON protocol_review FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()));
CREATE POLICY protocol_review_insert ON protocol_review FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND (select app.role()) = 'owner');
CREATE POLICY protocol_review_update ON protocol_review FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY protocol_review_delete ON protocol_review FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY protocol_review_owner ON protocol_review FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON protocol_review TO sevenstride_app;

-- Nobody ever set it; without it no part of a published version can be changed by the app at all.
ALTER TABLE protocol_version DROP COLUMN reviewed_at;
DROP POLICY protocol_version_update ON protocol_version;
CREATE POLICY protocol_version_update ON protocol_version FOR UPDATE TO sevenstride_app USING (false);
