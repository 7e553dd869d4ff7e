-- A register may list conditions beside a name. Noted: they do not touch this work, and the evidence says which they are. One
-- that rules this work out is no entry to rest on: running stays shut, as it does for a name that is not there. Null: it was
-- not asked then.
ALTER TABLE credential_check ADD COLUMN restriction TEXT;
ALTER TABLE credential_check ADD CONSTRAINT credential_check_restriction
  CHECK (restriction IN ('none', 'noted', 'excludes') AND (restriction <> 'excludes' OR NOT found) AND (restriction <> 'noted' OR found));
