// `npm run hostile`: every file of the corpus through inspection and drawing, as an upload goes, in a table; then what it
// came to. The quick half of it is in the unit tests.
import { inspectDocument } from "../src/server/documents/inspect.ts";
import { renderPages } from "../src/server/documents/render/pages.ts";
import { CORPUS, type Hostile, typeOf } from "../src/test/hostile.ts";
import { live } from "./life.ts";

const MB = 1024 * 1024;
const MOST_GROWTH_MB = 300;

async function verdictOf(file: Hostile, bytes: Uint8Array): Promise<string> {
  const verdict = await inspectDocument({ bytes, fileName: file.fileName, declaredType: typeOf(file) });
  if (!verdict.ok) return verdict.problem;
  const { pages } = verdict.file;
  return pages === null || (await renderPages(verdict.file.bytes, pages)) ? "taken" : "damaged";
}

live(async () => {
  const counts = new Map<string, number>();
  const began = process.memoryUsage().rss;
  let [off, highest] = [0, 0];
  for (const file of CORPUS) {
    const bytes = await file.make();
    const start = performance.now();
    const verdict = await verdictOf(file, bytes);
    const ms = Math.round(performance.now() - start);
    highest = Math.max(highest, process.memoryUsage().rss);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    const isRight = verdict === file.expected;
    if (!isRight) off += 1;
    const note = isRight ? "" : `  ✗ ${file.expected} was expected`;
    process.stdout.write(`  ${verdict.padEnd(16)} ${String(ms).padStart(6)} ms  ${file.what}${note}\n`);
  }
  const growth = Math.round((highest - began) / MB);
  const table = [...counts].map(([verdict, count]) => `${verdict} ${count}`).join(", ");
  process.stdout.write(
    `\n${CORPUS.length} files: ${table}\n${off} not as expected, memory grew by ${growth} MB\n`,
  );
  return off > 0 || growth > MOST_GROWTH_MB ? 1 : 0;
}, 130);
