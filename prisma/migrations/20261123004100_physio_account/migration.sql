-- A physio who wants her list keeps an account: one person behind the rows that practices have of her, found by the
-- address she has proved. What she may open stays what a live link of hers opens.
GRANT UPDATE (user_id) ON physio TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;
-- Puts every practice's row of her address behind this person. Only from a visit whose address was proved within minutes:
-- a clinic's computer left open must not become an account. Answers how many rows were hers.
CREATE FUNCTION app.keep_physio(p_visit bytea, p_user uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE v_email text; f record; n int := 0;
BEGIN
  SELECT lower(p.email) INTO v_email FROM link_session s JOIN physio_link k ON k.id = s.link_id JOIN physio p ON p.id = k.physio_id
   WHERE s.token_hash = p_visit AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
     AND s.step_up_at > clock_timestamp() - interval '5 minutes'
     AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp();
  IF v_email IS NULL OR NOT EXISTS (SELECT 1 FROM "user" u WHERE u.id = p_user AND lower(u.email) = v_email) THEN RETURN 0; END IF;
  FOR f IN UPDATE physio p SET user_id = p_user WHERE lower(p.email) = v_email AND p.user_id IS NULL RETURNING p.id, p.practice_id LOOP
    PERFORM app.append_audit(f.practice_id, 'physio', f.id, 'physio.kept_account', NULL, 'physio', f.id::text, '{}', clock_timestamp());
  END LOOP;
  SELECT count(*) INTO n FROM physio p WHERE p.user_id = p_user;
  RETURN n;
END $$;

CREATE FUNCTION app.link_visitor_name(p_visit bytea) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT p.name FROM link_session s JOIN physio_link k ON k.id = s.link_id JOIN physio p ON p.id = k.physio_id WHERE s.token_hash = p_visit
$$;

-- A practice that asks her for the first time writes a new row of her; when she keeps an account it is behind it at once.
CREATE FUNCTION app.known_physio() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  NEW.user_id := (SELECT p.user_id FROM physio p JOIN "user" u ON u.id = p.user_id AND lower(u.email) = lower(NEW.email)
                   WHERE lower(p.email) = lower(NEW.email) LIMIT 1);
  RETURN NEW;
END $$;

-- All that was asked of the person who acts, in whichever practice: a line each, nothing clinical. A request whose links
-- were all ended by the practice is not hers to see any more; one that merely ran out stays in her list, closed.
CREATE FUNCTION app.asked_of_person() RETURNS TABLE (request_id uuid, practice_id uuid, practice_name text, client_name text, zone text,
  kind request_kind, asked_on date, due_on date, expires_on date, steps jsonb, is_live boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT r.id, p.id, p.name, c.name, c.zone, r.kind, r.asked_on, r.due_on, r.expires_on,
    coalesce((SELECT jsonb_agg(jsonb_build_object('step', s.step, 'on', s."on") ORDER BY s.recorded_at, s.id)
                FROM request_step s WHERE s.request_id = r.id), '[]'),
    EXISTS (SELECT 1 FROM physio_link k WHERE k.request_id = r.id AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp())
    FROM physio f JOIN request r ON r.practice_id = f.practice_id AND r.physio_id = f.id
    JOIN client c ON c.id = r.client_id AND c.archived_at IS NULL JOIN practice p ON p.id = r.practice_id
   WHERE app.role() = 'physio' AND f.user_id = app.user_id()
     AND EXISTS (SELECT 1 FROM physio_link k WHERE k.request_id = r.id AND k.revoked_at IS NULL)
   ORDER BY r.recorded_at DESC, r.id LIMIT 500
$$;
GRANT EXECUTE ON FUNCTION app.keep_physio(bytea, uuid), app.link_visitor_name(bytea) TO sevenstride_auth;
GRANT EXECUTE ON FUNCTION app.asked_of_person() TO sevenstride_app;
GRANT EXECUTE ON FUNCTION app.known_physio() TO sevenstride_owner;
RESET ROLE;

CREATE TRIGGER a_known_physio BEFORE INSERT ON physio FOR EACH ROW WHEN (NEW.user_id IS NULL) EXECUTE FUNCTION app.known_physio();

-- The days a physio is reminded on are part of the record.
SELECT app.write_record_of();
