-- The run gate asks by the kind a row says it is, so it must be what it says: a plan of its protocol's kind, a session
-- of its plan's. Otherwise a run could be assigned, and started, under the name of a walk.
SET LOCAL ROLE sevenstride_definer;
CREATE FUNCTION app.guard_kind() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
DECLARE k protocol_kind;
BEGIN
  IF TG_TABLE_NAME = 'plan' THEN
    SELECT p.kind INTO k FROM protocol_version v JOIN protocol p ON p.practice_id = v.practice_id AND p.id = v.protocol_id
     WHERE v.practice_id = NEW.practice_id AND v.id = NEW.protocol_version_id;
  ELSE
    SELECT p.kind INTO k FROM plan p WHERE p.practice_id = NEW.practice_id AND p.id = NEW.plan_id;
  END IF;
  -- What points nowhere, its foreign key refuses.
  IF k IS NOT NULL AND k <> NEW.kind THEN
    RAISE EXCEPTION 'not of the kind it points to' USING errcode = '23514';
  END IF;
  RETURN NEW;
END $$;
GRANT EXECUTE ON FUNCTION app.guard_kind() TO sevenstride_owner;
RESET ROLE;

CREATE TRIGGER c_guard_kind BEFORE INSERT ON plan FOR EACH ROW EXECUTE FUNCTION app.guard_kind();
CREATE TRIGGER c_guard_kind BEFORE INSERT ON session_start FOR EACH ROW EXECUTE FUNCTION app.guard_kind();
CREATE TRIGGER c_guard_kind BEFORE INSERT OR UPDATE OF kind, plan_id ON session FOR EACH ROW EXECUTE FUNCTION app.guard_kind();
