-- A calendar somebody subscribes to: one for each mum and each member, at an address that is a secret. Only its hash is
-- known here; a new address takes the place of the old one, and without one the feed is off.
CREATE TABLE calendar_feed (
  id uuid NOT NULL,
  practice_id uuid NOT NULL,
  client_id uuid,
  member_id uuid,
  token_hash bytea CHECK (octet_length(token_hash) = 32),
  minute_of_day smallint CHECK (minute_of_day BETWEEN 0 AND 1439),
  revision int NOT NULL DEFAULT 0,
  changed_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_of_one CHECK (num_nonnulls(client_id, member_id) = 1),
  CONSTRAINT calendar_feed_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice (id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT calendar_feed_practice_id_client_id_fkey FOREIGN KEY (practice_id, client_id)
    REFERENCES client (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT calendar_feed_practice_id_member_id_fkey FOREIGN KEY (practice_id, member_id)
    REFERENCES member (practice_id, id) ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX calendar_feed_token_hash_key ON calendar_feed (token_hash);
CREATE UNIQUE INDEX calendar_feed_practice_id_id_key ON calendar_feed (practice_id, id);
CREATE UNIQUE INDEX calendar_feed_practice_id_client_id_key ON calendar_feed (practice_id, client_id);
CREATE UNIQUE INDEX calendar_feed_practice_id_member_id_key ON calendar_feed (practice_id, member_id);

-- Every event carries how often it changed (SEQUENCE), so that a calendar knows the newer of two. Counted here, where no
-- road passes by.
CREATE FUNCTION app.revise_feed() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF NEW.minute_of_day IS DISTINCT FROM OLD.minute_of_day THEN
    NEW.revision := OLD.revision + 1;
    NEW.changed_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_revise BEFORE UPDATE ON calendar_feed FOR EACH ROW EXECUTE FUNCTION app.revise_feed();

ALTER TABLE session ADD COLUMN revision int NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN revised_at timestamptz(3) NOT NULL DEFAULT now();
CREATE FUNCTION app.revise_session() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF (NEW.day, NEW.level, NEW.prescription) IS DISTINCT FROM (OLD.day, OLD.level, OLD.prescription) THEN
    NEW.revision := OLD.revision + 1;
    NEW.revised_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER b_revise BEFORE UPDATE ON session FOR EACH ROW EXECUTE FUNCTION app.revise_session();

ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
DO $$
DECLARE own text := $p$practice_id = (select app.practice()) AND (
  ((select app.role()) = 'client' AND client_id = (select app.client())) OR
  ((select app.role()) IN ('coach', 'owner') AND member_id = (select app.member())))$p$;
BEGIN
  EXECUTE 'CREATE POLICY calendar_feed_select ON calendar_feed FOR SELECT TO sevenstride_app USING (' || own || ')';
  EXECUTE 'CREATE POLICY calendar_feed_insert ON calendar_feed FOR INSERT TO sevenstride_app WITH CHECK (' || own || ')';
  EXECUTE 'CREATE POLICY calendar_feed_update ON calendar_feed FOR UPDATE TO sevenstride_app USING (' || own || ') WITH CHECK (' || own || ')';
END $$;
CREATE POLICY calendar_feed_delete ON calendar_feed FOR DELETE TO sevenstride_app USING (false);
CREATE POLICY calendar_feed_owner ON calendar_feed FOR ALL TO sevenstride_owner USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON calendar_feed TO sevenstride_app;
GRANT UPDATE (token_hash, minute_of_day) ON calendar_feed TO sevenstride_app;
GRANT SELECT ON calendar_feed TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;
-- Opens the context for whoever subscribed: what she could see herself, and nothing once she is gone. 28000 when nobody
-- has this address (any more). In place of a session stands the feed, which proves no second factor.
CREATE FUNCTION app.begin_feed(p_token_hash bytea) RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE f record; parts text[];
BEGIN
  SELECT k.id, k.practice_id, c.id AS client_id, m.id AS member_id, m.role, u.id AS user_id INTO f
    FROM calendar_feed k
    LEFT JOIN client c ON c.practice_id = k.practice_id AND c.id = k.client_id AND c.archived_at IS NULL
    LEFT JOIN member m ON m.practice_id = k.practice_id AND m.id = k.member_id AND m.left_at IS NULL
    JOIN "user" u ON u.id = coalesce(c.user_id, m.user_id) AND u.suspended_at IS NULL
   WHERE k.token_hash = p_token_hash;
  IF NOT FOUND THEN RAISE EXCEPTION 'no such feed' USING errcode = '28000'; END IF;
  parts := ARRAY[f.user_id::text, coalesce(f.role::text, 'client'), f.practice_id::text, coalesce(f.client_id::text, ''),
                 coalesce(f.member_id::text, ''), '', '', f.id::text];
  PERFORM app.put_context(parts);
  RETURN parts;
END $$;
GRANT EXECUTE ON FUNCTION app.begin_feed(bytea) TO sevenstride_app, sevenstride_owner;
RESET ROLE;
