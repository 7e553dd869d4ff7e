-- Her calendar: the sessions of the coming weeks as the rules lay them out, and what a coach set by hand. What stands here
-- from today on may be shown; what lies before today is what was planned then, and stays (docs/decisions/0014).

-- Which session of the plan a row is: the day the plan itself has it on; null for one that a coach added. A row without a
-- day was taken out by hand: it keeps its slot empty, and whoever asks for days never meets it.
ALTER TABLE session ADD COLUMN slot date;
ALTER TABLE session ALTER COLUMN day DROP NOT NULL;
ALTER TABLE session ADD COLUMN turn int NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN chosen_level int;
ALTER TABLE session ADD COLUMN chosen_turn int;
ALTER TABLE session ADD COLUMN note text;
-- A published version never changes, so level and turn say what she was shown: no copy of it is kept.
CREATE OR REPLACE FUNCTION app.revise_session() RETURNS trigger
LANGUAGE plpgsql SET search_path = app, public, pg_temp AS $$
BEGIN
  IF (NEW.day, NEW.level, NEW.turn, NEW.note) IS DISTINCT FROM (OLD.day, OLD.level, OLD.turn, OLD.note) THEN
    NEW.revision := OLD.revision + 1;
    NEW.revised_at := clock_timestamp();
  END IF;
  RETURN NEW;
END $$;
ALTER TABLE session DROP COLUMN prescription;
ALTER TABLE session ADD CONSTRAINT session_by_hand CHECK (pinned OR (day IS NOT NULL AND slot = day AND chosen_level IS NULL
  AND chosen_turn IS NULL AND note IS NULL));
ALTER TABLE session ADD CONSTRAINT session_somewhere CHECK (day IS NOT NULL OR slot IS NOT NULL);
ALTER TABLE session ADD CONSTRAINT session_amounts CHECK (level >= 0 AND turn >= 0 AND chosen_level >= 0 AND chosen_turn >= 0);
CREATE UNIQUE INDEX session_practice_id_client_id_plan_id_slot_key ON session (practice_id, client_id, plan_id, slot);

-- Written by one road alone, which reconciles it; nobody changes a row of it directly.
REVOKE INSERT, UPDATE, DELETE ON session FROM sevenstride_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;

-- Rows of her calendar from a day on, by the day they are on or the slot they keep, narrow: one array a row.
CREATE FUNCTION app.sessions_of(p_client uuid, p_from date) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF app.context() IS NOT NULL AND NOT coalesce(app.knows(p_client), false) THEN RETURN NULL; END IF;
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_array(s.id, s.plan_id, s.kind, s.slot, s.day, s.level, s.turn, s.pinned,
      s.chosen_level, s.chosen_turn, s.note) ORDER BY s.day, s.id), '[]')
    FROM session s JOIN client c ON c.practice_id = s.practice_id AND c.id = s.client_id
   WHERE c.id = p_client AND coalesce(s.day, s.slot) >= p_from);
END $$;

