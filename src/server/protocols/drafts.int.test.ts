import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft } from "../../domain/protocols/draft.ts";
import { openRows, type Rows } from "../../test/rows.ts";
import { newExerciseBlock } from "../../domain/protocols/draft-pieces.ts";
import { EXERCISES } from "../../domain/protocols/exercises.ts";
import { callerOf, refusalOf } from "../../test/physio-road.ts";
import { closeDatabases } from "../db/pools.ts";

let rows: Rows;
beforeAll(async () => {
  rows = await openRows();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

const key = () => randomUUID();

/** A practice with two coaches, and its walking protocol. */
async function founded() {
  const practice = await rows.practice();
  const as = async (userId: string) => callerOf({ area: "coach", sessionToken: await rows.session(userId) });
  const anna = await as(practice.owner.userId);
  const colleague = await practice.member("coach", "Cora");
  const cora = await as(colleague.userId);
  const walking = (await anna.protocols.list({})).find((line) => line.slug === "walking")!;
  const start = (coach = anna) =>
    coach.protocols.startDraft({ key: key(), from: { as: "next", versionId: walking.versionId } });
  return { practice, anna, cora, walking, start };
}

const named = (content: Draft, title: string): Draft => ({ ...content, title });

test("two coaches who write at one protocol come into the same draft; the second save overwrites nothing", async () => {
  const { anna, cora, start } = await founded();
  const { draftId } = await start();
  expect((await start(cora)).draftId).toBe(draftId);
  const open = await anna.protocols.draft({ draftId });
  expect(open).toMatchObject({ revision: 1, before: { number: 1 } });
  const save = (coach: typeof anna, title: string, revision: number) =>
    coach.protocols.saveDraft({ key: key(), draftId, revision, content: named(open.content, title) });
  expect(await save(cora, "Cora's", 1)).toMatchObject({ ok: true, revision: 2 });
  const mine = await save(anna, "Anna's", 1);
  expect(mine).toMatchObject({ ok: false, reason: "stale", by: "Cora", revision: 2 });
  expect(mine).toMatchObject({ content: { title: "Cora's" } });
  expect((await anna.protocols.draft({ draftId })).content.title).toBe("Cora's");
  // Her words are kept as a draft of their own.
  const copy = await anna.protocols.startDraft({
    key: key(),
    from: { as: "content", content: named(open.content, "Anna's") },
  });
  expect((await anna.protocols.drafts({})).map((line) => [line.title, line.follows, line.savedBy])).toEqual([
    ["Anna's", null, "Olive"],
    ["Cora's", 1, "Cora"],
  ]);
  expect(copy.draftId).not.toBe(draftId);
  // Having seen hers, she goes on from there.
  expect(await save(anna, "Both", 2)).toMatchObject({ ok: true, revision: 3 });
  expect(await anna.protocols.publishDraft({ key: key(), draftId, revision: 2 })).toMatchObject({
    ok: false,
    reason: "stale",
  });
});

test("what is written may be unfinished; what is published may not, and never changes again", async () => {
  const { practice, anna, cora, walking, start } = await founded();
  const { draftId } = await start();
  const { content } = await anna.protocols.draft({ draftId });
  const publish = (revision: number) => anna.protocols.publishDraft({ key: key(), draftId, revision });
  expect(await publish(1)).toEqual({ ok: false, reason: "same" });
  const first = (change: (level: Draft["levels"][number]) => Draft["levels"][number]): Draft => ({
    ...content,
    levels: content.levels.map((level, at) => (at ? level : change(level))),
  });
  const broken = first((level) => ({ ...level, sessions: [] }));
  await anna.protocols.saveDraft({ key: key(), draftId, revision: 1, content: broken });
  expect(await publish(2)).toEqual({
    ok: false,
    reason: "problems",
    problems: [{ path: ["levels", 0, "sessions"], code: "too_few", bound: 1 }],
  });
  const gone = { ...newExerciseBlock(EXERCISES[0]), exercise: "taken_out_of_the_book" };
  const inUse = first((level) => ({ ...level, sessions: [{ title: "S", blocks: [gone] }] }));
  await anna.protocols.saveDraft({ key: key(), draftId, revision: 2, content: inUse });
  expect(await publish(3)).toEqual({
    ok: false,
    reason: "problems",
    problems: [{ path: ["levels", 0, "sessions", 0, "blocks", 0, "exercise"], code: "exercise_unknown" }],
  });
  await anna.protocols.saveDraft({ key: key(), draftId, revision: 3, content: named(content, "Our walks") });
  const published = await publish(4);
  if (!published.ok) throw new Error("not published");
  expect(published.number).toBe(2);
  const shown = await anna.protocols.byId({ versionId: published.versionId });
  expect(shown.content).toEqual({ ...content, title: "Our walks" });
  // The list shows the newest; the one before is as it was.
  expect((await anna.protocols.list({})).find((line) => line.slug === "walking")).toMatchObject({
    versionId: published.versionId,
    number: 2,
  });
  expect((await anna.protocols.byId({ versionId: walking.versionId })).content).toEqual(content);
  // It is no draft any more: not to be saved, thrown away, published twice, or changed by any road.
  expect(await cora.protocols.saveDraft({ key: key(), draftId, revision: 4, content: broken })).toMatchObject(
    { ok: false, reason: "ended", versionId: published.versionId },
  );
  expect(await publish(4)).toMatchObject({ ok: false, reason: "ended" });
  expect(await refusalOf(anna.protocols.throwDraft({ key: key(), draftId, isThrown: true }))).toBe(
    "draft_published",
  );
  await expect(
    rows.db.query("UPDATE protocol_draft SET title = 'x' WHERE id = $1", [draftId]),
  ).rejects.toMatchObject({ code: "P0I01" });
  await expect(
    rows.db.query("UPDATE protocol_version SET title = 'x' WHERE practice_id = $1", [practice.id]),
  ).rejects.toMatchObject({ code: "P0I01" });
});

test("a draft is thrown away and brought back; not when another took its place", async () => {
  const { anna, start } = await founded();
  const { draftId } = await start();
  const toss = (isThrown: boolean) => anna.protocols.throwDraft({ key: key(), draftId, isThrown });
  await toss(true);
  expect(await anna.protocols.drafts({})).toEqual([]);
  expect(await refusalOf(anna.protocols.draft({ draftId }))).toBe("NOT_FOUND");
  await toss(false);
  expect((await anna.protocols.drafts({})).map((line) => line.draftId)).toEqual([draftId]);
  await toss(true);
  await start();
  expect(await refusalOf(toss(false))).toBe("draft_of_protocol_open");
});

test("a copy becomes a protocol of its own, version 1; another practice finds neither draft nor version", async () => {
  const [{ anna, walking }, there] = [await founded(), await founded()];
  const from = { as: "copy" as const, versionId: walking.versionId, title: "Walks with a pram" };
  const { draftId } = await anna.protocols.startDraft({ key: key(), from });
  const foreign = there.anna.protocols;
  expect(await refusalOf(foreign.draft({ draftId }))).toBe("NOT_FOUND");
  expect(await refusalOf(foreign.startDraft({ key: key(), from }))).toBe("NOT_FOUND");
  expect(await refusalOf(foreign.publishDraft({ key: key(), draftId, revision: 1 }))).toBe("NOT_FOUND");
  expect(await refusalOf(foreign.throwDraft({ key: key(), draftId, isThrown: true }))).toBe("NOT_FOUND");
  const { content } = await anna.protocols.draft({ draftId });
  expect(await refusalOf(foreign.saveDraft({ key: key(), draftId, revision: 1, content }))).toBe("NOT_FOUND");
  const published = await anna.protocols.publishDraft({ key: key(), draftId, revision: 1 });
  expect(published).toMatchObject({ ok: true, number: 1 });
  expect((await anna.protocols.list({})).filter((line) => line.title === "Walks with a pram")).toMatchObject([
    { slug: "walking_2", number: 1, isDraft: true },
  ]);
});
