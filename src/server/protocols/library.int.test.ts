import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
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
