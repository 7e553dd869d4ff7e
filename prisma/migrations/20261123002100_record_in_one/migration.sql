-- The record is read before every decision. Asked for table by table through text that is parsed anew each time, and put
-- together as jsonb that is copied with every table, it cost more than all the rest of a change. Here it is one
-- statement whose plan a connection keeps, and the answer is written once. The statement is made from the list of fact
-- tables: whoever adds a table, or a column to one, ends her migration with `SELECT app.write_record_of();`
-- (a test of the catalogue holds the two against each other).
SET LOCAL ROLE sevenstride_definer;
DROP FUNCTION app.client_record(uuid, boolean), app.record_of(uuid), app.facts_as_json(text, uuid);

CREATE FUNCTION app.record_of_body() RETURNS text LANGUAGE plpgsql STABLE SET search_path = app, public, pg_temp AS $$
DECLARE facts text;
BEGIN
  SELECT string_agg(format(
    $q$(SELECT json_agg(row_to_json(x)) FROM (SELECT %s, to_char(f.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded_at
      FROM %I f WHERE f.client_id = p_client ORDER BY f.recorded_at, f.id) x) AS %I$q$,
    (SELECT string_agg(format('f.%I', a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = format('public.%I', t.name)::regclass AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attname NOT IN ('practice_id', 'client_id', 'seal', 'recorded_at')), t.name, t.name), ', ' ORDER BY t.at)
    INTO facts FROM unnest(app.fact_tables()) WITH ORDINALITY AS t(name, at);
  RETURN format($body$
DECLARE c client;
BEGIN
  SELECT * INTO c FROM client WHERE id = p_client;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN (SELECT row_to_json(r) FROM (SELECT %s,
    json_build_object('id', c.id, 'practice_id', c.practice_id, 'zone', c.zone, 'country', c.country, 'joined_on', c.joined_on) AS client,
    (SELECT coalesce(json_agg(to_jsonb(k) - 'practice_id'
        || jsonb_build_object('recorded_at', to_char(k.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        ORDER BY k.recorded_at, k.id), '[]') FROM credential_check k
       WHERE k.practice_id = c.practice_id AND k.physio_id IN (SELECT physio_id FROM clearance WHERE client_id = p_client)) AS credential_check,
    (SELECT coalesce(json_agg(to_jsonb(v) - 'practice_id'
        || jsonb_build_object('recorded_at', to_char(v.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        ORDER BY v.version), '[]') FROM practice_rules v WHERE v.practice_id = c.practice_id) AS practice_rules,
    (SELECT coalesce(json_agg(v.outline || jsonb_build_object('versionId', v.id)), '[]') FROM protocol_version v
       WHERE v.practice_id = c.practice_id AND v.id IN (SELECT protocol_version_id FROM plan WHERE client_id = p_client)) AS protocols,
    (SELECT coalesce(json_agg(json_build_object('id', s.id, 'planId', s.plan_id, 'slot', s.slot, 'day', s.day,
        'level', s.chosen_level, 'turn', s.chosen_turn, 'note', s.note) ORDER BY s.day, s.id), '[]') FROM session s
       WHERE s.practice_id = c.practice_id AND s.client_id = c.id AND s.pinned
         AND greatest(s.day, s.slot) >= (now() AT TIME ZONE c.zone)::date) AS placed) r);
END $body$, facts);
END $$;

-- Makes the function anew from the tables as they stand.
CREATE FUNCTION app.write_record_of() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  EXECUTE format('CREATE OR REPLACE FUNCTION app.record_of(p_client uuid) RETURNS json LANGUAGE plpgsql STABLE SECURITY DEFINER '
    'SET search_path = app, public, pg_temp AS %L', app.record_of_body());
END $$;
SELECT app.write_record_of();

-- As before; only the kind of JSON is another.
CREATE FUNCTION app.client_record(p_client uuid, p_lock boolean) RETURNS json
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF NOT coalesce(app.knows(p_client), false) THEN RETURN NULL; END IF;
  IF p_lock THEN PERFORM app.lock_client(app.practice(), p_client); END IF;
  RETURN app.record_of(p_client);
END $$;
GRANT EXECUTE ON FUNCTION app.write_record_of() TO sevenstride_owner;
GRANT EXECUTE ON FUNCTION app.record_of(uuid) TO sevenstride_auth, sevenstride_owner;
GRANT EXECUTE ON FUNCTION app.client_record(uuid, boolean) TO sevenstride_app;
RESET ROLE;
