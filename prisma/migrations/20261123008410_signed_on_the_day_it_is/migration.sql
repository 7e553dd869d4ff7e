-- A sign-off bears the day on which Postgres keeps it; builders and restores bring older ones with their own days.
CREATE OR REPLACE FUNCTION app.guard_signer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM physio p JOIN member m ON m.practice_id = p.practice_id
              WHERE p.practice_id = NEW.practice_id AND p.id = NEW.physio_id
                AND (m.user_id = p.user_id OR app.mailbox_of(m.email) = app.mailbox_of(p.email))) THEN
    RAISE EXCEPTION 'the signer coaches in this practice' USING errcode = 'P0S01', detail = NEW.client_id;
  END IF;
  IF EXISTS (SELECT 1 FROM physio p JOIN client c ON c.practice_id = p.practice_id LEFT JOIN "user" u ON u.id = c.user_id
              WHERE p.practice_id = NEW.practice_id AND p.id = NEW.physio_id AND c.id = NEW.client_id
                AND (c.user_id = p.user_id OR app.mailbox_of(p.email) IN (app.mailbox_of(c.email), app.mailbox_of(u.email)))) THEN
    RAISE EXCEPTION 'the signer is the client' USING errcode = 'P0S05', detail = NEW.client_id;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('registration ' || app.registration_of(NEW.registration_number), 0));
  -- Across all practices: a number belongs to one person, wherever she signs.
  IF EXISTS (SELECT 1 FROM clearance c JOIN physio p ON p.id = c.physio_id JOIN physio q ON q.id = NEW.physio_id
              WHERE app.registration_of(c.registration_number) = app.registration_of(NEW.registration_number)
                AND app.mailbox_of(p.email) <> app.mailbox_of(q.email)) THEN
    RAISE EXCEPTION 'this registration number signs from another address' USING errcode = 'P0S02', detail = NEW.client_id;
  END IF;
  IF app.context() IS NOT NULL AND NEW.physio_id IS DISTINCT FROM app.physio() THEN
    RAISE EXCEPTION 'a physio signs for herself only' USING errcode = 'P0S03', detail = NEW.client_id;
  END IF;
  -- The day is the database's, in her zone: an app whose clock is wrong dates nothing ahead and nothing back.
  IF app.context() IS NOT NULL AND NEW.signed_on <>
      (SELECT (clock_timestamp() AT TIME ZONE c.zone)::date FROM client c WHERE c.practice_id = NEW.practice_id AND c.id = NEW.client_id) THEN
    RAISE EXCEPTION 'a sign-off bears the day on which it is signed' USING errcode = 'P0S04', detail = NEW.client_id;
  END IF;
  IF NEW.signed_on > (clock_timestamp() AT TIME ZONE 'Pacific/Kiritimati')::date THEN
    RAISE EXCEPTION 'a sign-off cannot be dated in the future' USING errcode = 'P0S04', detail = NEW.client_id;
  END IF;
  RETURN NEW;
END $$;

-- Is her second factor of the last minutes? Answered by the clock that stamped it, not by the app's.
SET LOCAL ROLE sevenstride_definer;
DROP FUNCTION app.step_up();
CREATE FUNCTION app.step_up(p_minutes int) RETURNS TABLE (fresh boolean, demo boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce(coalesce((SELECT s.step_up_at FROM sign_in_session s WHERE s.id::text = (app.context())[8]),
                           (SELECT l.step_up_at FROM link_session l WHERE l.id::text = (app.context())[8]))
                  > clock_timestamp() - make_interval(mins => p_minutes), false),
         coalesce((SELECT p.is_demo FROM practice p WHERE p.id = app.practice()), false)
$$;
GRANT EXECUTE ON FUNCTION app.step_up(int) TO sevenstride_app;
RESET ROLE;
