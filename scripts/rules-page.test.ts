import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { BATTERIES } from "../src/domain/readiness/batteries.ts";
import { RULES } from "../src/domain/shared/rules.ts";
import { RED_FLAG_ROWS } from "../src/domain/symptoms/red-flags.ts";
import { rulesPage } from "./rules-page.ts";

test("docs/rules.md is what the rules say today (npm run rules writes it)", () => {
  const written = readFileSync(path.join(import.meta.dirname, "../docs/rules.md"), "utf8");
  expect(written).toBe(rulesPage());
});

test("every figure, battery and red flag stands on the page with its source", () => {
  const lines = rulesPage().split("\n");
  for (const row of RULES) {
    const line = lines.find((text) => text.includes(`\`${row.id}\``));
    expect(line, row.id).toContain(` ${row.value} `);
    expect(line, row.id).toContain(row.source);
  }
  for (const battery of BATTERIES)
    expect(lines.some((text) => text.includes(`\`${battery.id}\`, version ${battery.version}`))).toBe(true);
  for (const row of RED_FLAG_ROWS)
    expect(lines.some((text) => text.includes(`| ${row.sign.replaceAll("_", " ")} |`))).toBe(true);
});
