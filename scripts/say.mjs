// What a script says while it works: one line a step, with its time. Plain JavaScript for the same reason as lock.mjs.

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/**
 * Does one step and says so in one line when it is done. A step that answers with a text has that text as its line.
 * @template T
 * @param {string} doing what is going on, "Building"
 * @param {() => T | Promise<T>} work
 * @param {(result: T) => string} [done] what to say afterwards, "Built 41 pages"
 * @returns {Promise<T>}
 */
export async function step(doing, work, done = () => doing) {
  const began = performance.now();
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  … ${doing}`);
  try {
    const result = await work();
    if (live) process.stdout.write("\r\u001b[K");
    process.stdout.write(
      `  ✓ ${done(result).padEnd(58)} ${seconds(performance.now() - began).padStart(7)}\n`,
    );
    return result;
  } catch (error) {
    if (live) process.stdout.write("\r\u001b[K");
    process.stdout.write(`  ✗ ${doing.padEnd(58)} ${seconds(performance.now() - began).padStart(7)}\n`);
    throw error;
  }
}
