-- Looking at a file costs a process and seconds, also when it is rejected: 60 tries a day and client are more than anybody
-- with letters needs, and stop a page that sends rubbish for ever.
GRANT SELECT ON letter TO sevenstride_definer;
SET LOCAL ROLE sevenstride_definer;
CREATE OR REPLACE FUNCTION app.room_for_letter(p_id uuid, p_client uuid, p_length int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE v_files int; v_tries int; v_bytes bigint;
BEGIN
  IF NOT app.knows(p_client) OR EXISTS (SELECT 1 FROM document d WHERE d.id = p_id) THEN RETURN 'taken'; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('letters ' || p_client, 0));
  WITH coming AS (SELECT l.length FROM letter l WHERE l.practice_id = app.practice() AND l.client_id = p_client
      AND (l.look_at IS NOT NULL OR (l.expires_at > clock_timestamp()
        AND NOT EXISTS (SELECT 1 FROM letter_state s WHERE s.practice_id = l.practice_id AND s.letter_id = l.id)))),
    here AS (SELECT d.size, d.received_at FROM document d WHERE d.practice_id = app.practice() AND d.client_id = p_client)
  SELECT (SELECT count(*) FROM coming) + (SELECT count(*) FROM here WHERE received_at > clock_timestamp() - interval '1 day'),
         (SELECT count(*) FROM letter l WHERE l.practice_id = app.practice() AND l.client_id = p_client AND l.announced_at > clock_timestamp() - interval '1 day'),
         (SELECT coalesce(sum(length), 0) FROM coming) + (SELECT coalesce(sum(size), 0) FROM here)
    INTO v_files, v_tries, v_bytes;
  IF v_bytes + p_length > 200 * 1024 * 1024 THEN RETURN 'full'; END IF;
  IF v_files >= 20 OR v_tries >= 60 THEN RETURN 'too_many'; END IF;
  RETURN 'room';
END $$;
RESET ROLE;
