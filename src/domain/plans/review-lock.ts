import type { RunningLock } from "../journey/journey.ts";
import type { LockReason } from "../journey/reasons.ts";

/**
 * What keeps her running from being looked at. Looking at running is running, so the whole lock is asked but its sixth
 * point: the next-day answer holds a level, not a look.
 * @param lock the gate with the technique scope (`journey.techniqueLock`)
 */
export function reviewLock(lock: RunningLock): readonly LockReason[] {
  return lock.reasons.filter((reason) => reason.point !== 6);
}
