import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../domain/protocols/draft.ts";
import { type Desk, openDesk, refusedWith } from "../../test/coach-desk.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const key = () => randomUUID();
const protocols = () => desk.coach.protocols;

/** Publishes the next version of a shipped protocol of the practice, changed. */
async function published(slug: string, change: (content: Draft) => Draft): Promise<string> {
  const { versionId } = (await protocols().list({})).find((row) => row.slug === slug)!;
  const { draftId } = await protocols().startDraft({ key: key(), from: { as: "next", versionId } });
  const { content, revision } = await protocols().draft({ draftId });
  await protocols().saveDraft({ key: key(), draftId, revision, content: change(content) });
  const answer = await protocols().publishDraft({ key: key(), draftId, revision: revision + 1 });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.versionId;
}

const plansOf = async (clientId: string) => (await desk.coach.clients.byId({ clientId })).journey.plans;
const walkingOf = async (clientId: string) =>
  (await plansOf(clientId)).find((plan) => plan.kind === "walking")!;
const byHand = async (clientId: string) => {
  const { sessions, today } = await desk.coach.plans.calendar({
    clientId,
    fromDay: (await desk.coach.clients.byId({ clientId })).day,
    days: 42,
  });
  return { today, sessions, byHand: sessions.filter((row) => row.byHand) };
};

test("mums stay; moved together, each has her row, what was set by hand goes along; put back, each stands where she stood", async () => {
  const [ada, bea, cleo] = await Promise.all([
    desk.mum("restoring", "Ada"),
    desk.mum("restoring", "Bea"),
    desk.mum("restoring", "Cleo"),
  ]);
  const paused = await walkingOf(cleo.id);
  await desk.coach.plans.change({
    key: key(),
    clientId: cleo.id,
    planId: paused.planId,
    change: "pause",
    level: null,
    mode: null,
    note: null,
  });
  const was = await walkingOf(ada.id);
  const { sessions } = await byHand(ada.id);
  const walk = sessions.findLast((row) => row.kind === "walking")!;
  await desk.coach.plans.place({
    key: key(),
    clientId: ada.id,
    placing: { type: "edit", sessionId: walk.sessionId, level: null, turn: null, note: "with Sam" },
  });
  const pinned = (await byHand(ada.id)).byHand.map((row) => [row.day, row.note]);
  expect(pinned).toEqual([[walk.day, "with Sam"]]);

  const versionId = await published("walking", (content) => {
    const [first, ...others] = content.levels;
    return { ...content, levels: [{ ...first!, title: "A shorter beginning" }, first!, ...others] };
  });
  // They stay, and nothing of theirs changes by a version being there.
  expect((await walkingOf(ada.id)).planId).toBe(was.planId);
  const { movable, moved } = await protocols().movable({ versionId });
  expect(movable.map((row) => [row.name, row.refusal])).toEqual([
    ["Ada", null],
    ["Bea", null],
    ["Cleo", "paused"],
  ]);
  expect(moved).toEqual([]);
  const [first] = movable;
  expect(first).toMatchObject({ from: { number: 1, level: was.level }, to: { level: was.level + 1 } });
  // The very same level by its name: it asks the same.
  expect(first!.change).toBeNull();

  const clients = movable.map((row) => ({ clientId: row.clientId, level: row.to.level }));
  clients[1]!.level += 1;
  const wish = { key: key(), versionId, clients };
  const done = await protocols().moveMany(wish);
  expect(await protocols().moveMany(wish)).toEqual(done);
  const outcome = new Map(done.rows.map((row) => [row.clientId, row.refusal]));
  expect([ada, bea, cleo].map((mum) => outcome.get(mum.id))).toEqual([null, "changed", "paused"]);
  // Asked again by somebody who does not know: she stands elsewhere by now.
  const [late] = (await protocols().moveMany({ ...wish, key: key(), clients: clients.slice(0, 1) })).rows;
  expect(late).toMatchObject({ refusal: "changed", planId: null });
  const now = await walkingOf(ada.id);
  expect(now).toMatchObject({ level: was.level + 1, levelTitle: was.levelTitle, weekdays: was.weekdays });
  expect((await byHand(ada.id)).byHand.map((row) => [row.day, row.note])).toEqual(pinned);
  const seen = await protocols().movable({ versionId });
  expect(seen.moved).toMatchObject([{ name: "Ada", planId: now.planId }]);
  expect(seen.movable.map((row) => row.name)).toEqual(["Bea", "Cleo"]);

  const plans = [{ clientId: ada.id, planId: now.planId }];
  expect((await protocols().undoMoves({ key: key(), plans })).rows).toEqual([
    { clientId: ada.id, refusal: null, planId: was.planId },
  ]);
  expect(await walkingOf(ada.id)).toMatchObject({
    planId: was.planId,
    level: was.level,
    cleanSessions: was.cleanSessions,
  });
  expect((await byHand(ada.id)).byHand.map((row) => [row.day, row.note])).toEqual(pinned);
  // Nothing is forgotten: both plans are facts, and so are the end and the way back.
  expect(await desk.count("plan", ada.id)).toBe((await desk.count("plan", bea.id)) + 1);
});

