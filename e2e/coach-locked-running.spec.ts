// Chapter 9: no sign-off, no running. The screen says why, the API refuses with the reasons, and Postgres keeps it shut.
import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import superjson from "superjson";
import { arrives, restores } from "../prisma/seed/situations.ts";
import { addDays } from "../src/domain/shared/day.ts";
import { appRoleUrl, baseUrl, ownerUrl, superuserUrl } from "./support/server.ts";
import { expect, looksRight, type Place, test } from "./support/test.ts";

/** A mum whose physio said "not yet": she restores and walks. */
async function notYetCleared(place: Place, email: string) {
  const mum = await place.practice.mum({ name: "Tui Parata", email, joinedDaysAgo: 60 });
  const setting = {
    mum,
    physio: place.physio,
    birth: { daysAgo: 100 },
    goal: { daysPerWeek: 3, minutesPerRun: 30 },
  };
  arrives(setting);
  restores(setting, 20, 1);
  await mum.save();
  return mum;
}

const versionOf = ({ practice }: Place, slug: string) => {
  const found = practice.library.get(slug);
  if (!found) throw new Error(`no protocol ${slug}`);
  return found.versionId;
};

test("running cannot be assigned without a sign-off: the screen and the API say why", async ({
  place,
  address,
  as,
  world,
}) => {
  const mum = await notYetCleared(place, address("tui"));
  const page = await as(place.coach.userId, "desktop");

  await test.step("on the screen it is shut before it is pressed, with every reason", async () => {
    await page.goto(`/coach/clients/${mum.id}`);
    await page.getByRole("button", { name: "Assign a plan" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Assign a plan to Tui Parata" });
    const running = dialog.getByRole("region", { name: "walk and run" });
    await expect(running.getByText("Locked for her")).toBeVisible();
    await expect(running.getByText("Physio’s decision: not yet.", { exact: false })).toBeVisible();
    await expect(running.getByText(/not tested yet/).first()).toBeVisible();
    for (const button of await running.getByRole("button").all()) await expect(button).toBeDisabled();
    // What she may do is not locked with it.
    await expect(dialog.getByRole("region", { name: "walking" }).getByRole("button").first()).toBeEnabled();
    await looksRight(page, "coach-assign-locked");
  });

  await test.step("by the API it is refused with the same reasons, and nothing is written", async () => {
    const assign = (slug: string, key = randomUUID()) =>
      page.request.post("/api/trpc/plans.assign", {
        headers: { origin: baseUrl(), "content-type": "application/json", "x-area": "coach" },
        data: superjson.serialize({
          key,
          clientId: mum.id,
          protocolVersionId: versionOf(place, slug),
          startsOn: world.today,
          weekdays: [1, 3, 6],
          level: 0,
          mode: "propose",
          maxLevel: null,
        }),
      });
    const refused = await assign("walk_run");
    expect(refused.status()).toBe(422);
    const { refusal } = (await refused.json()).error.json.data;
    expect(refusal.code).toBe("run_locked");
    expect(refusal.reasons.map((reason: { code: string }) => reason.code)).toEqual(
      expect.arrayContaining(["clearance_not_yet", "battery_missing"]),
    );
    // The same call for a walk is taken: it was the rule that said no, not a mistake of the call. Replayed, it is one.
    const key = randomUUID();
    expect((await assign("walking", key)).status()).toBe(200);
    expect((await assign("walking", key)).status()).toBe(200);
    const { rows } = await world.db.query(
      "SELECT kind::text, count(*)::int AS n FROM plan WHERE client_id = $1 GROUP BY kind ORDER BY kind::text",
      [mum.id],
    );
    expect(rows).toEqual([
      { kind: "restoration", n: 1 },
      { kind: "walking", n: 2 },
    ]);
  });
});

test("by SQL running stays shut for the app's role, for the owner and for a superuser", async ({
  place,
  address,
  world,
}) => {
  const mum = await notYetCleared(place, address("tui"));
  const token = await world.signIn(place.coach.userId);
  const hash = createHash("sha256").update(token).digest();
  const insert = (slug: string, kind: string) => ({
    text: `INSERT INTO plan (id, practice_id, client_id, recorded_at, recorded_by_kind, recorded_by_id, kind, protocol_version_id, starts_on, weekdays, level, mode)
           VALUES ($1, $2, $3, now(), 'owner', $4, $5, $6, $7, '{1,3,6}', 0, 'propose')`,
    values: [
      randomUUID(),
      place.practice.id,
      mum.id,
      place.coach.id,
      kind,
      versionOf(place, slug),
      addDays(world.today, 1),
    ],
  });
  /** What Postgres says to a plan, as somebody: "taken", or the code of its no. Nothing is kept. */
  const tries = async (url: string, slug: string, kind: string, asCoach: boolean): Promise<string> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query("BEGIN");
      if (asCoach) await client.query("SELECT app.begin_session($1, 'coach', $2)", [hash, place.practice.id]);
      await client.query(insert(slug, kind));
      return "taken";
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    } finally {
      await client.end();
    }
  };

  // The application's role, with the coach's own session: her walk is taken, her run is not.
  expect(await tries(appRoleUrl(), "walking", "walking", true)).toBe("taken");
  expect(await tries(appRoleUrl(), "walk_run", "walk_run", true)).toBe("P0R01");
  // Without a session it may write nothing at all.
  expect(await tries(appRoleUrl(), "walking", "walking", false)).toBe("42501");
  for (const url of [ownerUrl(), superuserUrl()]) {
    expect(await tries(url, "walking", "walking", false)).toBe("taken");
    expect(await tries(url, "walk_run", "walk_run", false)).toBe("P0R01");
    // A run under the name of a walk is no way round.
    expect(await tries(url, "walk_run", "walking", false)).toBe("23514");
  }
});
