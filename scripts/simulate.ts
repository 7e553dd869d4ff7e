// `npm run simulate [-- --seed N --mums N --days N --from N]`: thousands of mums live more than a year by the rules, and
// every evening of each everything has to hold. A life that fails is made smaller and its story is told; the seed and
// the mum's number, given again, live it again.
import { parseArgs } from "node:util";
import { ALL_INVARIANTS, type Broken, firstBroken, lifeOf } from "../src/domain/journey/simulation/run.ts";
import { shrunk } from "../src/domain/journey/simulation/shrink.ts";
import { storyOf } from "../src/domain/journey/simulation/story.ts";
import { live } from "./life.ts";
import { Plain } from "./plain.ts";

const STORIES = 3;

live(simulate, 130);

async function simulate(): Promise<number> {
  const { seed, mums, days, from } = settings();
  say(
    `seed ${seed}: ${mums} mums from number ${from}, ${days} days each, ${ALL_INVARIANTS.length} things that must hold every evening`,
  );
  const started = performance.now();
  const failed: { readonly number: number; readonly broken: Broken }[] = [];
  for (let number = from; number < from + mums; number += 1) {
    const broken = firstBroken(lifeOf(seed, number, days));
    if (broken) {
      failed.push({ number, broken });
      say(`  mum ${number}: ${broken.invariant} on day ${broken.index}`);
    }
    if ((number - from + 1) % 50 === 0) await progress(number - from + 1, mums, failed.length, started);
  }
  for (const { number, broken } of failed.slice(0, STORIES)) {
    say(`\n${storyOf(shrunk(lifeOf(seed, number, days), broken))}`);
    say(`again: npm run simulate -- --seed ${seed} --mums 1 --from ${number} --days ${days}`);
  }
  for (const { number, broken } of failed.slice(STORIES))
    say(`mum ${number}: ${broken.invariant} on day ${broken.index}: ${broken.what}`);
  say(
    `\n${mums - failed.length} of ${mums} lives hold (${mums * days} days, ${seconds(started)} s, seed ${seed})`,
  );
  return failed.length === 0 ? 0 : 1;
}

function settings() {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { seed: text, mums: text, days: text, from: text } });
  const number = (name: keyof typeof values, otherwise: number) => {
    const value = Number(values[name] ?? otherwise);
    if (!Number.isInteger(value) || value < 0) throw new Plain(`--${name} is a whole number.`);
    return value;
  };
  const ownSeed = Math.floor(Math.random() * 1_000_000);
  return {
    seed: number("seed", ownSeed),
    mums: number("mums", 5000),
    days: number("days", 400),
    from: number("from", 0),
  };
}

/** Says how far it is, and lets a Ctrl-C through. */
async function progress(done: number, all: number, failed: number, started: number): Promise<void> {
  say(`  ${done} of ${all} lives, ${failed} failed, ${seconds(started)} s`);
  await new Promise((resolve) => setImmediate(resolve));
}

function seconds(started: number): number {
  return Math.round((performance.now() - started) / 1000);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
