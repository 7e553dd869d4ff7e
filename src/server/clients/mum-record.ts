import { z } from "zod";
import { newestBy } from "../../domain/shared/newest.ts";
import { hasBabyPrompts } from "../../domain/journey/baby-prompt.ts";
import type { LifeEventKind } from "../../domain/journey/facts.ts";
import type { Day } from "../../domain/shared/day.ts";
import { SHARED } from "../../domain/shared/vocabulary.ts";
import { act, recordOf } from "../journey/act.ts";
import { todayIn } from "../clock.ts";
import { namesOf, ownId, whoIsSelf } from "../journey/self.ts";
import type { Shell } from "../trpc/procedures.ts";

/** Who she is, who looks after her, and what day it is where she lives. */
export async function me(shell: Shell) {
  const self = await whoIsSelf(shell);
  return { ...self, day: todayIn(self.zone, shell.now) };
}

/** What she agreed to, the newest answer for each purpose, and what she has switched off for good. */
export async function myConsents(shell: Shell) {
  const { record } = await recordOf(shell, ownId(shell).clientId);
  const answers = [...newestBy(record.consent, (row) => row.purpose).values()];
  return {
    answers: answers.map(({ purpose, given, recordedAt, wordingVersion }) => ({
      purpose,
      given,
      at: recordedAt,
      wordingVersion,
    })),
    babyPromptsOff: !hasBabyPrompts(record),
  };
}

type LifeEventInput = {
  readonly key: string;
  readonly kind: LifeEventKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly note: string | null;
};

/** Life happened: illness, travel, short nights, pregnant again. What follows from it is the domain's. */
export async function recordLifeEvent(shell: Shell, { key, ...event }: LifeEventInput) {
  await act(shell, ownId(shell).clientId, { type: "recordLifeEvent", id: key, ...event });
  return { ok: true as const };
}

/** How often and how long she wants to run. */
export async function setGoal(
  shell: Shell,
  { key, ...goal }: { key: string; daysPerWeek: number; minutesPerRun: number },
) {
  await act(shell, ownId(shell).clientId, { type: "setGoal", id: key, ...goal });
  return { ok: true as const };
}

const LOOKS_SHOWN = 50;
/** Every read of hers, the opening of a letter among them. */
const READING = [{ action: { startsWith: "read." } }, { action: "document.read" }];
/** The categories an event of reading names, when it was a physio's page or a letter. */
const seenSchema = z.object({ seen: z.array(z.enum(SHARED)) });

/** Who looked at her record and when: her own events of reading, newest first, with the name of who it was. */
export async function whoLooked(shell: Shell) {
  const { practiceId, clientId } = ownId(shell);
  const events = await shell.tx.auditEvent.findMany({
    // Her own looks are no news to her.
    where: { practiceId, clientId, OR: READING, actorKind: { not: "client" } },
    orderBy: { seq: "desc" },
    take: LOOKS_SHOWN,
    select: { at: true, actorKind: true, actorId: true, action: true, data: true },
  });
  const names = await namesOf(shell, practiceId);
  return {
    looks: events.map(({ at, actorKind, actorId, action, data }) => ({
      at,
      kind: actorKind,
      name: actorId ? (names.get(actorId) ?? null) : null,
      what: action.replace(/^read\./, ""),
      seen: seenSchema.safeParse(data).data?.seen ?? null,
    })),
  };
}
