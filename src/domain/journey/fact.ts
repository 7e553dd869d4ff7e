import type { ActorKind } from "../shared/vocabulary.ts";

/**
 * Everything recorded about one client. Each kind is one insert-only table: a fact is never changed, a newer
 * fact answers it (a closing, a lift, a withdrawal, a superseding row). That is why an event is simply a new
 * fact, why nothing is lost, and why the journey of any past day can be derived again.
 */
export type Fact = {
  readonly id: string;
  /** Instant it was recorded, ISO 8601 UTC; set by the database, sorts as text. */
  readonly recordedAt: string;
  readonly recordedBy: { readonly kind: ActorKind; readonly id: string | null };
};
