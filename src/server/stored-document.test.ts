import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { hashOfPictures } from "./stored-document.ts";

const pages = (...texts: string[]) => hashOfPictures(texts.map((text) => Buffer.from(text))).toString("hex");

test("given the same bytes cut into other pages, or in another order, then another hash", () => {
  const ways = [
    pages("ab", "c"),
    pages("a", "bc"),
    pages("abc"),
    pages("c", "ab"),
    pages("ab", "c", ""),
    pages(),
  ];
  expect(new Set(ways).size).toBe(ways.length);
  expect(pages("ab", "c")).toBe(pages("ab", "c"));
});

test("given one picture, then the hash anybody can make of the file", () => {
  expect(pages("letter")).toBe(createHash("sha256").update("letter").digest("hex"));
});
