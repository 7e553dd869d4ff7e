import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mum } from "../../../prisma/seed/mum.ts";
import { openDesk, type Desk } from "../../test/coach-desk.ts";
import { fitRecording, gpxRecording, tcxRecording, WALK_RUN, zipOf } from "../../test/recordings.ts";
import { todayIn } from "../clock.ts";
import { type RecordingAnswer, receiveRecordings, sendRecording } from "./recording-exchange.ts";

// What her watch recorded, from the bytes to the log.

let desk: Desk;
let runner: Mum;
let walker: Mum;
let early: Mum;
beforeAll(async () => {
  desk = await openDesk();
  runner = await desk.mum("running");
  walker = await desk.mum("restoring");
  early = await desk.mum("restoring");
});
afterAll(() => desk.close());

type Person = Pick<Mum, "userId">;

async function contextOf(person: Person, area: "client" | "coach" = "client") {
  const sessionToken = person.userId ? await desk.world.signIn(person.userId) : null;
  return { sessionToken, linkToken: null, area, practiceId: null, requestId: randomUUID(), now: new Date() };
}

type Bytes = Uint8Array<ArrayBuffer>;

async function send(context: Awaited<ReturnType<typeof contextOf>>, name: string, bytes: Bytes) {
  const request = new Request("http://localhost:3000/api/recordings", {
    method: "POST",
    body: bytes,
    headers: {
      "x-file-name": encodeURIComponent(name),
      origin: "http://localhost:3000",
      "sec-fetch-site": "same-origin",
    },
  });
  const answer = await receiveRecordings(request, context);
  const body = (await answer.json()) as { files?: RecordingAnswer[] };
  return { status: answer.status, files: body.files ?? [] };
}

const bring = async (person: Person, name: string, bytes: Bytes, area: "client" | "coach" = "client") =>
  send(await contextOf(person, area), name, bytes);

/** Hours ago, so that no two outings of a test begin together. */
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
/** Hours ago on a day of hers on which she told of no run: a run that was told would be joined. */
function hoursSinceNoRun(mum: Mum): number {
  const { client, sessionLog } = mum.facts;
  const ran = new Set(sessionLog.filter((row) => row.kind === "walk_run").map((row) => row.doneOn));
  for (let hours = 30.5; ; hours += 1) if (!ran.has(todayIn(client.zone, ago(hours)))) return hours;
}
const phone = (mum: Mum) => desk.as(mum.userId ?? "", "client");

