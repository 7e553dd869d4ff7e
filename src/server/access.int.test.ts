import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { randomUUID } from "node:crypto";
import superjson from "superjson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { PERMISSIONS, type Permission, type Role, type Rule } from "../domain/access/permissions.ts";
import { openRows, type Rows } from "../test/rows.ts";
import { sampleInput } from "../test/sample.ts";
import { closeDatabases } from "./db/pools.ts";
import type { Area, Context } from "./trpc/context.ts";
import { appRouter } from "./trpc/router.ts";

// The matrix: every procedure x every role x own, same practice, other practice, ended link. Generated from the
// router, so that a procedure nobody thought of is in it. The oracle reads only the table of permissions.

type Procedure = {
  _def: { type: "query" | "mutation"; meta?: { permission: Permission }; inputs: z.ZodType[] };
};
const procedures = appRouter._def.procedures as unknown as Record<string, Procedure>;
const names = Object.keys(procedures) as Permission[];

let rows: Rows;
let world: Awaited<ReturnType<typeof makeWorld>>;

async function makeWorld() {
  rows = await openRows();
  const here = await rows.practice("Here");
  const there = await rows.practice("There");
  const mum = await here.mum("Mia");
  const sister = await here.mum("Sia");
  const far = await there.mum("Fia");
  const coach = await here.member("coach", "Cora");
  const physioUser = await rows.user("Pia");
  await here.physio("Pia", physioUser);
  const session = async (userId: string, area: Area) => ({
    sessionToken: await rows.session(userId),
    linkToken: null,
    area,
  });
  return {
    mum,
    sister,
    far,
    actors: {
      person: await session(await rows.user("Nobody"), "person"),
      client: await session(mum.userId, "client"),
      coach: await session(coach.userId, "coach"),
      owner: await session(here.owner.userId, "coach"),
      physio: await session(physioUser, "physio"),
    } satisfies Record<Role, Pick<Context, "sessionToken" | "linkToken" | "area">>,
    stranger: { sessionToken: null, linkToken: null, area: "person" as const },
    revoked: { sessionToken: randomUUID(), linkToken: null, area: "coach" as const },
  };
}

beforeAll(async () => {
  world = await makeWorld();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

/** Calls over the wire, as a browser would, and answers with status and exact body. */
async function call(
  name: Permission,
  actor: Pick<Context, "sessionToken" | "linkToken" | "area">,
  ids: Record<string, unknown> = {},
) {
  const procedure = procedures[name];
  const schema = procedure?._def.inputs[0];
  const input = JSON.stringify(superjson.serialize(schema ? sampleInput(schema, ids) : undefined));
  const base = `http://localhost/api/trpc/${name}`;
  const request =
    procedure?._def.type === "query"
      ? new Request(`${base}?input=${encodeURIComponent(input)}`)
      : new Request(base, { method: "POST", body: input, headers: { "content-type": "application/json" } });
  const response = await fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => ({ ...actor, practiceId: null, requestId: randomUUID(), now: new Date() }),
  });
  return { status: response.status, body: await response.text() };
}

const NOT_FOUND = 404;
const NOT_SIGNED_IN = 401;

describe("the table of permissions and the router are one list", () => {
  test("every procedure has its row under its own name, and every row its procedure", () => {
    expect(names.filter((name) => procedures[name]?._def.meta?.permission !== name)).toEqual([]);
    expect(Object.keys(PERMISSIONS).filter((name) => !(name in procedures))).toEqual([]);
  });
});

describe.each(names)("%s", (name) => {
  const rule: Rule = PERMISSIONS[name];

  test("a stranger and a revoked session are not signed in", async () => {
    for (const actor of [world.stranger, world.revoked]) {
      expect((await call(name, actor)).status).toBe(NOT_SIGNED_IN);
    }
  });

  test("a role without the permission is answered as if it did not exist", async () => {
    for (const [role, actor] of Object.entries(world.actors)) {
      if ((rule.roles as readonly string[]).includes(role)) continue;
      const { status } = await call(name, actor, { clientId: world.mum.id });
      expect({ role, status: [NOT_FOUND, NOT_SIGNED_IN].includes(status) }).toEqual({ role, status: true });
    }
  });

  test("a client of another practice answers byte for byte like one nobody has", async () => {
    const schema = procedures[name]?._def.inputs[0];
    const takesClient = schema !== undefined && "clientId" in Object(sampleInput(schema));
    for (const [role, actor] of Object.entries(world.actors)) {
      if (!takesClient || !(rule.roles as readonly string[]).includes(role)) continue;
      const foreign = await call(name, actor, { clientId: world.far.id });
      expect(foreign).toEqual(await call(name, actor, { clientId: randomUUID() }));
      expect({ role, status: foreign.status }).toEqual({ role, status: NOT_FOUND });
      // A physio without a live link knows nobody, not even in her own practice.
      if (rule.relation === "linked")
        expect((await call(name, actor, { clientId: world.sister.id })).status).toBe(NOT_FOUND);
    }
  });
});
