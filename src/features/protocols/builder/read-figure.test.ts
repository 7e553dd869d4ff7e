import { expect, test } from "vitest";
import { readFigure } from "./read-figure.ts";

test.each([
  ["12", 12],
  [" 7 ", 7],
  ["2,5", 2.5],
  ["2.5", 2.5],
  ["", 0],
  ["10:00", 600],
  ["1:30", 90],
  ["1:", 60],
  ["-1", null],
  ["a", null],
  ["1:300", null],
  ["1e9", null],
])("%j is %j", (text, value) => expect(readFigure(text)).toBe(value));