describe("one recording", () => {
  test("becomes a log of what she did: run and walked as recorded, how it felt not made up", async () => {
    const me = await phone(runner);
    const { status, files } = await bring(
      runner,
      "Morning.fit",
      fitRecording({ startedAt: ago(hoursSinceNoRun(runner)), pieces: WALK_RUN }),
    );
    expect(status).toBe(200);
    expect(files).toMatchObject([
      { ok: true, state: "new", kind: "walk_run", minutesTotal: 20, minutesRun: 6 },
    ]);
    const [log] = (
      await desk.db.query(
        `SELECT l.*, l.done_on::text AS day FROM session_log l JOIN recording r ON r.log_id = l.id WHERE l.client_id = $1`,
        [runner.id],
      )
    ).rows;
    expect(log).toMatchObject({
      kind: "walk_run",
      minutes_run: 6,
      minutes_walk: 14,
      effort: null,
      recorded_by_kind: "client",
    });
    expect(log.plan_id).toBe(runner.journey().plans.find((plan) => plan.kind === "walk_run")!.planId);
    expect(await me.plans.recordings({})).toMatchObject([
      { logId: log.id, fileName: "Morning.fit", isAnswered: false },
    ]);
    await me.symptoms.check({
      key: randomUUID(),
      moment: "after",
      day: log.day,
      logId: log.id,
      sessionId: null,
      findings: [],
      note: null,
    });
    expect(await me.plans.recordings({})).toMatchObject([{ isAnswered: true }]);
  });

  test("the same file again, and the same outing from another device, change nothing", async () => {
    const outing = { startedAt: ago(60), pieces: WALK_RUN };
    const first = await bring(runner, "a.fit", fitRecording(outing));
    const [one] = first.files;
    const logs = await desk.count("session_log", runner.id);
    const later = { ...outing, startedAt: new Date(outing.startedAt.getTime() + 45_000) };
    for (const file of [fitRecording(outing), gpxRecording(outing), tcxRecording(later)]) {
      const { files } = await bring(runner, "again", file);
      expect(files).toMatchObject([{ ok: true, state: "known", logId: one?.ok && one.logId }]);
    }
    expect(await desk.count("session_log", runner.id)).toBe(logs);
  });

  test("two that begin within two minutes are one outing, a second more and they are two", async () => {
    const begin = ago(115).getTime();
    const stateAt = async (seconds: number) => {
      const startedAt = new Date(begin + seconds * 1000);
      const file = gpxRecording({
        startedAt,
        sport: "walk",
        pieces: [{ seconds: 70 + seconds / 10, speed: 1.4 }],
      });
      const [one] = (await bring(runner, `${seconds}.gpx`, file)).files;
      return one?.ok ? one.state : one?.problem;
    };
    expect(await stateAt(0)).not.toBe("known");
    expect([await stateAt(119), await stateAt(120), await stateAt(-119)]).toEqual([
      "known",
      "known",
      "known",
    ]);
    expect(["new", "joined"]).toContain(await stateAt(121));
    expect(["new", "joined"]).toContain(await stateAt(-121));
  });

  test("a treadmill that kept only its laps: what was run in them is run", async () => {
    const file = fitRecording({ startedAt: ago(135), pieces: WALK_RUN, indoor: true, onlyLaps: true });
    expect((await bring(runner, "treadmill.fit", file)).files).toMatchObject([
      { ok: true, kind: "walk_run", minutesTotal: 20, minutesRun: 6 },
    ]);
  });

  test("four at once are one", async () => {
    const file = gpxRecording({ startedAt: ago(90), sport: "walk", pieces: [{ seconds: 900, speed: 1.4 }] });
    const context = await contextOf(walker);
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(context, "walk.gpx", file)));
    const states = answers.flatMap(({ files }) => files.map((one) => one.ok && one.state));
    expect(states.filter((state) => state === "known")).toHaveLength(3);
    expect(states.filter((state) => state === "new" || state === "joined")).toHaveLength(1);
    expect(new Set(answers.flatMap(({ files }) => files.map((one) => one.ok && one.logId))).size).toBe(1);
  });

  test("what stood in her calendar that day is what it was, at the level of that day", async () => {
    const { rows } = await desk.db.query<{ id: string; plan_id: string; level: number; day: string }>(
      `SELECT id, plan_id, level, day::text FROM session WHERE client_id = $1 AND kind = 'walking' ORDER BY day LIMIT 1`,
      [early.id],
    );
    const [row] = rows;
    const startedAt = new Date(`${row?.day}T00:00:00Z`);
    const file = gpxRecording({ startedAt, sport: "walk", pieces: [{ seconds: 1_800, speed: 1.4 }] });
    const context = { ...(await contextOf(early)), now: new Date(startedAt.getTime() + 3_600_000) };
    const [one] = (await send(context, "walk.gpx", file)).files;
    expect(one).toMatchObject({ ok: true, state: "new", kind: "walking" });
    const logs = await desk.db.query(
      `SELECT session_id, plan_id, level, completion FROM session_log WHERE id = $1`,
      [one?.ok ? one.logId : ""],
    );
    expect(logs.rows).toMatchObject([{ session_id: row?.id, plan_id: row?.plan_id, level: row?.level }]);
  });

  test("told by hand already it joins that log", async () => {
    const me = await phone(walker);
    // A day on which nobody else has logged for her, whatever the hour is where she lives.
    const startedAt = ago(24 * 40 + 6);
    const doneOn = startedAt.toLocaleDateString("en-CA", { timeZone: (await me.clients.me({})).zone });
    const key = randomUUID();
    await me.plans.log({
      key,
      sessionId: null,
      planId: null,
      kind: "walking",
      level: null,
      doneOn,
      minutesTotal: 31,
      minutesRun: 0,
      minutesWalk: 31,
      effort: 2,
      completion: "extra",
      performance: null,
      supersedesId: null,
      note: null,
      findings: [],
    });
    const walk = tcxRecording({
      startedAt,
      sport: "walk",
      indoor: true,
      pieces: [{ seconds: 1_800, speed: 1.3 }],
    });
    expect((await bring(walker, "treadmill.tcx", walk)).files).toMatchObject([
      { state: "joined", logId: key },
    ]);
    // A second walk of that day is another one.
    const second = tcxRecording({
      startedAt: new Date(startedAt.getTime() + 3_000_000),
      sport: "walk",
      indoor: true,
      pieces: [{ seconds: 1_700, speed: 1.3 }],
    });
    const [other] = (await bring(walker, "second.tcx", second)).files;
    expect(other?.ok && other.doneOn === doneOn ? other.state : "new").toBe("new");
  });

  test("a run while running is locked is a fact like any other, and only shows", async () => {
    const locked = await desk.mum("heavyOnRun");
    const { files } = await bring(
      locked,
      "run.fit",
      fitRecording({ startedAt: ago(24 * 150 + 2), pieces: WALK_RUN }),
    );
    expect(files).toMatchObject([{ ok: true, state: "new", kind: "walk_run", minutesRun: 6 }]);
  });
});

