-- A symptom is asked about in its own right: it brings the days before it, and it opens the first step again.
ALTER TYPE request_kind ADD VALUE 'symptom';
