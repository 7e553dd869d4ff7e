import { randomBytes, randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day, weekStart } from "../../domain/shared/day.ts";
import { clockChanges, offsetMinutes } from "../../lib/ics/zone.ts";
import { openDesk, type Desk, refusedWith } from "../../test/coach-desk.ts";
import { withActor } from "../db/with-actor.ts";
import { sendFeed } from "./send-feed.ts";

// A feed over its address alone, as a calendar asks for it: no cookie, no sign-in.

let desk: Desk;
let restoring: Awaited<ReturnType<typeof phoneOf>>;
beforeAll(async () => {
  desk = await openDesk();
  restoring = await phoneOf("restoring");
});
afterAll(() => desk.close());

const newToken = () => randomBytes(32).toString("base64url");
const key = () => randomUUID();

async function phoneOf(situation: Parameters<Desk["mum"]>[0]) {
  const mum = await desk.mum(situation);
  if (!mum.userId) throw new Error("no account");
  return { mum, me: await desk.as(mum.userId, "client") };
}

async function fetched(token: string, headers: Record<string, string> = {}, now = new Date()) {
  const request = new Request("http://localhost/api/feeds/x", { headers });
  const answer = await sendFeed(request, `${token}.ics`, now);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
}

function eventsIn(body: string) {
  const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
}

describe("a mum's feed", () => {
  test("switched on it tells her days to come, in titles that say nothing of her", async () => {
    const { me } = restoring;
    const token = newToken();
    await me.reports.openFeed({ key: key(), token });
    expect(await me.reports.feed({})).toEqual({ isOn: true, minuteOfDay: null });
    const { status, headers, body } = await fetched(token);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ "content-type": "text/calendar; charset=utf-8" });
    expect(headers["cache-control"]).toBe("private, no-store");
    expect(headers["set-cookie"]).toBeUndefined();
    const events = eventsIn(body);
    expect(events.length).toBeGreaterThan(8);
    for (const event of events) {
      expect(event.summary).toMatch(/^Session, \d+ minutes?$/);
      expect(event.startDate.toString() >= desk.world.today).toBe(true);
      expect(event.startDate.isDate).toBe(true);
    }
    expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
    expect(body).not.toMatch(/restor|pelvi|floor|breath|leak|heav|walk|run|restoring/i);
  });

  test("asked again it is the same, byte for byte, and costs nothing", async () => {
    const { me } = restoring;
    const token = newToken();
    await me.reports.openFeed({ key: key(), token });
    const first = await fetched(token);
    expect((await fetched(token)).body).toBe(first.body);
    const again = await fetched(token, { "if-none-match": first.headers["etag"] ?? "" });
    expect([again.status, again.body]).toEqual([304, ""]);
  });

  test("with an hour of her own the same events stand at it, in her zone, told by a higher number", async () => {
    const { me } = restoring;
    const token = newToken();
    await me.reports.openFeed({ key: key(), token });
    const before = eventsIn((await fetched(token)).body);
    await me.reports.setFeedTime({ key: key(), minuteOfDay: 390 });
    expect(await me.reports.feed({})).toEqual({ isOn: true, minuteOfDay: 390 });
    const { body } = await fetched(token);
    const after = eventsIn(body);
    expect(after.map((event) => event.uid)).toEqual(before.map((event) => event.uid));
    expect(after.every((event, at) => event.sequence > before[at]!.sequence)).toBe(true);
    expect(after[0]?.startDate.toString()).toMatch(/T06:30:00$/);
    expect(body).toContain("BEGIN:VTIMEZONE");
    await me.reports.setFeedTime({ key: key(), minuteOfDay: null });
    const back = eventsIn((await fetched(token)).body);
    expect(back.every((event, at) => event.sequence > after[at]!.sequence)).toBe(true);
  });

  test("a session that is locked is in no calendar", async () => {
    const { mum, me } = await phoneOf("heavyOnRun");
    const token = newToken();
    await me.reports.openFeed({ key: key(), token });
    const runs = mum.journey().plans.filter((plan) => plan.kind === "walk_run");
    expect(runs).not.toEqual([]);
    const { body } = await fetched(token);
    for (const plan of runs) expect(body).not.toContain(plan.planId);
  });
});

