-- A letter comes in parts, so that a connection that drops loses one part and not the letter, and it is looked at after
-- it is here: by the scanner, by the parser, by the process that draws its pages. Until then it is no document: it lies
-- in a waiting room of its own, sealed under its client's key, where only who brings it sees it.
CREATE TYPE "letter_step" AS ENUM ('received', 'scanned', 'rendered', 'ready', 'rejected');

CREATE TABLE "letter" (
    "id" UUID NOT NULL,
    "practice_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "request_id" UUID,
    "sender_kind" "actor_kind" NOT NULL,
    "sender_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "declared_type" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "sha256" BYTEA NOT NULL,
    "announced_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "look_at" TIMESTAMPTZ(3),
    "looks" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "letter_size" CHECK (length BETWEEN 1 AND 10485760),
    CONSTRAINT "letter_hash" CHECK (octet_length(sha256) = 32)
);
CREATE UNIQUE INDEX "letter_practice_id_id_key" ON "letter"("practice_id", "id");
CREATE INDEX "letter_practice_id_client_id_idx" ON "letter"("practice_id", "client_id");
CREATE INDEX "letter_look_at_idx" ON "letter"("look_at");
ALTER TABLE "letter" ADD CONSTRAINT "letter_practice_id_client_id_fkey" FOREIGN KEY ("practice_id", "client_id") REFERENCES "client"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "letter" ADD CONSTRAINT "letter_practice_id_client_id_request_id_fkey" FOREIGN KEY ("practice_id", "client_id", "request_id") REFERENCES "request"("practice_id", "client_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The bytes as they come in, sealed (28 bytes more than they are). Gone when the letter is ready, rejected or expired.
CREATE TABLE "letter_part" (
    "practice_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "letter_part_pkey" PRIMARY KEY ("practice_id", "letter_id", "start"),
    CONSTRAINT "letter_part_size" CHECK (start >= 0 AND size BETWEEN 1 AND 262144 AND octet_length(bytes) = size + 28)
);
ALTER TABLE letter_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE "letter_part" ADD CONSTRAINT "letter_part_practice_id_letter_id_fkey" FOREIGN KEY ("practice_id", "letter_id") REFERENCES "letter"("practice_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What became of a letter, each step once, with its time and for a rejection its reason.
CREATE TABLE "letter_state" (
    "practice_id" UUID NOT NULL,
    "letter_id" UUID NOT NULL,
    "step" "letter_step" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,

    CONSTRAINT "letter_state_pkey" PRIMARY KEY ("practice_id", "letter_id", "step"),
    CONSTRAINT "letter_state_reason" CHECK ((step = 'rejected') = (reason IS NOT NULL))
);
ALTER TABLE "letter_state" ADD CONSTRAINT "letter_state_practice_id_letter_id_fkey" FOREIGN KEY ("practice_id", "letter_id") REFERENCES "letter"("practice_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER z_unchanged BEFORE UPDATE ON letter_state FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER z_unchanged BEFORE UPDATE ON letter_part FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

-- Whose it is, and until when it may come in, is the context's word and never the caller's.
CREATE FUNCTION app.stamp_letter() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  NEW.sender_kind := app.role()::actor_kind;
  NEW.sender_id := app.actor_id();
  NEW.announced_at := clock_timestamp();
  NEW.expires_at := clock_timestamp() + interval '24 hours';
  NEW.look_at := NULL;
  NEW.looks := 0;
  RETURN NEW;
END $$;
CREATE TRIGGER b_stamp BEFORE INSERT ON letter FOR EACH ROW WHEN (current_user = 'sevenstride_app') EXECUTE FUNCTION app.stamp_letter();

-- A part goes exactly where the last one ended, while the letter may still come in: nothing overlaps, nothing is left out.
-- Asked in the eyes of who sends it: another's letter is not there.
CREATE FUNCTION app.guard_part() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
DECLARE v_length int; v_here int;
BEGIN
  SELECT l.length INTO v_length FROM letter l WHERE l.practice_id = NEW.practice_id AND l.id = NEW.letter_id
    AND l.expires_at > clock_timestamp()
    AND NOT EXISTS (SELECT 1 FROM letter_state s WHERE s.practice_id = l.practice_id AND s.letter_id = l.id);
  IF NOT FOUND THEN RAISE EXCEPTION 'no letter is coming in' USING errcode = '42501'; END IF;
  SELECT coalesce(sum(p.size), 0) INTO v_here FROM letter_part p WHERE p.practice_id = NEW.practice_id AND p.letter_id = NEW.letter_id;
  IF NEW.start <> v_here OR v_here + NEW.size > v_length THEN
    RAISE EXCEPTION 'a part goes where the last one ended' USING errcode = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER c_guard BEFORE INSERT ON letter_part FOR EACH ROW EXECUTE FUNCTION app.guard_part();

DO $$
DECLARE t text; mine text;
BEGIN
  FOREACH t IN ARRAY ARRAY['letter', 'letter_part', 'letter_state'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    mine := CASE t WHEN 'letter' THEN
      $p$practice_id = (select app.practice()) and sender_id = (select app.actor_id())
         and ((select app.role()) in ('coach', 'owner') or client_id = (select app.client()) or client_id in (select app.linked_clients()))$p$
    ELSE format($p$practice_id = (select app.practice()) and exists (select 1 from letter l where l.practice_id = %1$I.practice_id and l.id = %1$I.letter_id)$p$, t) END;
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO sevenstride_app USING (%s)', t || '_select', t, mine);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO sevenstride_app WITH CHECK (%s)', t || '_insert', t,
      CASE t WHEN 'letter_state' THEN 'false' ELSE mine END);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE TO sevenstride_app USING (false)', t || '_update', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR DELETE TO sevenstride_app USING (false)', t || '_delete', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true)', t || '_owner', t);
  END LOOP;
END $$;
GRANT SELECT, INSERT ON letter, letter_part TO sevenstride_app;
GRANT SELECT ON letter_state TO sevenstride_app;

-- From here on only a letter that was scanned and drawn becomes a document: the application itself cannot write one, so
-- nothing else can be shown, counted or signed.
REVOKE INSERT ON document, document_chunk FROM sevenstride_app;
DROP POLICY document_insert ON document;
DROP POLICY document_chunk_insert ON document_chunk;
CREATE POLICY document_insert ON document FOR INSERT TO sevenstride_app WITH CHECK (false);
CREATE POLICY document_chunk_insert ON document_chunk FOR INSERT TO sevenstride_app WITH CHECK (false);
DROP TRIGGER b_stamp ON document;
DROP TRIGGER c_guard_chunk ON document_chunk;
DROP FUNCTION app.stamp_document();
DROP FUNCTION app.guard_chunk();

GRANT SELECT, INSERT ON document, document_chunk, letter_state TO sevenstride_definer;
GRANT SELECT, UPDATE, DELETE ON letter TO sevenstride_definer;
GRANT SELECT, DELETE ON letter_part TO sevenstride_definer;
GRANT SELECT ON client_key TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;

-- Whether one more letter of this length may come in: 20 files a day and 200 MB a client, what is on its way counted with
-- what is here, whoever brought it. The lock makes two who ask at once one after the other. `taken`: the id is a document's.
CREATE FUNCTION app.room_for_letter(p_id uuid, p_client uuid, p_length int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE v_files int; v_bytes bigint;
BEGIN
  IF NOT app.knows(p_client) OR EXISTS (SELECT 1 FROM document d WHERE d.id = p_id) THEN RETURN 'taken'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('letters ' || p_client, 0));
  WITH coming AS (SELECT l.length FROM letter l WHERE l.practice_id = app.practice() AND l.client_id = p_client
      AND (l.look_at IS NOT NULL OR (l.expires_at > clock_timestamp()
        AND NOT EXISTS (SELECT 1 FROM letter_state s WHERE s.practice_id = l.practice_id AND s.letter_id = l.id)))),
    here AS (SELECT d.size, d.received_at FROM document d WHERE d.practice_id = app.practice() AND d.client_id = p_client)
  SELECT (SELECT count(*) FROM coming) + (SELECT count(*) FROM here WHERE received_at > clock_timestamp() - interval '1 day'),
         (SELECT coalesce(sum(length), 0) FROM coming) + (SELECT coalesce(sum(size), 0) FROM here)
    INTO v_files, v_bytes;
  IF v_bytes + p_length > 200 * 1024 * 1024 THEN RETURN 'full'; END IF;
  IF v_files >= 20 THEN RETURN 'too_many'; END IF;
  RETURN 'room';
END $$;

-- All parts are here. Whether they are the bytes that were announced was counted by the caller, who has the key.
CREATE FUNCTION app.letter_is_here(p_letter uuid, p_is_same boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE l letter;
BEGIN
  SELECT * INTO l FROM letter WHERE id = p_letter AND practice_id = app.practice() AND sender_id = app.actor_id()
    AND length = (SELECT sum(p.size) FROM letter_part p WHERE p.letter_id = p_letter);
  IF NOT FOUND THEN RAISE EXCEPTION 'not all of it is here' USING errcode = '42501'; END IF;
  INSERT INTO letter_state (practice_id, letter_id, step, at) VALUES (l.practice_id, l.id, 'received', clock_timestamp());
  IF p_is_same THEN
    UPDATE letter SET look_at = clock_timestamp() WHERE id = l.id;
  ELSE
    INSERT INTO letter_state (practice_id, letter_id, step, at, reason) VALUES (l.practice_id, l.id, 'rejected', clock_timestamp(), 'changed');
    DELETE FROM letter_part WHERE letter_id = l.id;
  END IF;
END $$;

-- Stopped by who sends it, before it was all here.
CREATE FUNCTION app.drop_letter(p_letter uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  DELETE FROM letter l WHERE l.id = p_letter AND l.practice_id = app.practice() AND l.sender_id = app.actor_id()
    AND NOT EXISTS (SELECT 1 FROM letter_state s WHERE s.letter_id = l.id);
  RETURN FOUND;
END $$;

-- The next letter to be looked at (or this one), for as long as a look may take; another process takes another.
CREATE FUNCTION app.claim_letter(p_letter uuid) RETURNS TABLE (id uuid, practice_id uuid, client_id uuid, file_name text,
  declared_type text, looks int, wrapped bytea)
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  UPDATE letter l SET look_at = clock_timestamp() + interval '2 minutes', looks = l.looks + 1
    FROM (SELECT n.id FROM letter n WHERE n.look_at <= clock_timestamp() AND (p_letter IS NULL OR n.id = p_letter)
           ORDER BY n.look_at LIMIT 1 FOR UPDATE SKIP LOCKED) next, client_key k
   WHERE l.id = next.id AND k.practice_id = l.practice_id AND k.client_id = l.client_id
  RETURNING l.id, l.practice_id, l.client_id, l.file_name, l.declared_type, l.looks, k.wrapped
$$;
CREATE FUNCTION app.letter_parts(p_letter uuid, p_from int) RETURNS TABLE (start int, bytes bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT p.start, p.bytes FROM letter_part p WHERE p.letter_id = p_letter AND p.start >= p_from ORDER BY p.start LIMIT 1
$$;

-- A step on the way. Only in their order, and never after the end.
CREATE FUNCTION app.step_letter(p_letter uuid, p_step letter_step, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE v_practice uuid; v_done letter_step[]; v_needs letter_step[];
BEGIN
  SELECT l.practice_id INTO STRICT v_practice FROM letter l WHERE l.id = p_letter FOR UPDATE;
  SELECT coalesce(array_agg(s.step), '{}') INTO v_done FROM letter_state s WHERE s.letter_id = p_letter;
  IF p_step = ANY (v_done) AND p_step NOT IN ('ready', 'rejected') THEN RETURN; END IF; -- a look that was broken off and began anew
  v_needs := CASE p_step WHEN 'scanned' THEN '{received}' WHEN 'rendered' THEN '{received,scanned}'
    WHEN 'ready' THEN '{received,scanned,rendered}' ELSE '{received}' END;
  IF v_done && '{ready,rejected}' OR NOT v_done @> v_needs THEN
    RAISE EXCEPTION 'this is not the next step' USING errcode = 'P0I01';
  END IF;
  INSERT INTO letter_state (practice_id, letter_id, step, at, reason) VALUES (v_practice, p_letter, p_step, clock_timestamp(), p_reason);
  IF p_step IN ('ready', 'rejected') THEN
    UPDATE letter SET look_at = NULL WHERE id = p_letter;
    DELETE FROM letter_part WHERE letter_id = p_letter;
  END IF;
END $$;

-- Nothing was found out about it (the scanner is away): it waits, and that is no fault of its own.
CREATE FUNCTION app.postpone_letter(p_letter uuid, p_wait interval) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  UPDATE letter SET look_at = clock_timestamp() + p_wait, looks = 0 WHERE id = p_letter AND look_at IS NOT NULL
$$;

-- The letter is a document now, with its mum told and an event in the trail, all or nothing.
CREATE FUNCTION app.keep_letter(p_letter uuid, p_file_name text, p_mime text, p_size int, p_pages int, p_sealed int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE l letter;
BEGIN
  PERFORM app.step_letter(p_letter, 'ready', NULL);
  SELECT * INTO l FROM letter WHERE id = p_letter;
  INSERT INTO document (id, practice_id, client_id, request_id, source, uploaded_by_id, file_name, mime, size, pages, sha256, sealed, received_at, client_told_at)
  VALUES (l.id, l.practice_id, l.client_id, l.request_id,
    CASE l.sender_kind WHEN 'physio' THEN 'physio' WHEN 'client' THEN 'client' ELSE 'coach' END::document_source, l.sender_id,
    p_file_name, p_mime, p_size, p_pages, l.sha256, p_sealed,
    (SELECT s.at FROM letter_state s WHERE s.letter_id = l.id AND s.step = 'received'), clock_timestamp());
  PERFORM app.append_audit(l.practice_id, l.sender_kind, l.sender_id, 'document.stored', l.client_id, 'document', l.id::text, '{}', clock_timestamp());
  -- She learns that something about her was collected from somebody else (HIPC rule 3A, in force since 1 May 2026).
  IF l.sender_kind <> 'client' THEN
    INSERT INTO outbox (id, practice_id, kind, payload) VALUES (gen_random_uuid(), l.practice_id, 'notice',
      jsonb_build_object('notice', 'document_arrived', 'clientId', l.client_id, 'factId', l.id));
  END IF;
END $$;

-- Bytes come with their document, in its own transaction: nobody adds to a file that somebody has seen.
CREATE FUNCTION app.keep_bytes(p_document uuid, p_page int, p_number int, p_bytes bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  INSERT INTO document_chunk (practice_id, document_id, page, number, bytes)
    SELECT d.practice_id, d.id, p_page, p_number, p_bytes FROM document d WHERE d.id = p_document AND d.xmin = pg_current_xact_id()::xid;
  IF NOT FOUND THEN RAISE EXCEPTION 'a file is complete when it is stored' USING errcode = 'P0I01'; END IF;
END $$;

-- What never came in whole is forgotten, bytes and all.
CREATE FUNCTION app.sweep_letters() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  DELETE FROM letter l WHERE l.expires_at < clock_timestamp() AND l.look_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM letter_state s WHERE s.letter_id = l.id)
$$;

GRANT EXECUTE ON FUNCTION app.room_for_letter(uuid, uuid, int), app.letter_is_here(uuid, boolean), app.drop_letter(uuid) TO sevenstride_app;
GRANT EXECUTE ON FUNCTION app.claim_letter(uuid), app.letter_parts(uuid, int), app.step_letter(uuid, letter_step, text),
  app.postpone_letter(uuid, interval), app.keep_letter(uuid, text, text, int, int, int), app.keep_bytes(uuid, int, int, bytea),
  app.sweep_letters() TO sevenstride_auth;
RESET ROLE;
