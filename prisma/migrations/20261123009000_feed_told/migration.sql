-- What a coach's feed told last: per event how many, its SEQUENCE and when it changed. Counts are added up anew each time
-- and a session that leaves a day leaves no trace there, so only what was told before says that something is newer now.
ALTER TABLE calendar_feed ADD COLUMN told jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(told) = 'object');
GRANT UPDATE (told) ON calendar_feed TO sevenstride_definer;

SET LOCAL ROLE sevenstride_definer;
-- Writes down what a live feed tells from now on. False when somebody told something else meanwhile: then it is to be
-- looked at again. The one change a feed's address can make: the transaction that reads for it stays READ ONLY.
CREATE FUNCTION app.tell_feed(p_token_hash bytea, p_before jsonb, p_told jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
BEGIN
  UPDATE calendar_feed SET told = p_told WHERE token_hash = p_token_hash AND told = p_before;
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION app.tell_feed(bytea, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.tell_feed(bytea, jsonb, jsonb) TO sevenstride_auth;
RESET ROLE;
