import { afterEach, expect, test, vi } from "vitest";
import { keepScreenOn } from "./wake-lock.ts";

/** A phone whose screen can be kept on: how many hold it, and how she looks away and comes back. */
function phone(refuses = false) {
  let held = 0;
  const listeners = new Set<() => void>();
  const document = {
    visibilityState: "visible",
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const request = () => {
    if (refuses) return Promise.reject(new Error("battery low"));
    held += 1;
    let isMine = true;
    const release = () => {
      if (isMine) held -= 1;
      isMine = false;
      return Promise.resolve();
    };
    // The browser itself lets go when the page is hidden.
    listeners.add(() => void (document.visibilityState === "hidden" && release()));
    return Promise.resolve({ release });
  };
  vi.stubGlobal("navigator", { wakeLock: { request } });
  vi.stubGlobal("document", document);
  const see = async (state: "visible" | "hidden") => {
    document.visibilityState = state;
    for (const listener of listeners) listener();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { held: () => held, see };
}
afterEach(() => vi.unstubAllGlobals());

test("the screen stays on for as long as it is asked to, and again when she comes back", async () => {
  const { held, see } = phone();
  const stop = keepScreenOn();
  await see("visible");
  expect(held()).toBeGreaterThan(0);
  await see("hidden");
  expect(held()).toBe(0);
  await see("visible");
  expect(held()).toBe(1);
  stop();
  await see("visible");
  expect(held()).toBe(0);
});

test("a session that ends while the phone is still asked leaves no screen on", async () => {
  const { held } = phone();
  keepScreenOn()();
  await new Promise(setImmediate);
  expect(held()).toBe(0);
});

test("a phone that refuses or cannot fails at nothing", async () => {
  phone(true);
  expect(keepScreenOn()).not.toThrow();
  await new Promise(setImmediate);
  vi.stubGlobal("navigator", {});
  expect(keepScreenOn()).not.toThrow();
});
