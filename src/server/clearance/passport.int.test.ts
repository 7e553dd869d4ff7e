import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearedMum, openRows, type Rows } from "../../test/rows.ts";
import { closeDatabases } from "../db/pools.ts";
import { newPassportCode } from "./passport-code.ts";
import { checkPassport } from "./passport.ts";

let rows: Rows;
const code = newPassportCode();
beforeAll(async () => {
  rows = await openRows();
  const mum = await clearedMum(rows, await rows.practice(), { clearance: { passport_code: code } });
  await mum.confirm();
  await mum.credential();
});
afterAll(async () => {
  await closeDatabases();
  await rows.close();
});

const ask = async (body: object, origin = "http://localhost:3000", from = "203.0.113.7") => {
  const response = await checkPassport(
    new Request("http://localhost:3000/api/passport", {
      method: "POST",
      headers: { origin, "content-type": "application/json", "x-forwarded-for": from },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, body: (await response.json()) as unknown };
};

describe("a printed passport", () => {
  test("given its code, however typed, then valid, signer, scope and until when, and not one word more", async () => {
    const { status, body } = await ask({ code: ` ${code.toLowerCase().replaceAll("-", " ")} ` });
    expect(status).toBe(200);
    expect(body).toEqual({
      valid: true,
      signerName: "Pia Physio",
      signerTitle: "Physiotherapist",
      scope: ["walk", "walk_run"],
      reviewBy: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  test("given a code nobody has, half a code and nonsense, then one and the same answer", async () => {
    const answers = await Promise.all(
      [newPassportCode(), code.slice(0, 9), "' OR 1=1 --", ""].map((one) => ask({ code: one })),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
  });

  test("given another site's page or more fields than asked for, then refused", async () => {
    expect((await ask({ code }, "https://evil.example")).status).toBe(403);
    expect((await ask({ code, practiceId: randomUUID() })).status).toBe(400);
  });

  test("given one neighbourhood that guesses on and on, then it has to wait", async () => {
    let status = 0;
    for (let n = 0; n < 120 && status !== 429; n += 1)
      status = (await ask({ code: newPassportCode() }, undefined, `198.51.100.${n % 250}`)).status;
    expect(status).toBe(429);
  });
});
