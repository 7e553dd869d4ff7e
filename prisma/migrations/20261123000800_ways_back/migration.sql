-- A practice also chooses where a trigger leads back to, and at which ages of the baby a word on sleep is said. Versions
-- saved before know neither and are read as usual. The answers of safety cannot be switched off, by whatever road.
ALTER TABLE practice_rules DROP CONSTRAINT practice_rules_choices_check;
ALTER TABLE practice_rules ADD CONSTRAINT practice_rules_choices_check CHECK (
  jsonb_typeof(choices) = 'object' AND choices - 'batteries' - 'figures' - 'revisit' - 'babyMonths' = '{}'
  AND coalesce(choices #>> '{revisit,pelvic_symptom,on}', 'true') = 'true'
  AND coalesce(choices #>> '{revisit,surgery,on}', 'true') = 'true'
  AND coalesce(choices #>> '{revisit,review_near,on}', 'true') = 'true'
  AND coalesce(choices #>> '{revisit,gap,on}', 'true') = 'true'
);
