// How long a practised person needs for a way through a page: the keystroke-level model (Card, Moran, Newell: The
// keystroke-level model for user performance time with interactive systems, CACM 23 (7), 1980) on top of what the browser
// and the server really took. Operators in seconds, as published; a finger's tap is taken as pointing and one press.
import type { Locator, Page } from "@playwright/test";

const SECONDS = {
  /** A key, average skilled typist (55 words a minute: 0.20; this is the average of all typists). */
  K: 0.28,
  /** Pointing to a target with the mouse. */
  P: 1.1,
  /** A press of the mouse button, down and up. */
  B: 0.2,
  /** The hand from mouse to keyboard or back. */
  H: 0.4,
  /** Deciding what comes next. */
  M: 1.35,
} as const;
type Operator = keyof typeof SECONDS;

export function stopwatch(page: Page) {
  const count: Record<Operator, number> = { K: 0, P: 0, B: 0, H: 0, M: 0 };
  let taps = 0;
  let system = 0;
  const add = (operators: string) => {
    for (const operator of operators) count[operator as Operator] += 1;
  };
  /** Runs what the machine does and counts only that: the time until `until` is to be seen. */
  const machine = async (work: () => Promise<unknown>) => {
    const before = performance.now();
    await work();
    system += (performance.now() - before) / 1000;
  };
  return {
    machine,
    /** One tap or click on the page. */
    press: async (target: Locator) => {
      add("MPB");
      taps += 1;
      await target.click();
    },
    /** Into a field: pressed, typed, hand back to the mouse. */
    type: async (target: Locator, text: string) => {
      add(`MPBHH${"K".repeat(text.length)}`);
      taps += 1;
      await target.fill(text);
    },
    /** To the next field by the tab key, typed on. */
    typeOn: async (text: string) => {
      add(`K${"K".repeat(text.length)}`);
      await page.keyboard.press("Tab");
      await page.keyboard.type(text);
    },
    /** Outside our page: pressing in her mail or in the dialogue of her files. */
    elsewhere: (presses: number) => {
      add("MPB".repeat(presses));
      taps += presses;
    },
    told: () => {
      const human = (Object.keys(SECONDS) as Operator[]).reduce(
        (sum, one) => sum + count[one] * SECONDS[one],
        0,
      );
      return { taps, keys: count.K, decisions: count.M, human, system, seconds: human + system };
    },
  };
}
