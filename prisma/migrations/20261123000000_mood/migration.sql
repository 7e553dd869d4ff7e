-- Mood is asked with the two questions of the PHQ-2 (each 0 to 3, null when not said). The old scale of 0 to 10 stays
-- where it was answered.
ALTER TABLE check_in
  ADD COLUMN little_interest integer CHECK (little_interest BETWEEN 0 AND 3),
  ADD COLUMN feeling_down integer CHECK (feeling_down BETWEEN 0 AND 3);
