-- A mum takes back or sends again what she asked herself: the links of her own request end by her hand. And a physio's
-- mail says who asked her.
ALTER POLICY physio_link_update ON physio_link USING (
  practice_id = (select app.practice()) AND ((select app.role()) in ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client())
        AND EXISTS (SELECT 1 FROM request q WHERE q.practice_id = physio_link.practice_id AND q.id = physio_link.request_id
                       AND q.recorded_by_kind = 'client'))))
WITH CHECK (practice_id = (select app.practice()) AND ((select app.role()) in ('coach', 'owner')
    OR ((select app.role()) = 'client' AND client_id = (select app.client()))));

SET LOCAL ROLE sevenstride_definer;
CREATE OR REPLACE FUNCTION app.recipient(p_outbox uuid) RETURNS TABLE (email text, name text, practice_name text, from_name text, purpose text, live boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = app, public, pg_temp AS $$
  SELECT coalesce(u.email, c.email), c.name, p.name, m.name, NULL::text, c.archived_at IS NULL
    FROM outbox o JOIN client c ON c.practice_id = o.practice_id AND c.id::text = o.payload->>'clientId'
    JOIN practice p ON p.id = c.practice_id LEFT JOIN "user" u ON u.id = c.user_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'notice'
  UNION ALL
  SELECT u.email, m.name, p.name, NULL, NULL, true
    FROM outbox o JOIN client c ON c.practice_id = o.practice_id AND c.id::text = o.payload->>'clientId'
    JOIN practice p ON p.id = c.practice_id
    -- Her coach; the owner when she has none or that coach has left: somebody must read it.
    JOIN LATERAL (SELECT k.* FROM member k WHERE k.practice_id = c.practice_id AND k.left_at IS NULL
                   ORDER BY k.id IS NOT DISTINCT FROM c.coach_id DESC, k.role = 'owner' DESC, k.joined_at LIMIT 1) m ON true
    JOIN "user" u ON u.id = m.user_id
   WHERE o.id = p_outbox AND o.kind = 'coach_notice'
  UNION ALL
  SELECT i.email, i.name, p.name, m.name, i.purpose::text, i.used_at IS NULL AND i.voided_at IS NULL AND i.expires_at > clock_timestamp()
    FROM outbox o JOIN invitation i ON i.practice_id = o.practice_id AND i.id::text = o.payload->>'invitationId'
    JOIN practice p ON p.id = i.practice_id LEFT JOIN client c ON c.id = i.client_id
    LEFT JOIN LATERAL (SELECT k.name FROM member k WHERE k.practice_id = i.practice_id AND (k.id = c.coach_id OR (c.id IS NULL AND k.role = 'owner')) LIMIT 1) m ON true
   WHERE o.id = p_outbox AND o.kind = 'invitation'
  UNION ALL
  -- From whoever asked. A mum's own request names no coach as the one who asks, and no mail names the mum.
  SELECT f.email, f.name, p.name, m.name, CASE q.recorded_by_kind WHEN 'client' THEN 'client' END, k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
    FROM outbox o JOIN physio_link k ON k.practice_id = o.practice_id AND k.id::text = o.payload->>'linkId'
    JOIN physio f ON f.id = k.physio_id JOIN practice p ON p.id = k.practice_id
    JOIN client c ON c.practice_id = k.practice_id AND c.id = k.client_id
    LEFT JOIN request q ON q.practice_id = k.practice_id AND q.id = k.request_id
    LEFT JOIN member m ON q.recorded_by_kind IS DISTINCT FROM 'client' AND m.id = coalesce(q.recorded_by_id, c.coach_id)
   WHERE o.id = p_outbox AND o.kind = 'physio_request'
  UNION ALL
  -- To a physio without a request of its own: with an account, when she has one.
  SELECT f.email, f.name, p.name, m.name, CASE WHEN f.user_id IS NULL THEN NULL ELSE 'account' END, c.archived_at IS NULL
    FROM outbox o JOIN physio f ON f.practice_id = o.practice_id AND f.id::text = o.payload->>'physioId'
    JOIN client c ON c.practice_id = o.practice_id AND c.id::text = o.payload->>'clientId'
    JOIN practice p ON p.id = o.practice_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'physio_notice'
  UNION ALL
  SELECT f.email, f.name, p.name, m.name, NULL, f.month_mail_stopped_at IS NULL AND c.archived_at IS NULL AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
    FROM outbox o JOIN physio_link k ON k.practice_id = o.practice_id AND k.id::text = o.payload->>'linkId'
    JOIN physio f ON f.id = k.physio_id JOIN practice p ON p.id = k.practice_id
    JOIN client c ON c.practice_id = k.practice_id AND c.id = k.client_id LEFT JOIN member m ON m.id = c.coach_id
   WHERE o.id = p_outbox AND o.kind = 'physio_month'
$$;
RESET ROLE;
