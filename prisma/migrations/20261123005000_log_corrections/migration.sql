-- A correction takes the place of one log of the same client, and each log is replaced once: two phones that correct the
-- same log at the same time cannot leave two newest versions, which would count the session twice.
ALTER TABLE session_log ADD CONSTRAINT session_log_practice_id_client_id_supersedes_id_fkey
  FOREIGN KEY (practice_id, client_id, supersedes_id)
  REFERENCES session_log (practice_id, client_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX session_log_practice_id_client_id_supersedes_id_key
  ON session_log (practice_id, client_id, supersedes_id);
