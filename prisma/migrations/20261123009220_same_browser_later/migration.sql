-- A coach who signs out first and opens the physio's link in the same browser is in the same browser still. A mark that
-- outlives the sign-out, drawn at random and kept as a hash beside each sign-in and each visit, says so.
ALTER TABLE sign_in_session ADD COLUMN browser_hash bytea;
ALTER TABLE link_session ADD COLUMN browser_hash bytea;
CREATE INDEX sign_in_session_browser_idx ON sign_in_session (browser_hash) WHERE browser_hash IS NOT NULL;

DROP FUNCTION app.coaches_beside_link(uuid, bytea);
DROP FUNCTION app.coaches_in_this_browser(bytea, bytea);

SET LOCAL ROLE sevenstride_definer;
-- True when somebody who coaches in this practice signed in under this mark within the last ninety days, still signed in
-- or not. A demo is shown by one person in one browser.
CREATE FUNCTION app.coached_under(p_practice uuid, p_browser bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM sign_in_session s JOIN member m ON m.user_id = s.user_id AND m.left_at IS NULL
    JOIN practice p ON p.id = m.practice_id
   WHERE s.browser_hash = p_browser AND s.last_seen_at > clock_timestamp() - interval '90 days'
     AND m.practice_id = p_practice AND NOT p.is_demo)
$$;

-- True for a link that is about to be opened where its practice is coached: by the person signed in here, or by the mark.
CREATE FUNCTION app.coaches_beside_link(p_user uuid, p_browser bytea, p_token_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM physio_link k JOIN practice p ON p.id = k.practice_id
   WHERE k.token_hash = p_token_hash AND NOT p.is_demo
     AND (app.coached_under(k.practice_id, p_browser)
          OR EXISTS (SELECT 1 FROM member m WHERE m.practice_id = k.practice_id AND m.user_id = p_user AND m.left_at IS NULL)))
$$;

-- The same at the signature, whichever came first: for her visit, and for an account's own sign-in.
CREATE FUNCTION app.coaches_in_this_browser(p_session bytea, p_visit bytea, p_request uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM link_session v JOIN physio_link k ON k.id = v.link_id JOIN practice p ON p.id = k.practice_id
    JOIN sign_in_session s ON s.token_hash = p_session AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp()
    JOIN member m ON m.practice_id = k.practice_id AND m.user_id = s.user_id AND m.left_at IS NULL
   WHERE v.token_hash = p_visit AND NOT p.is_demo)
  OR EXISTS (SELECT 1 FROM link_session v JOIN physio_link k ON k.id = v.link_id
   WHERE v.token_hash = p_visit AND app.coached_under(k.practice_id, v.browser_hash))
  OR EXISTS (SELECT 1 FROM sign_in_session s JOIN request q ON q.id = p_request
   WHERE p_visit IS NULL AND s.token_hash = p_session AND app.coached_under(q.practice_id, s.browser_hash))
$$;
GRANT EXECUTE ON FUNCTION app.coaches_beside_link(uuid, bytea, bytea), app.coaches_in_this_browser(bytea, bytea, uuid) TO sevenstride_auth;
RESET ROLE;
