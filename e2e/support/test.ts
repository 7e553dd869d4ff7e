// What every spec begins with: a world of its own to put people in, a way to be one of them, and an eye for
// accessibility in both lights.
import {
  test as base,
  type Browser,
  type BrowserContext,
  chromium,
  expect,
  type Page,
} from "@playwright/test";
import axe from "axe-core";
import { randomUUID } from "node:crypto";
import type { MemberRef, PhysioRef, Practice } from "../../prisma/seed/practice.ts";
import { openWorld, type World } from "../../prisma/seed/world.ts";
import { browserLaunch } from "./browser.ts";
import { desktop, phone } from "./devices.ts";
import { baseUrl, ownerUrl } from "./server.ts";

type Device = "phone" | "desktop";

/** A practice nobody else is in, with a checked physio. */
export type Place = { readonly practice: Practice; readonly physio: PhysioRef; readonly coach: MemberRef };

type Fixtures = {
  world: World;
  place: Place;
  /** An address of this test alone. */
  address: (name: string) => string;
  /** A page of somebody signed in (or of a stranger, for null), on a phone or at a desk. */
  as: (userId: string | null, device: Device) => Promise<Page>;
  /** The same in a browser of its own: of two windows of one browser the one behind may draw nothing for a while. */
  asElsewhere: (userId: string, device: Device) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from this pattern
  world: async ({}, use) => {
    const world = await openWorld(ownerUrl());
    await use(world);
    await world.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: see above
  address: async ({}, use) => {
    const run = randomUUID().slice(0, 8);
    await use((name) => `${name}.${run}@example.org`);
  },
  place: async ({ world, address }, use) => {
    const practice = await world.practice({
      name: "Harbour Runners",
      owner: { name: "Claire Whitfield", email: address("claire") },
      // Second factors have specs of their own; a demo practice asks for none.
      isDemo: true,
    });
    const physio = await practice.physio({
      name: "Ruth Adeyemi",
      email: address("ruth"),
      clinic: "Harbour Physio",
    });
    await practice.checkCredential(physio, 300);
    await use({ practice, physio, coach: practice.owner });
  },
  as: async ({ browser, world }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (userId, device) => {
      const page = await pageOf(browser, world, userId, device);
      opened.push(page.context());
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  asElsewhere: async ({ world }, use) => {
    const opened: Browser[] = [];
    await use(async (userId, device) => {
      const browser = await chromium.launch(browserLaunch());
      opened.push(browser);
      return pageOf(browser, world, userId, device);
    });
    await Promise.all(opened.map((browser) => browser.close()));
  },
});

async function pageOf(browser: Browser, world: World, userId: string | null, device: Device): Promise<Page> {
  const context = await browser.newContext({
    ...(device === "phone" ? phone : desktop),
    baseURL: baseUrl(),
    locale: "en-NZ",
  });
  if (userId) {
    const value = await world.signIn(userId);
    await context.addCookies([
      { name: "sevenstride.session", value, url: baseUrl(), httpOnly: true, sameSite: "Lax" },
    ]);
  }
  const page = await context.newPage();
  // A page that complains is a page with a mistake.
  page.on("pageerror", (error) => {
    throw error;
  });
  return page;
}

export { expect };

const LIGHTS = ["light", "dark"] as const;
/** Between the lights only colours change: structure and names are looked at once. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong with the page as it stands (there are no frames), asked for nothing but faults. */
async function faultsOf(page: Page, rules: readonly string[] | null): Promise<string[]> {
  return page.evaluate(async (only) => {
    const { axe: eye } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await eye.run(document, {
      resultTypes: ["violations"],
      // Every style sheet is our own and there already.
      preload: false,
      ...(only && { runOnly: [...only] }),
    });
    return violations.map((row) => `${row.id}: ${row.nodes.map((node) => node.target.join(" ")).join(", ")}`);
  }, rules);
}

/** The screen, once it has arrived, has no accessibility fault, in light and in dark, and no sideways scrolling. */
export async function looksRight(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  // A page behind another draws its new light when it likes.
  await page.bringToFront();
  await page.evaluate(axe.source);
  for (const light of LIGHTS) {
    await page.emulateMedia({ colorScheme: light, reducedMotion: "reduce" });
    await page.waitForFunction(
      (isDark) => matchMedia("(prefers-color-scheme: dark)").matches === isDark,
      light === "dark",
    );
    const found = await faultsOf(page, light === "dark" ? OF_COLOUR : null);
    expect(found, `${name} in ${light}`).toEqual([]);
    if (process.env["E2E_SCREENS"]) {
      await page.screenshot({ path: `${process.env["E2E_SCREENS"]}/${name}-${light}.png`, fullPage: true });
    }
  }
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: "light" });
}
