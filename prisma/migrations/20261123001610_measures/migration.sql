-- What a physio measured, as numbers under names that never change their meaning. Hers alone: the same policies, grants
-- and triggers as her words beside it.
ALTER TABLE assessment ADD COLUMN measures jsonb;
ALTER TABLE assessment ADD CONSTRAINT assessment_measures CHECK (measures IS NULL OR (jsonb_typeof(measures) = 'object' AND measures ? 'scales'));
