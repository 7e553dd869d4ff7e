import { defineConfig } from "@playwright/test";
import { browserLaunch } from "./e2e/support/browser.ts";
import { desktop, phone } from "./e2e/support/devices.ts";
import { freePort } from "./scripts/ports.ts";

// This file is read again in every worker: what was chosen once is kept in the environment they inherit.
process.env["E2E_BASE_URL"] ??= `http://localhost:${await freePort()}`;

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./e2e/support/server.ts",
  // A test that needs a second try tells of a mistake, in it or in the product.
  retries: 0,
  forbidOnly: true,
  workers: 2,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env["E2E_BASE_URL"],
    launchOptions: browserLaunch(),
    locale: "en-NZ",
    timezoneId: "Pacific/Auckland",
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    // Recording every step costs a third of the time: asked for with E2E_TRACE=1.
    trace: process.env["E2E_TRACE"] ? "retain-on-failure" : "off",
  },
  projects: [
    // A coach sits at a desk, a mum has one hand free; everybody else comes with either.
    { name: "phone", testIgnore: ["coach-*.spec.ts", "story-*.spec.ts"], use: phone },
    // Letters are refused in the same words at a desk: the narrow screen is the harder one.
    { name: "desktop", testIgnore: ["mum-*.spec.ts", "physio-letters.spec.ts"], use: desktop },
  ],
});
