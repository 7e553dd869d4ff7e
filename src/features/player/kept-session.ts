import type { Block } from "@/domain/protocols/blocks.ts";
import type { ShortMinutes } from "@/domain/protocols/grammar.ts";
import { timelineOf } from "@/domain/protocols/timeline.ts";
import { type Run, whereLeft } from "./clock.ts";

/** A session under way as the phone keeps it: a reload, a call or a flat battery take nothing away. */
export type KeptSession = {
  readonly sessionId: string;
  readonly startKey: string;
  readonly logKey: string;
  readonly startedAt: number;
  readonly blocks: readonly Block[];
  readonly run: Run;
  /** The shorter version she chose: it is no session "as planned". A session kept by an older page has none. */
  readonly shortVersion?: ShortMinutes | null;
  /** When the page last wrote it down; a session kept by an older page has none. */
  readonly seenAt?: number;
  /** She told of something during it. */
  readonly isTold: boolean;
};

/** Offered again for so long; after that it was another day. Source: field.md 4.1. */
const KEEP_HOURS = 12;

const keyOf = (owner: string, planId: string) => `sevenstride.session.${owner}.${planId}`;

/** The session she left, standing where she left it, when it is not too long ago. */
export function readKept(owner: string, planId: string, now: number): KeptSession | null {
  try {
    const raw = localStorage.getItem(keyOf(owner, planId));
    const kept = raw ? (JSON.parse(raw) as KeptSession) : null;
    if (kept && now - kept.startedAt < KEEP_HOURS * 3_600_000) {
      const { segments } = timelineOf({ blocks: kept.blocks });
      return { ...kept, run: whereLeft(kept.run, segments, kept.seenAt ?? kept.run.since, now) };
    }
    if (kept) dropKept(owner, planId);
    return null;
  } catch {
    return null;
  }
}

/** Writes it down. A browser that keeps nothing still lets her do her session; only a reload would lose it. */
export function writeKept(owner: string, planId: string, kept: KeptSession): void {
  try {
    localStorage.setItem(keyOf(owner, planId), JSON.stringify({ ...kept, seenAt: Date.now() }));
  } catch {
    // Full, or forbidden.
  }
}

export function dropKept(owner: string, planId: string): void {
  localStorage.removeItem(keyOf(owner, planId));
}
