import { attentionOf } from "../../domain/attention/rank.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type { ClientRecord } from "../../domain/journey/facts.ts";
import type { Day } from "../../domain/shared/day.ts";

/** The one projection: the narrow row the coach's list reads, as `app.put_status` takes it. */
export function statusOf(record: ClientRecord, today: Day) {
  const journey = deriveJourney(record, today);
  const attention = attentionOf(journey, record, today);
  const lastLog = record.sessionLog.reduce<Day | null>(
    (last, log) => (last === null || log.doneOn > last ? log.doneOn : last),
    null,
  );
  return {
    as_of: today,
    steps: journey.steps.map((step) => step.status),
    run_open: journey.lock.open,
    lock_reasons: journey.lock.reasons,
    attention_rank: attention.rank,
    reasons: attention.reasons,
    next_session: null,
    last_log_on: lastLog,
  };
}
