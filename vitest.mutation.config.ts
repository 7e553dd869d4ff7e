import path from "node:path";
import { defineConfig } from "vitest/config";

process.env["TZ"] = "Asia/Kathmandu";

/**
 * The tests that a mutant of the rules has to get past (`npm run test:mutation`): tables and stories, each a few
 * milliseconds. The simulated year and the random lives are left out: they would take minutes for each of thousands of
 * mutants, and a mutant that only they catch is one that a table should name.
 */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname, "src") } },
  test: {
    include: ["src/domain/{journey,clearance,symptoms,plans,readiness,attention}/**/*.test.ts"],
    exclude: ["src/domain/journey/{year,safety}.test.ts", "src/domain/journey/simulation/**"],
    setupFiles: ["src/test/strict.ts"],
    // A rule's tests stay in one process: the modules are instrumented once.
    pool: "threads",
    isolate: false,
  },
});
