#!/usr/bin/env bash
# Runs once in the Postgres container, after roles.sql: the roles' passwords and the database only they can enter.
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v auth="$AUTH_PASSWORD" <<'SQL'
ALTER ROLE sevenstride_owner PASSWORD :'owner';
ALTER ROLE sevenstride_app PASSWORD :'app';
ALTER ROLE sevenstride_auth PASSWORD :'auth';
CREATE DATABASE sevenstride OWNER sevenstride_owner;
REVOKE ALL ON DATABASE sevenstride FROM PUBLIC;
GRANT CONNECT ON DATABASE sevenstride TO sevenstride_owner, sevenstride_app, sevenstride_auth;
\connect sevenstride
CREATE EXTENSION IF NOT EXISTS pgcrypto;
SQL
