import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bornAt, lock, tryLock } from "./lock.mjs";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "sevenstride-lock-"));
  file = path.join(folder, "deep", "lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("who comes second hears who holds it, until it is let go", () => {
  const first = tryLock(file);
  expect(tryLock(file)).toEqual({ holder: process.pid });
  first.release?.();
  expect(existsSync(file)).toBe(false);
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("who waits gets it when it is let go, and is told once whom she waits for", async () => {
  const first = tryLock(file);
  const told: number[] = [];
  const waiting = lock(file, (holder) => {
    told.push(holder);
    first.release?.();
  });
  expect(await waiting).toHaveProperty("release");
  expect(told).toEqual([process.pid]);
});

test("a lock whose process is gone is taken over", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  tryLock(file).release?.();
  writeFileSync(file, `${child.pid} ${bornAt(child.pid ?? 0)}`);
  expect(tryLock(file)).toEqual({ holder: child.pid });
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("a lock whose number was given to another process since is taken over", () => {
  tryLock(file).release?.();
  writeFileSync(file, `${process.pid} another-beginning`);
  expect(tryLock(file).release).toBeTypeOf("function");
});

test("letting go of a lock that somebody else has by now does nothing", () => {
  const mine = tryLock(file);
  writeFileSync(file, "1 other");
  mine.release?.();
  expect(existsSync(file)).toBe(true);
});