test("twenty files with a bad one: nineteen are in and one is explained", async () => {
  const files = Array.from({ length: 19 }, (_, at) => ({
    name: `walks/${at}.gpx`,
    bytes: gpxRecording({
      startedAt: ago(200 + at * 24),
      sport: "walk",
      pieces: [{ seconds: 90, speed: 1.4 }],
    }),
  }));
  const bad = {
    name: "walks/broken.fit",
    bytes: fitRecording({ startedAt: ago(3), pieces: WALK_RUN }).slice(0, 999),
  };
  const answer = await bring(runner, "walks.zip", zipOf([...files.slice(0, 7), bad, ...files.slice(7)]));
  expect(answer.files.filter((one) => one.ok && one.state === "new")).toHaveLength(19);
  expect(answer.files.filter((one) => !one.ok)).toEqual([
    { fileName: "broken.fit", ok: false, problem: "damaged" },
  ]);
});

test("a zip of twenty-one is not taken at all, and folders do not count", async () => {
  const walk = (at: number) => ({
    name: `more/${at}.gpx`,
    bytes: gpxRecording({
      startedAt: ago(800 + at * 24),
      sport: "walk",
      pieces: [{ seconds: 90, speed: 1.4 }],
    }),
  });
  const all = Array.from({ length: 21 }, (_, at) => walk(at));
  const before = await desk.count("recording", runner.id);
  const answer = await bring(runner, "year.zip", zipOf(all));
  expect(answer.files).toEqual([{ fileName: "year.zip", ok: false, problem: "too_many" }]);
  expect(await desk.count("recording", runner.id)).toBe(before);
  const folder = { name: "more/", bytes: new Uint8Array() };
  const two = await bring(runner, "two.zip", zipOf([folder, ...all.slice(0, 2)]));
  expect(two.files.map((one) => one.ok)).toEqual([true, true]);
});

test.each([
  ["a bike ride", fitRecording({ startedAt: ago(4), sport: "bike", pieces: WALK_RUN }), "other_sport"],
  [
    "a button pressed by mistake",
    fitRecording({ startedAt: ago(4), pieces: [{ seconds: 20, speed: 1 }] }),
    "too_short",
  ],
  ["one from next week", fitRecording({ startedAt: ago(-200), pieces: WALK_RUN }), "day_in_future"],
  [
    "one from before the birth",
    fitRecording({ startedAt: ago(24 * 800), pieces: WALK_RUN }),
    "day_before_birth",
  ],
  ["nothing", new Uint8Array(), "empty"],
  ["a letter", new Uint8Array(Buffer.from("%PDF-1.7")), "unsupported"],
])("%s is not taken, and she is told why", async (_, bytes, problem) => {
  expect((await bring(walker, "x.fit", bytes)).files).toMatchObject([{ ok: false, problem }]);
});

describe("whose it is", () => {
  test("nobody but she brings, lists, draws or fetches it; not her coach, not another mum", async () => {
    const file = fitRecording({ startedAt: ago(45), pieces: [{ seconds: 1_500, speed: 1.5, steps: 110 }] });
    const [one] = (await bring(runner, "../../Heim %weg.fit", file)).files;
    const id = one?.ok ? one.recordingId : "";
    const mine = await sendRecording(id, await contextOf(runner));
    expect(new Uint8Array(await mine.arrayBuffer())).toEqual(file);
    expect(mine.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Heim%20%25weg.fit");
    for (const [person, area] of [
      [walker, "client"],
      [desk.practice.owner, "coach"],
    ] as const) {
      expect((await sendRecording(id, await contextOf(person, area))).status).toBe(404);
    }
    expect((await sendRecording(randomUUID(), await contextOf(runner))).status).toBe(404);
    expect((await bring(desk.practice.owner, "a.fit", file, "coach")).status).toBe(404);
    expect((await bring({ userId: null }, "a.fit", file)).status).toBe(401);
    await expect((await phone(walker)).plans.recordedWay({ recordingId: id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await (await phone(walker)).plans.recordings({})).map((row) => row.id)).not.toContain(id);
  });

  test("the way is a shape without a place, its ends left out; the original lies sealed", async () => {
    const me = await phone(runner);
    const [row] = (await me.plans.recordings({})).filter((one) => one.hasRoute && one.minutesTotal === 25);
    const way = await me.plans.recordedWay({ recordingId: row?.id ?? "" });
    expect(way.length).toBeGreaterThan(10);
    for (const { x, y } of way) expect(x >= 0 && x <= 100 && y >= 0 && y <= 100).toBe(true);
    const { rows } = await desk.db.query<{ sealed: Buffer }>(`SELECT sealed FROM recording WHERE id = $1`, [
      row?.id,
    ]);
    expect(rows[0]?.sealed.includes(".FIT")).toBe(false);
    expect(rows[0]?.sealed.subarray(0, 2).toString("hex")).not.toBe("1f8b");
  });

  test("a body that is too big is not read to its end", async () => {
    const answer = await bring(runner, "big.gpx", new Uint8Array(12 * 1024 * 1024 + 1));
    expect(answer).toMatchObject({ status: 413, files: [{ ok: false, problem: "too_big" }] });
  });
});

test("files without end are answered for a while, and then she waits", async () => {
  const context = await contextOf(walker);
  const answers = await Promise.all(
    Array.from({ length: 61 }, () => send(context, "x.fit", new Uint8Array())),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
});
