import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorld, type World } from "../../../../../prisma/seed/world.ts";
import { env } from "@/env.ts";
import { sessionCookieName } from "@/server/account/cookies.ts";
import { closeDatabases } from "@/server/db/pools.ts";
import { GET, POST } from "./route.ts";

let world: World;
let cookie: string;
let clientId: string;
beforeAll(async () => {
  world = await openWorld(process.env["OWNER_DATABASE_URL"] ?? "");
  const practice = await world.practice({ name: "P", owner: { name: "Olive", email: "olive@example.org" } });
  const mum = await practice.mum({ name: "Mia", email: "mia@example.org", joinedDaysAgo: 3 });
  await mum.save();
  clientId = mum.id;
  cookie = `${sessionCookieName()}=${await world.signIn(mum.userId ?? "")}`;
});
afterAll(async () => {
  await closeDatabases();
  await world.close();
});

const origin = () => env().APP_URL;
const body = (daysPerWeek = 3) =>
  JSON.stringify(superjson.serialize({ key: randomUUID(), daysPerWeek, minutesPerRun: 30 }));
const post = (headers: Record<string, string>, content: BodyInit = body(), path = "clients.setGoal") =>
  POST(
    new NextRequest(`${origin()}/api/trpc/${path}`, {
      method: "POST",
      body: content,
      headers: {
        cookie,
        "x-area": "client",
        "content-type": "application/json",
        origin: origin(),
        ...headers,
      },
    }),
  );
const goals = async () =>
  Number((await world.db.query("SELECT count(*) AS n FROM goal WHERE client_id = $1", [clientId])).rows[0].n);

describe("a change comes from our own pages or not at all", () => {
  test("given our own page, then it is done, and the answer is nobody else's to keep", async () => {
    const before = await goals();
    const response = await post({ "sec-fetch-site": "same-origin" });
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await goals()).toBe(before + 1);
  });

  test("given a page that another person left open, then it waits for her, and nothing is done", async () => {
    const before = await goals();
    expect((await post({ "x-owner": randomUUID() }, body(4))).status).toBe(401);
    expect(await goals()).toBe(before);
    expect((await post({ "x-owner": clientId }, body(4))).status).toBe(200);
    expect(await goals()).toBe(before + 1);
  });

  test.each<[string, Record<string, string>, number]>([
    ["a foreign origin", { origin: "https://evil.example" }, 403],
    ["no origin to speak of", { origin: "null" }, 403],
    ["a sibling site", { "sec-fetch-site": "same-site" }, 403],
    ["another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a form's multipart body", { "content-type": "multipart/form-data; boundary=x" }, 415],
    ["a form's text body", { "content-type": "text/plain" }, 415],
    ["a body without a length", { "transfer-encoding": "chunked" }, 411],
    ["bytes", { "content-type": "application/octet-stream" }, 415],
  ])("given %s, then it is refused and nothing is written", async (_, headers, status) => {
    const before = await goals();
    expect((await post(headers)).status).toBe(status);
    expect(await goals()).toBe(before);
  });

  test("given a body larger than anything we ask for, then it is refused before it is read", async () => {
    expect((await post({ "content-length": String(300 * 1024) }, "x".repeat(300 * 1024))).status).toBe(413);
  });
});

test("a batch of ten is answered, of eleven refused", async () => {
  const ask = (count: number) => {
    const input = encodeURIComponent(
      JSON.stringify(
        Object.fromEntries(Array.from({ length: count }, (_, i) => [i, superjson.serialize({})])),
      ),
    );
    const path = Array.from({ length: count }, () => "clients.consents").join(",");
    return GET(
      new NextRequest(`${origin()}/api/trpc/${path}?batch=1&input=${input}`, {
        headers: { cookie, "x-area": "client" },
      }),
    );
  };
  expect((await ask(10)).status).toBe(200);
  expect((await ask(11)).status).toBe(400);
});

test("an answer to somebody who is not signed in says so and nothing else", async () => {
  const response = await GET(
    new NextRequest(
      `${origin()}/api/trpc/clients.consents?input=${encodeURIComponent(JSON.stringify(superjson.serialize({})))}`,
    ),
  );
  expect(response.status).toBe(401);
  expect(JSON.parse(await response.text())).toEqual({
    error: {
      json: {
        message: "not_signed_in",
        code: -32001,
        data: { code: "UNAUTHORIZED", httpStatus: 401, issues: null, refusal: null },
      },
    },
  });
});
