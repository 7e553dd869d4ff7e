import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportProtocol } from "../../domain/protocols/file.ts";
import { LIBRARY } from "../../domain/protocols/library/index.ts";
import { dayFromNow, openRows, type Rows } from "../../test/rows.ts";
import { callerOf, ready, refusalOf } from "../../test/physio-road.ts";
import { closeDatabases } from "../db/pools.ts";

let rows: Rows;
beforeAll(async () => {
  rows = await openRows();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

/** A practice as it is a minute after it was founded: no protocol of its own yet. */
async function founded() {
  const practice = await rows.practice();
  const coach = callerOf({ area: "coach", sessionToken: await rows.session(practice.owner.userId) });
  const versions = async () =>
    (
      await rows.db.query<{ id: string; title: string }>(
        "SELECT id, title FROM protocol_version WHERE practice_id = $1 ORDER BY title",
        [practice.id],
      )
    ).rows;
  return { practice, coach, versions };
}

test("a new practice sees the shipped library at once, and a look writes nothing", async () => {
  const { coach, versions } = await founded();
  const lines = await coach.protocols.list({});
  expect(lines.map((line) => line.slug).toSorted()).toEqual(LIBRARY.map((row) => row.slug).toSorted());
  expect(lines.every((line) => line.isDraft)).toBe(true);
  const [first] = lines;
  const whole = await coach.protocols.byId({ versionId: first!.versionId });
  expect(whole.content.slug).toBe(first!.slug);
  expect(await versions()).toEqual([]);
});

test("the first assignment gives it its own copies, with the ids that were shown; the second writes none", async () => {
  const { practice, coach, versions } = await founded();
  const mum = await ready(rows, practice);
  const walking = (await coach.protocols.list({})).find((line) => line.slug === "walking")!;
  const assign = () =>
    coach.plans.assign({
      key: randomUUID(),
      clientId: mum.id,
      protocolVersionId: walking.versionId,
      startsOn: dayFromNow(0),
      weekdays: [1, 3, 5],
      level: 0,
      mode: "propose",
      maxLevel: null,
    });
  expect((await assign()).kind).toBe("walking");
  const after = await versions();
  expect(after).toHaveLength(LIBRARY.length);
  expect(after.map((row) => row.id)).toContain(walking.versionId);
  await assign();
  expect(await versions()).toEqual(after);
  expect((await coach.protocols.list({})).map((line) => line.versionId)).toContain(walking.versionId);
});

test("another practice's version is not there", async () => {
  const [here, there] = [await founded(), await founded()];
  const [foreign] = await there.coach.protocols.list({});
  const look = (versionId: string) => refusalOf(here.coach.protocols.byId({ versionId }));
  expect([await look(foreign!.versionId), await look(randomUUID())]).toEqual(["NOT_FOUND", "NOT_FOUND"]);
});

const key = () => randomUUID();
const byName = (coach: Awaited<ReturnType<typeof founded>>["coach"], slug: string) =>
  coach.protocols.list({}).then((lines) => lines.find((line) => line.slug === slug)!);

test("a file comes in as the practice's own draft, once, and the protocol it came from stays as it was", async () => {
  const { coach } = await founded();
  const original = await byName(coach, "walk_run");
  const before = await coach.protocols.byId({ versionId: original.versionId });
  const text = exportProtocol(before.content, "https://stride.example");
  const input = { key: key(), text, title: "Our walk/run" };
  const answers = [await coach.protocols.takeIn(input), await coach.protocols.takeIn(input)];
  expect(answers).toEqual([
    { ok: true, versionId: input.key },
    { ok: true, versionId: input.key },
  ]);
  const own = (await coach.protocols.list({})).filter((line) => line.title === "Our walk/run");
  expect(own).toMatchObject([{ slug: "walk_run_2", number: 1, isDraft: true, versionId: input.key }]);
  const whole = await coach.protocols.byId({ versionId: input.key });
  expect(whole.content).toEqual({ ...before.content, slug: "walk_run_2", title: "Our walk/run" });
  expect(await coach.protocols.byId({ versionId: original.versionId })).toEqual(before);
  // A second one of the same name stands beside it.
  await coach.protocols.takeIn({ ...input, key: key() });
  expect((await coach.protocols.list({})).map((line) => line.slug)).toContain("walk_run_3");
});

test("a bad file is answered with every path and reason, and leaves nothing behind", async () => {
  const { coach, versions } = await founded();
  const take = (text: string) => coach.protocols.takeIn({ key: key(), text, title: "Bad" });
  const content = structuredClone(LIBRARY[0]!) as { levels: { sessions: unknown[] }[] };
  content.levels[1]!.sessions = [];
  expect(await take(JSON.stringify(content))).toEqual({
    ok: false,
    problems: [{ path: ["levels", 1, "sessions"], code: "too_few", bound: 1 }],
  });
  expect(await take("{")).toEqual({ ok: false, problems: [{ path: [], code: "not_json" }] });
  expect(await versions()).toEqual([]);
});

test("a version is a draft until the owner notes who reviewed it, and again when she takes that back", async () => {
  const { practice, coach } = await founded();
  const { versionId } = await byName(coach, "restoration");
  const look = async () => {
    const { isDraft, review } = await coach.protocols.byId({ versionId });
    return { isDraft, review, inList: (await byName(coach, "restoration")).isDraft };
  };
  const by = { physioName: "Pia Moana", reviewedOn: dayFromNow(-3) };
  const note = (more: object) => coach.protocols.review({ key: key(), versionId, by, note: null, ...more });
  expect(await look()).toEqual({ isDraft: true, review: null, inList: true });
  await note({ note: "Fewer holds in week one." });
  const review = { ...by, note: "Fewer holds in week one." };
  expect(await look()).toEqual({ isDraft: false, review, inList: false });
  await note({ by: null });
  expect(await look()).toEqual({ isDraft: true, review: null, inList: true });
  await note({});
  expect((await look()).isDraft).toBe(false);
  expect(await refusalOf(note({ by: { ...by, reviewedOn: dayFromNow(3) } }))).toBe("day_in_future");
  // Who noted it is kept, every time.
  const { rows: kept } = await rows.db.query(
    "SELECT recorded_by_kind, is_reviewed FROM protocol_review WHERE practice_id = $1 ORDER BY recorded_at",
    [practice.id],
  );
  expect(kept).toEqual([true, false, true].map((is) => ({ recorded_by_kind: "owner", is_reviewed: is })));
});

test("a coach reads a review and cannot note one; another practice's version is not there", async () => {
  const [{ practice, coach: owner }, there] = [await founded(), await founded()];
  const { versionId } = await byName(owner, "walking");
  const member = await practice.member("coach", "Cora");
  const coach = callerOf({ area: "coach", sessionToken: await rows.session(member.userId) });
  const by = { physioName: "Pia Moana", reviewedOn: dayFromNow(0) };
  const input = { versionId, by, note: null };
  expect(await refusalOf(coach.protocols.review({ ...input, key: key() }))).toBe("NOT_FOUND");
  expect(await refusalOf(there.coach.protocols.review({ ...input, key: key() }))).toBe("NOT_FOUND");
  expect((await coach.protocols.byId({ versionId })).mayReview).toBe(false);
  expect((await owner.protocols.byId({ versionId })).mayReview).toBe(true);
});
