-- What her watch recorded: the original file, sealed, beside the log it became. It holds where she lives, so nobody but
-- she has a way to it: not her coach, not her physio. What they see is the log.
CREATE TABLE recording (
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  client_id uuid NOT NULL,
  recorded_at timestamptz(6) NOT NULL,
  recorded_by_kind actor_kind NOT NULL,
  recorded_by_id uuid,
  log_id uuid NOT NULL,
  file_name text NOT NULL CHECK (char_length(file_name) BETWEEN 1 AND 120),
  format text NOT NULL CHECK (format IN ('fit', 'gpx', 'tcx')),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  size int NOT NULL CHECK (size BETWEEN 1 AND 16777216),
  started_at timestamptz(3) NOT NULL,
  minutes_total double precision NOT NULL CHECK (minutes_total > 0),
  minutes_run double precision NOT NULL CHECK (minutes_run >= 0),
  metres int CHECK (metres >= 0),
  laps int NOT NULL CHECK (laps >= 0),
  has_route boolean NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT recording_pkey PRIMARY KEY (id),
  CONSTRAINT recording_practice_id_client_id_fkey FOREIGN KEY (practice_id, client_id)
    REFERENCES client (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT recording_practice_id_client_id_log_id_fkey FOREIGN KEY (practice_id, client_id, log_id)
    REFERENCES session_log (practice_id, client_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX recording_practice_id_client_id_sha256_key ON recording (practice_id, client_id, sha256);
CREATE INDEX recording_practice_id_client_id_started_at_idx ON recording (practice_id, client_id, started_at);
ALTER TABLE recording ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TRIGGER b_stamp BEFORE INSERT ON recording FOR EACH ROW EXECUTE FUNCTION app.stamp();
CREATE TRIGGER z_insert_only BEFORE UPDATE OR DELETE ON recording FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_no_truncate BEFORE TRUNCATE ON recording FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

ALTER TABLE recording ENABLE ROW LEVEL SECURITY;
ALTER TABLE recording FORCE ROW LEVEL SECURITY;
CREATE POLICY recording_select ON recording FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND (select app.role()) = 'client' AND client_id = (select app.client()));
CREATE POLICY recording_insert ON recording FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND (select app.role()) = 'client' AND client_id = (select app.client()));
CREATE POLICY recording_update ON recording FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY recording_delete ON recording FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY recording_owner ON recording FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON recording TO sevenstride_app;