describe("the address is a secret", () => {
  test("a new one ends the old one, switching off ends it, and nobody can tell why: the same bytes", async () => {
    const { me } = restoring;
    const [old, fresh] = [newToken(), newToken()];
    const nobodys = await fetched(newToken());
    expect([nobodys.status, nobodys.body]).toEqual([404, ""]);
    await me.reports.openFeed({ key: key(), token: old });
    expect((await fetched(old)).status).toBe(200);
    await me.reports.openFeed({ key: key(), token: fresh });
    expect(await fetched(old)).toEqual(nobodys);
    expect((await fetched(fresh)).status).toBe(200);
    await me.reports.closeFeed({ key: key() });
    expect(await fetched(fresh)).toEqual(nobodys);
    expect(await me.reports.feed({})).toEqual({ isOn: false, minuteOfDay: null });
    expect(await fetched("nonsense")).toEqual(nobodys);
  });

  test("only its hash is kept, in no answer and no trail", async () => {
    const { mum, me } = restoring;
    const token = newToken();
    await me.reports.openFeed({ key: key(), token });
    for (const table of ["calendar_feed", "audit_event", "idempotency_key", "outbox"]) {
      const { rows } = await desk.db.query<{ found: boolean }>(
        `SELECT coalesce(bool_or(t::text LIKE '%' || $1 || '%'), false) AS found FROM "${table}" t`,
        [token],
      );
      expect([table, rows[0]?.found]).toEqual([table, false]);
    }
    expect(await desk.count("calendar_feed", mum.id)).toBe(1);
  });

  test("it ends with her: archived, or her account suspended", async () => {
    const { mum, me } = await phoneOf("restoring");
    const token = newToken();
    await me.reports.openFeed({ key: key(), token });
    await desk.db.query(`UPDATE client SET archived_at = now() WHERE id = $1`, [mum.id]);
    expect((await fetched(token)).status).toBe(404);
    await desk.db.query(`UPDATE client SET archived_at = NULL WHERE id = $1`, [mum.id]);
    await desk.db.query(`UPDATE "user" SET suspended_at = now() WHERE id = $1`, [mum.userId]);
    expect((await fetched(token)).status).toBe(404);
  });

  test("asked too often it waits", async () => {
    const token = newToken();
    const answers = await Promise.all(Array.from({ length: 61 }, () => fetched(token)));
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(60);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  });
});

