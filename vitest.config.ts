import path from "node:path";
import { defineConfig } from "vitest/config";

// Far from everybody, and off by a quarter of an hour: code that forgets about zones fails at home already.
process.env["TZ"] = "Asia/Kathmandu";

const INT = ["src", "prisma", "scripts"].map((folder) => `${folder}/**/*.int.test.ts`);
const here = (file: string) => path.resolve(import.meta.dirname, file);

export default defineConfig({
  resolve: { alias: { "@": here("src"), "server-only": here("src/test/server-only.ts") } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // A test that was left out by hand must not look like one that passed.
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          exclude: INT,
          setupFiles: ["src/test/strict.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "int",
          include: INT,
          globalSetup: ["src/test/int-global.ts"],
          setupFiles: ["src/test/strict.ts", "src/test/int-setup.ts"],
          // Other people's zone changes nothing in the database, and a starting server takes a moment.
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
