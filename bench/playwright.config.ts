// `npm run bench [-- name]`: what is measured in a browser by command, never as a test of the house.
import base from "../playwright.config.ts";

export default {
  ...base,
  testDir: ".",
  testMatch: "*.bench.ts",
  outputDir: "../test-results",
  globalSetup: "../e2e/support/server.ts",
  workers: 1,
  projects: (base.projects ?? []).map(({ name, use }) => ({ name, use })),
};