-- The difference `reconcile` worked out: one statement for each of update and insert, and one for delete. The triggers that
-- hold the lock on running are asked for every row that comes or moves; should they refuse what the rules above thought
-- open, the runs stay out of the calendar and all the rest is written: what she reports is never lost over her calendar.
CREATE FUNCTION app.put_sessions(p_client uuid, p_insert jsonb, p_update jsonb, p_delete uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE c client; kinds protocol_kind[] := enum_range(NULL::protocol_kind);
BEGIN
  SELECT * INTO c FROM client WHERE id = p_client;
  IF app.context() IS NOT NULL AND NOT coalesce(app.knows(p_client), false) THEN
    RAISE EXCEPTION 'not hers' USING errcode = '42501';
  END IF;
  IF cardinality(p_delete) > 0 THEN
    DELETE FROM session WHERE practice_id = c.practice_id AND client_id = c.id AND id = ANY (p_delete);
  END IF;
  LOOP
    BEGIN
      IF jsonb_array_length(p_update) > 0 THEN
        UPDATE session s SET slot = r.slot, day = r.day, level = r.level, turn = r.turn, pinned = r.pinned,
            chosen_level = r.chosen_level, chosen_turn = r.chosen_turn, note = r.note
          FROM jsonb_to_recordset(p_update) AS r(id uuid, slot date, day date, level int, turn int, pinned boolean,
            chosen_level int, chosen_turn int, note text)
         WHERE s.practice_id = c.practice_id AND s.client_id = c.id AND s.id = r.id AND s.kind = ANY (kinds);
      END IF;
      IF jsonb_array_length(p_insert) > 0 THEN
        INSERT INTO session (id, practice_id, client_id, plan_id, kind, slot, day, level, turn, pinned, chosen_level, chosen_turn, note)
        SELECT r.id, c.practice_id, c.id, r.plan_id, r.kind, r.slot, r.day, r.level, r.turn, r.pinned, r.chosen_level, r.chosen_turn, r.note
          FROM jsonb_to_recordset(p_insert) AS r(id uuid, plan_id uuid, kind protocol_kind, slot date, day date, level int, turn int,
            pinned boolean, chosen_level int, chosen_turn int, note text)
         WHERE r.kind = ANY (kinds);
      END IF;
      RETURN;
    EXCEPTION WHEN SQLSTATE 'P0R01' THEN
      kinds := ARRAY['restoration', 'walking', 'strength']::protocol_kind[];
    END;
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.sessions_of(uuid, date), app.put_sessions(uuid, jsonb, jsonb, uuid[])
  TO sevenstride_app, sevenstride_auth, sevenstride_owner;

-- As before, and with what a coach set by hand in her calendar: days of the past have nothing to say to the rules.
CREATE OR REPLACE FUNCTION app.record_of(p_client uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE answer jsonb := '{}'; t text; c client;
BEGIN
  SELECT * INTO c FROM client WHERE id = p_client;
  IF NOT FOUND THEN RETURN NULL; END IF;
  FOREACH t IN ARRAY app.fact_tables() LOOP answer := answer || jsonb_build_object(t, app.facts_as_json(t, p_client)); END LOOP;
  RETURN answer || jsonb_build_object(
    'client', jsonb_build_object('id', c.id, 'practice_id', c.practice_id, 'zone', c.zone, 'country', c.country, 'joined_on', c.joined_on),
    'credential_check', (SELECT coalesce(jsonb_agg(to_jsonb(k) - 'practice_id'
        || jsonb_build_object('recorded_at', to_char(k.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        ORDER BY k.recorded_at, k.id), '[]') FROM credential_check k
       WHERE k.practice_id = c.practice_id AND k.physio_id IN (SELECT physio_id FROM clearance WHERE client_id = p_client)),
    'practice_rules', (SELECT coalesce(jsonb_agg(to_jsonb(r) - 'practice_id'
        || jsonb_build_object('recorded_at', to_char(r.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        ORDER BY r.version), '[]') FROM practice_rules r WHERE r.practice_id = c.practice_id),
    'protocols', (SELECT coalesce(jsonb_agg(v.outline || jsonb_build_object('versionId', v.id)), '[]') FROM protocol_version v
       WHERE v.practice_id = c.practice_id AND v.id IN (SELECT protocol_version_id FROM plan WHERE client_id = p_client)),
    'placed', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'planId', s.plan_id, 'slot', s.slot, 'day', s.day,
        'level', s.chosen_level, 'turn', s.chosen_turn, 'note', s.note) ORDER BY s.day, s.id), '[]') FROM session s
       WHERE s.practice_id = c.practice_id AND s.client_id = c.id AND s.pinned
         AND greatest(s.day, s.slot) >= (now() AT TIME ZONE c.zone)::date));
END $$;
RESET ROLE;

-- A row that neither moves nor changes what it is need not be asked again; one that does, is.
DROP TRIGGER c_guard_running ON session;
CREATE TRIGGER c_guard_running BEFORE INSERT ON session FOR EACH ROW EXECUTE FUNCTION app.guard_running();
CREATE TRIGGER c_guard_running_moved BEFORE UPDATE ON session FOR EACH ROW
  WHEN ((NEW.kind, NEW.day, NEW.client_id) IS DISTINCT FROM (OLD.kind, OLD.day, OLD.client_id)) EXECUTE FUNCTION app.guard_running();

-- How many sessions take turns at each level: worked out once when a version is published, and here for those that were.
ALTER TABLE protocol_version DISABLE TRIGGER z_published;
UPDATE protocol_version v SET outline = jsonb_set(v.outline, '{levels}', (
  SELECT jsonb_agg(o.level || jsonb_build_object('sessions', jsonb_array_length(v.content->'levels'->(o.at::int - 1)->'sessions')) ORDER BY o.at)
    FROM jsonb_array_elements(v.outline->'levels') WITH ORDINALITY AS o(level, at)))
 WHERE jsonb_array_length(v.outline->'levels') > 0;
ALTER TABLE protocol_version ENABLE TRIGGER z_published;

-- Calendars of plans that are going on are laid out with the next turn of the day, within minutes.
UPDATE client_status SET as_of = date '1970-01-01' WHERE client_id IN (SELECT client_id FROM plan);
