import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const SRC = path.join(import.meta.dirname, "..");
const EVERY_SENTENCE = path.join(SRC, "words/index.ts");
// Types leave nothing behind in the browser.
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^;"]*?from\s+)?"(\.{1,2}\/[^"]+|@\/[^"]+)"/gm;

const texts = new Map<string, string>();
function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, "utf8");
  texts.set(file, text);
  return text;
}

function importsOf(file: string): readonly string[] {
  if (!/\.tsx?$/.test(file)) return [];
  return [...textOf(file).matchAll(IMPORT)].map(([, to = ""]) =>
    to.startsWith("@/") ? path.join(SRC, to.slice(2)) : path.resolve(path.dirname(file), to),
  );
}

/** The way by which a file takes another along, or null. */
function wayTo(target: string, from: string): readonly string[] | null {
  const seen = new Set<string>([from]);
  const ways: string[][] = [[from]];
  for (const way of ways) {
    const last = way.at(-1) ?? "";
    if (last === target) return way.map((file) => path.relative(SRC, file));
    for (const next of importsOf(last)) {
      if (seen.has(next)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return null;
}

describe("the sentences of all rooms", () => {
  it("go to no browser: a page carries the rooms its layout chose, and what only formats carries none", () => {
    const ofTheBrowser = readdirSync(SRC, { recursive: true, encoding: "utf8" })
      .map((file) => path.join(SRC, file))
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && textOf(file).startsWith('"use client"'));
    expect(ofTheBrowser.length).toBeGreaterThan(50);
    expect(ofTheBrowser.map((file) => wayTo(EVERY_SENTENCE, file)).filter((way) => way !== null)).toEqual([]);
  });
});
