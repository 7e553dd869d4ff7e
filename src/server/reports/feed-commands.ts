import { randomUUID } from "node:crypto";
import { databases } from "../db/pools.ts";
import { tokenHash } from "../db/with-actor.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { feedOwner, ownFeed } from "./feed-queries.ts";
import type { Told } from "./feed-told.ts";

const done = { ok: true as const };

async function audit(shell: Shell, what: string, id: string): Promise<void> {
  await shell.tx
    .$executeRaw`SELECT app.audit(${what}, ${shell.actor.clientId}::uuid, 'calendar_feed', ${id}, '{}'::jsonb)`;
}

/**
 * Switches her feed on at a new address; the one before it, if any, is worth nothing from here on. The secret is made
 * in her browser, so that it stands in no answer that we keep.
 */
export async function openFeed(shell: Shell, { token }: { token: string }) {
  const owner = feedOwner(shell);
  const known = await ownFeed(shell);
  const id = known?.id ?? randomUUID();
  if (known) {
    const data = { tokenHash: tokenHash(token) };
    await shell.tx.calendarFeed.update({ where: { id }, data, select: { id: true } });
  } else {
    await shell.tx.calendarFeed.create({
      data: { id, ...owner, tokenHash: tokenHash(token) },
      select: { id: true },
    });
  }
  await audit(shell, "feed.opened", id);
  return done;
}

/** Switches it off: the address is worth nothing from here on. */
export async function closeFeed(shell: Shell) {
  const known = await ownFeed(shell);
  if (!known?.tokenHash) return done;
  await shell.tx.calendarFeed.update({
    where: { id: known.id },
    data: { tokenHash: null },
    select: { id: true },
  });
  await audit(shell, "feed.closed", known.id);
  return done;
}

/**
 * Writes down what a feed tells from now on, by its address alone. False when another look at it told something else
 * meanwhile.
 */
export async function tellFeed(token: string, before: Told, told: Told): Promise<boolean> {
  const [row] = await databases().auth.$queryRaw<{ done: boolean }[]>`
    SELECT app.tell_feed(${tokenHash(token)}, ${JSON.stringify(before)}::jsonb, ${JSON.stringify(told)}::jsonb) AS done`;
  return row?.done === true;
}

/** The hour she likes to train: from here on her sessions stand there, and not on the whole day. */
export async function setFeedTime(shell: Shell, { minuteOfDay }: { minuteOfDay: number | null }) {
  const known = await ownFeed(shell);
  if (!known) throw notFound();
  await shell.tx.calendarFeed.update({
    where: { id: known.id },
    data: { minuteOfDay },
    select: { id: true },
  });
  return done;
}
