import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EnvError, readEnv } from "./env.ts";

const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://sevenstride_app:a@db/sevenstride",
  AUTH_DATABASE_URL: "postgresql://sevenstride_auth:b@db/sevenstride",
  NEXTAUTH_SECRET: "0123456789012345678901234567890123456789",
  APP_URL: "https://coach.example.org",
  SMTP_URL: "smtp://mail.example.org",
  MAIL_FROM: "Sevenstride <care@example.org>",
};

test("good settings come out with their types and defaults", () => {
  expect(readEnv({ ...good, PORT: "8080" })).toMatchObject({
    PORT: 8080,
    HOST: "127.0.0.1",
    DEMO: false,
    LOG_LEVEL: "info",
  });
});

test("without an address the app is at home, and an empty line means not set", () => {
  expect(readEnv({ ...good, APP_URL: "", PORT: "4000" }).APP_URL).toBe("http://localhost:4000");
});

test("everything that is missing or wrong is listed at once, without a value", () => {
  const wrong = { ...good, DATABASE_URL: "secret-nonsense", NEXTAUTH_SECRET: undefined, DEMO: "yes" };
  expect(() => readEnv(wrong)).toThrow(
    new EnvError(`Sevenstride cannot start with these settings:
  DATABASE_URL: must look like postgresql://sevenstride_app:password@host:5432/sevenstride
  NEXTAUTH_SECRET: is not set
  DEMO: must be 1 (a demo) or 0`),
  );
});

describe.each([
  ["PORT", { PORT: "70000" }, "must be between 1 and 65535"],
  ["PORT", { PORT: "http" }, "must be a number"],
  ["APP_URL", { APP_URL: "https://example.org/coach" }, "without a path"],
  ["APP_URL", { APP_URL: "http://coach.example.org" }, "must be https"],
  ["AUTH_DATABASE_URL", { AUTH_DATABASE_URL: good.DATABASE_URL }, "another role"],
  ["SMTP_URL", { SMTP_URL: undefined }, "people sign in by mail"],
  ["SMTP_URL", { SMTP_URL: "mail.example.org" }, "must look like smtps://"],
  ["S3_URL", { S3_URL: "https://s3.example.org/letters" }, "must hold key, secret and one bucket"],
  ["S3_URL", { S3_URL: "https://key:secret@s3.example.org/" }, "must hold key, secret and one bucket"],
  ["S3_URL", { S3_URL: "http://key:secret@s3.example.org/letters" }, "must be https"],
  ["MAIL_FROM", { MAIL_FROM: undefined }, "the sender people see"],
  ["NEXTAUTH_SECRET", { NEXTAUTH_SECRET: "short" }, "at least 32"],
  ["LOG_LEVEL", { LOG_LEVEL: "loud" }, "one of fatal, error"],
])("%s", (name, change, words) => {
  test(`${JSON.stringify(change)} is refused in words`, () => {
    expect(() => readEnv({ ...good, ...change })).toThrow(new RegExp(`${name}: .*${words}`));
  });
});

test("a demo needs no mail server", () => {
  const { SMTP_URL: _, MAIL_FROM: __, ...rest } = good;
  expect(readEnv({ ...rest, DEMO: "1" }).DEMO).toBe(true);
});

test("every setting is explained in .env.example, and nothing else is", () => {
  const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, file), "utf8");
  const known = [...read("env.ts").matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name = ""]) => name);
  const explained = [...read("../.env.example").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  // The scripts alone read the owner's, to migrate.
  expect(explained.toSorted()).toEqual([...new Set([...known, "OWNER_DATABASE_URL"])].toSorted());
});
