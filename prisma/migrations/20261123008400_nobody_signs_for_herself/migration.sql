-- A sign-off comes from somebody else than the mum it is about, whoever noted her as the physio; and two signatures with one
-- number from two addresses cannot pass each other: the second waits for the first and then sees it.
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
  IF NEW.signed_on > (clock_timestamp() AT TIME ZONE 'Pacific/Kiritimati')::date THEN
    RAISE EXCEPTION 'a sign-off cannot be dated in the future' USING errcode = 'P0S04', detail = NEW.client_id;
  END IF;
  RETURN NEW;
END $$;
