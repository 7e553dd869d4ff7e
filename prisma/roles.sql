-- The four roles of a Sevenstride database server. Run as superuser, as often as you like: it changes only what differs.
-- Passwords are not set here; without one nobody can sign in as these roles.
--
--   sevenstride_owner    owns the tables and migrates them; no request of a user ever runs as it
--   sevenstride_app      the application: owns nothing, row-level security holds for it
--   sevenstride_auth     sign-in: the account tables, nothing else
--   sevenstride_definer  nobody signs in as it; owns the few functions that must see past row-level security
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sevenstride_owner', 'sevenstride_app', 'sevenstride_auth', 'sevenstride_definer'] LOOP
    -- Two who start at once: the second finds the role there.
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END
$$;

ALTER ROLE sevenstride_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE sevenstride_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT;
ALTER ROLE sevenstride_auth LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT;
ALTER ROLE sevenstride_definer NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION BYPASSRLS;

-- The owner may become the definer on purpose (to create its functions) and has none of its rights otherwise.
GRANT sevenstride_definer TO sevenstride_owner WITH INHERIT FALSE, SET TRUE;
