-- Evidence that her own authenticator signed this record and no other: the WebAuthn assertion over the SHA-256 that is
-- sealed, with the public half of the key. Nothing when she confirmed by a code. Insert-only, as the row it stands in.
ALTER TABLE clearance ADD COLUMN assertion jsonb;
ALTER TABLE clearance ADD CONSTRAINT clearance_assertion CHECK (assertion IS NULL OR (jsonb_typeof(assertion) = 'object'
  AND assertion ?& ARRAY['passkeys', 'publicKey', 'authenticatorData', 'clientData', 'signature']));

-- Decisions read neither the seal nor this evidence.
SET LOCAL ROLE sevenstride_definer;
DO $$
BEGIN
  EXECUTE replace(pg_get_functiondef('app.record_of_body()'::regprocedure), $q$'seal', $q$, $q$'seal', 'assertion', $q$);
END $$;
RESET ROLE;
SELECT app.write_record_of();