describe("a coach's feed", () => {
  test("tells how many sessions and reviews are on a day, of her own mums and without a name", async () => {
    const { mum } = restoring;
    const token = newToken();
    await desk.owner.reports.openFeed({ key: key(), token });
    const plan = mum.journey().plans[0]!;
    const { rows } = await desk.db.query<{ coach_id: string }>(`SELECT coach_id FROM client WHERE id = $1`, [
      mum.id,
    ]);
    expect(rows[0]?.coach_id).toBe(desk.practice.owner.id);
    const session = async (clientId: string, practiceId: string, planId: string) =>
      desk.db.query(
        `INSERT INTO session (id, practice_id, client_id, plan_id, kind, level, day, pinned)
         VALUES ($1, $2, $3, $4, 'restoration', 0, $5, true)`,
        [randomUUID(), practiceId, clientId, planId, desk.world.today],
      );
    const countToday = async (of: string) => {
      const today = eventsIn((await fetched(of)).body).filter(
        (event) => event.startDate.toString() === desk.world.today && event.summary.includes("session"),
      );
      return today[0] ? Number.parseInt(today[0].summary, 10) : 0;
    };
    const before = await countToday(token);
    await session(mum.id, desk.practice.id, plan.planId);
    expect(await countToday(token)).toBe(before + 1);
    const { body } = await fetched(token);
    expect(body).not.toContain("restoring");
    expect(body).toMatch(/SUMMARY:\d+ sessions?/);
    const colleague = newToken();
    await desk.coach.reports.openFeed({ key: key(), token: colleague });
    expect(await countToday(colleague)).toBe(0);
  });

  test("a session that moves is told anew on both days: the same events, higher numbers; nothing moved, nothing said", async () => {
    const { mum } = restoring;
    const token = newToken();
    await desk.owner.reports.openFeed({ key: key(), token });
    const [monday, tuesday] = [addDays(desk.world.today, 40), addDays(desk.world.today, 41)];
    const id = randomUUID();
    await desk.db.query(
      `INSERT INTO session (id, practice_id, client_id, plan_id, kind, level, day, pinned)
       VALUES ($1, $2, $3, $4, 'restoration', 0, $5, true)`,
      [id, desk.practice.id, mum.id, mum.journey().plans[0]!.planId, monday],
    );
    const told = async () => {
      const { body } = await fetched(token);
      const events = new Map(eventsIn(body).map((event) => [event.uid, event.sequence]));
      const of = (on: Day) => events.get(`sessions-${on}-${desk.practice.owner.id}@sevenstride`);
      return { body, events, on: [of(monday), of(tuesday)] };
    };
    const move = (to: Day) => desk.db.query(`UPDATE session SET day = $2 WHERE id = $1`, [id, to]);
    const before = await told();
    expect((await told()).body).toBe(before.body);
    await move(tuesday);
    const after = await told();
    expect(after.on[1]).toBe((before.on[1] ?? -1) + 1);
    await move(monday);
    const back = await told();
    expect(back.on[0]).toBeGreaterThan(before.on[0]!);
    // Nothing else is said to have changed, and no calendar can hold two of one event.
    const others = [...back.events].filter(([uid]) => !uid.includes(monday) && !uid.includes(tuesday));
    expect(others).toEqual(
      [...before.events].filter(([uid]) => !uid.includes(monday) && !uid.includes(tuesday)),
    );
    expect(back.body.match(/^UID:/gm)).toHaveLength(back.events.size);
  });

  test("two calendars that look at once are told the same", async () => {
    const token = newToken();
    await desk.owner.reports.openFeed({ key: key(), token });
    await desk.db.query(`UPDATE calendar_feed SET told = '{}' WHERE member_id = $1`, [
      desk.practice.owner.id,
    ]);
    const both = await Promise.all([fetched(token), fetched(token), fetched(token)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(both.map(({ body }) => body.replace(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, ""))).size).toBe(1);
  });

  test("the day a sign-off is reviewed is in it", async () => {
    await desk.mum("running");
    const token = newToken();
    await desk.owner.reports.openFeed({ key: key(), token });
    expect((await fetched(token)).body).toMatch(/SUMMARY:\d+ reviews? due/);
  });
});

test("a session that moves is the same session in her feed, with a higher number", async () => {
  const { mum, me } = restoring;
  const token = newToken();
  await me.reports.openFeed({ key: key(), token });
  const { rows } = await desk.db.query<{ id: string }>(
    `SELECT id FROM session WHERE client_id = $1 AND day > current_date + 14 ORDER BY day, id LIMIT 1`,
    [mum.id],
  );
  const id = rows[0]?.id ?? "";
  const inFeed = async () => {
    const found = eventsIn((await fetched(token)).body).filter((event) => event.uid === `${id}@sevenstride`);
    return found.map((event) => ({ day: event.startDate.toString(), sequence: event.sequence }));
  };
  const [before] = await inFeed();
  expect(before).toBeDefined();
  // A coach's hand: pinned, and on another day than the plan has it.
  await desk.db.query(`UPDATE session SET pinned = true, day = day + 1 WHERE id = $1`, [id]);
  const [after, ...more] = await inFeed();
  expect(more).toEqual([]);
  expect(after?.day).toBe(new Date(Date.parse(before?.day ?? "") + 86_400_000).toISOString().slice(0, 10));
  expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
  // Nothing of it changed: nothing is counted.
  await desk.db.query(`UPDATE session SET pinned = true WHERE id = $1`, [id]);
  expect(await inFeed()).toEqual([after]);
});

test("a week her coach still writes is in no feed, on no screen, and not hers to read in Postgres either", async () => {
  const { mum, me } = await phoneOf("running");
  const token = newToken();
  await me.reports.openFeed({ key: key(), token });
  const { today } = desk.world;
  const sunday = addDays(weekStart(today), 6);
  const shows = (week: Day | null) => desk.coach.plans.showWeeks({ key: key(), clientId: mum.id, week });
  const inFeed = async () => eventsIn((await fetched(token)).body).map((event) => event.startDate.toString());
  const credentials = {
    kind: "session",
    token: await desk.world.signIn(mum.userId ?? ""),
    as: "client",
    practiceId: null,
  } as const;
  const hers = () =>
    withActor(credentials, "read", async (tx) =>
      (await tx.session.findMany({ where: { clientId: mum.id }, select: { day: true } })).map(({ day }) =>
        day?.toISOString().slice(0, 10),
      ),
    );
  const all = await inFeed();
  expect(all.some((day) => day > sunday)).toBe(true);
  expect((await hers()).some((day) => day && day > sunday)).toBe(true);

  expect(await shows(today)).toEqual({ shownUntil: sunday });
  expect(await inFeed()).toEqual(all.filter((day) => day <= sunday));
  expect((await hers()).filter((day) => !day || day > sunday)).toEqual([]);
  // What lies there is laid out all the same, and her coach sees it.
  const next = addDays(sunday, 1);
  const seen = await desk.coach.plans.calendar({ clientId: mum.id, fromDay: next, days: 14 });
  expect([seen.shownUntil, seen.sessions.length > 0]).toEqual([sunday, true]);

  await shows(addDays(today, -7));
  expect((await me.plans.today({})).sessions).toEqual([]);
  expect((await me.plans.week({})).days.flatMap((day) => day.planned)).toEqual([]);
  const planId = mum.facts.plan.findLast((row) => row.kind === "walk_run")?.id ?? "";
  expect(await refusedWith(me.plans.session({ planId }))).toBe("NOT_FOUND");
  const start = { key: key(), sessionId: key(), planId, note: null };
  expect(await refusedWith(me.plans.start(start))).toEqual({ code: "week_not_shown" });
  expect(await refusedWith(me.plans.showWeeks({ key: key(), clientId: mum.id, week: null }))).not.toBe(
    "done",
  );
  // What she did all the same is a fact.
  const did = { minutesTotal: 20, minutesRun: 0, minutesWalk: 20, effort: 2, completion: "extra" } as const;
  const log = { ...did, key: key(), sessionId: null, planId: null, kind: "walking", level: null } as const;
  await me.plans.log({
    ...log,
    doneOn: today,
    performance: null,
    supersedesId: null,
    note: null,
    findings: [],
  });

  await shows(null);
  expect((await inFeed()).filter((day) => day > today)).toEqual(all.filter((day) => day > today));
  expect(
    await refusedWith(desk.coach.plans.showWeeks({ key: key(), clientId: desk.foreign.id, week: null })),
  ).toBe("NOT_FOUND");
});

describe("when clocks change", () => {
  const DAY = 86_400_000;
  test.each(["Pacific/Auckland", "Europe/London", "America/New_York", "Pacific/Chatham"])(
    "%s: the whole feed stands at her hour on every day around both changes, as another parser reads it",
    async (zone) => {
      const { mum, me } = await phoneOf("restoring");
      const token = newToken();
      await desk.db.query(`UPDATE client SET zone = $2 WHERE id = $1`, [mum.id, zone]);
      await me.reports.openFeed({ key: key(), token });
      await me.reports.setFeedTime({ key: key(), minuteOfDay: 390 });
      const changes = clockChanges(zone, Date.now(), Date.now() + 366 * DAY);
      expect(changes).toHaveLength(2);
      for (const { at } of changes) {
        const wall = new Date(at + offsetMinutes(zone, at) * 60_000).toISOString().slice(0, 10) as Day;
        const days = [-2, -1, 0, 1, 2].map((away) => addDays(wall, away));
        await desk.db.query(
          `INSERT INTO session (id, practice_id, client_id, plan_id, kind, level, day, pinned)
           SELECT gen_random_uuid(), $1, $2, $3, 'restoration', 0, d, true FROM unnest($4::date[]) d`,
          [desk.practice.id, mum.id, mum.journey().plans[0]!.planId, days],
        );
        const { status, body } = await fetched(token, {}, new Date(at - 3 * DAY));
        expect(status).toBe(200);
        ICAL.TimezoneService.reset();
        const calendar = new ICAL.Component(ICAL.parse(body) as unknown[]);
        const [named, ...more] = calendar.getAllSubcomponents("vtimezone");
        expect([named?.getFirstPropertyValue("tzid"), more]).toEqual([zone, []]);
        const told = new ICAL.Timezone(named!);
        const events = calendar.getAllSubcomponents("vevent").map((component) => {
          const start = component.getFirstPropertyValue("dtstart") as ICAL.Time;
          start.zone = told;
          return { day: start.toString().slice(0, 10), at: start.toJSDate().getTime() };
        });
        expect(events.map((event) => event.day)).toEqual(expect.arrayContaining(days));
        // Half past six by the clock on her wall, whatever the clock did in the night.
        for (const event of events) {
          const offset = offsetMinutes(zone, event.at);
          const here = new Date(event.at + offset * 60_000).toISOString();
          expect(here.slice(0, 16)).toBe(`${event.day}T06:30`);
        }
      }
    },
  );
});
