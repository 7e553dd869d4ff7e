-- What people look at is never the file that came: its pages are drawn once, in a process that can do nothing else, and
-- kept beside it. Page 0 is the file itself, 1 and on are the pictures.
ALTER TABLE document_chunk ADD COLUMN page integer NOT NULL DEFAULT 0;
ALTER TABLE document_chunk DROP CONSTRAINT document_chunk_pkey;
ALTER TABLE document_chunk ADD CONSTRAINT document_chunk_pkey PRIMARY KEY (practice_id, document_id, page, number);
ALTER TABLE document_chunk ADD CONSTRAINT document_chunk_pages CHECK (page BETWEEN 0 AND 30 AND number >= 0);
-- Which way the bytes lie: 0 as they are (files from before this), 1 sealed under the key of their client.
ALTER TABLE document ADD COLUMN sealed integer NOT NULL DEFAULT 0;

-- One key a client, itself sealed under the installation's secret: who has the database alone reads no letter, and when a
-- record is destroyed its key goes, which reaches the copies in old backups too.
CREATE TABLE "client_key" (
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "wrapped" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_key_pkey" PRIMARY KEY ("practice_id", "client_id")
);
ALTER TABLE "client_key" ADD CONSTRAINT "client_key_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER z_unchanged BEFORE UPDATE ON client_key FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

ALTER TABLE client_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE client_key FORCE ROW LEVEL SECURITY;
CREATE POLICY client_key_select ON client_key FOR SELECT TO sevenstride_app
  USING (practice_id = (select app.practice()) AND ((select app.role()) IN ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client()))
    OR (client_id IN (select app.linked_clients()))));
CREATE POLICY client_key_insert ON client_key FOR INSERT TO sevenstride_app
  WITH CHECK (practice_id = (select app.practice()) AND ((select app.role()) IN ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client()))
    OR (client_id IN (select app.linked_clients()))));
CREATE POLICY client_key_update ON client_key FOR UPDATE TO sevenstride_app USING (false);
CREATE POLICY client_key_delete ON client_key FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY client_key_owner ON client_key FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON client_key TO sevenstride_app;

-- Requests got a column since the function that reads a record was made.
SELECT app.write_record_of();