test("the preview tells the days that become other, and the calendar then is as it was told; who has begun stays", async () => {
  const mum = await desk.mum("restoring", "Dora");
  const from = await walkingOf(mum.id);
  const versionId = await published("walking", (content) => ({
    ...content,
    levels: content.levels.map((level) => ({
      ...level,
      sessions: level.sessions.map((session) => ({
        ...session,
        blocks: [
          ...session.blocks,
          {
            type: "intervals" as const,
            part: "cool_down" as const,
            repeats: 1,
            items: [
              {
                type: "interval" as const,
                move: "walk" as const,
                length: { by: "time" as const, seconds: 300 },
              },
            ],
          },
        ],
      })),
    })),
  }));
  const row = (await protocols().movable({ versionId })).movable.find((each) => each.clientId === mum.id)!;
  expect(row.change?.harder).toEqual(["walk_length"]);
  expect(row.days.length).toBeGreaterThan(3);
  const before = await byHand(mum.id);
  const lines = (rows: typeof before.sessions, last: string) =>
    rows
      .filter((each) => each.kind === "walking" && each.day <= last)
      .map((each) => [each.day, each.minutes]);
  const last = row.days.at(-1)!.day;
  expect(row.days.flatMap((day) => day.gone.map((line) => [day.day, line.minutes]))).toEqual(
    lines(before.sessions, last),
  );
  const clients = [{ clientId: mum.id, level: row.to.level }];
  const [done] = (await protocols().moveMany({ key: key(), versionId, clients })).rows;
  const after = await byHand(mum.id);
  expect(row.days.flatMap((day) => day.comes.map((line) => [day.day, line.minutes]))).toEqual(
    lines(after.sessions, last),
  );
  const self = await desk.as(mum.userId!, "client");
  await self.plans.start({ key: key(), sessionId: key(), planId: done!.planId!, note: null });
  const plans = [{ clientId: mum.id, planId: done!.planId! }];
  expect((await protocols().undoMoves({ key: key(), plans })).rows).toMatchObject([
    { refusal: { code: "plan_begun" } },
  ]);
  expect((await protocols().movable({ versionId })).moved).toEqual([]);
  expect(from.planId).not.toBe(done!.planId);
});

test("running that is shut is refused before and when it is pressed, with every reason; a foreign mum stops it all", async () => {
  const mum = await desk.mum("heavyOnRun", "Eve");
  const versionId = await published("walk_run", (content) => ({ ...content, title: "Ours" }));
  const { movable } = await protocols().movable({ versionId });
  const row = movable.find((each) => each.clientId === mum.id)!;
  expect(row.refusal).toMatchObject({ code: "run_locked" });
  expect(row.days).toEqual([]);
  // What a draft is held against for her: the limit of her sign-off, and how far she ran.
  const measure = await protocols().measureOf({ clientId: mum.id });
  expect(measure.limits).toContainEqual(expect.objectContaining({ kind: "max_run_minutes", minutes: 20 }));
  expect(measure.shut).toEqual(["walk_run", "technique"]);
  expect(measure.longestRunMinutes).toBeGreaterThan(0);
  const clients = [{ clientId: mum.id, level: row.to.level }];
  const count = await desk.count("plan", mum.id);
  const { rows } = await protocols().moveMany({ key: key(), versionId, clients });
  expect(rows).toEqual([{ clientId: mum.id, refusal: row.refusal, planId: null }]);
  const foreign = [...clients, { clientId: desk.foreign.id, level: 0 }];
  expect(await refusedWith(protocols().moveMany({ key: key(), versionId, clients: foreign }))).toBe(
    "NOT_FOUND",
  );
  expect(await desk.count("plan", mum.id)).toBe(count);
});
