import { placeOf } from "../blob-store.ts";
import { openFrom, sealFor } from "../client-seal.ts";
import { asDoorman, type Doorman } from "../db/doorman.ts";
import { databases } from "../db/pools.ts";
import { log } from "../log.ts";
import { openBytes } from "../sealed-text.ts";
import { hashOfPictures, placeForNew } from "../stored-document.ts";
import { StoreAway } from "../object-store.ts";
import { partPlace } from "./commands.ts";
import { inspectDocument, type Sound } from "./inspect.ts";
import type { Problem } from "./kinds.ts";
import { renderPages } from "./render/pages.ts";
import { scan } from "./scan.ts";

// What happens to a letter once it is all here, whoever brought it and whether or not her page is still open. Each step is
// a row; a process that dies in between leaves the letter to the next.

/** How long a letter waits for a scanner or a store that is away before it is asked again. */
const WAIT_SECONDS = 15;
/** A letter that broke as many looks is not looked at again: it would break the next process too. */
const MOST_LOOKS = 5;
/** Without a letter to look at. */
const IDLE_MS = 5_000;

type Claimed = {
  id: string;
  practice_id: string;
  client_id: string;
  file_name: string;
  declared_type: string;
  looks: number;
  wrapped: Uint8Array;
};

/** Looks at one letter that waits (this one, or whichever is due), to its end or until the scanner is back. Null: none is due. */
export async function takeUp(id: string | null = null): Promise<"ready" | "rejected" | "waits" | null> {
  const [letter] = await databases().auth.$queryRaw<Claimed[]>`SELECT * FROM app.claim_letter(${id}::uuid)`;
  if (!letter) return null;
  const reject = async (reason: Problem | "failed") => {
    await step(letter.id, "rejected", reason);
    log().info({ procedure: "documents.takeUp", verdict: reason, letter: letter.id });
    return "rejected" as const;
  };
  if (letter.looks > MOST_LOOKS) return reject("failed");
  const key = openBytes(letter.wrapped);
  const bytes = await bytesIn(letter, key);
  const verdict = await inspectDocument({
    bytes,
    fileName: letter.file_name,
    declaredType: letter.declared_type,
  });
  if (!verdict.ok) return reject(verdict.problem);
  const scanned = await scan(bytes);
  if (scanned === "infected") return reject("infected");
  if (scanned === "away") return postpone(letter.id);
  await step(letter.id, "scanned");
  const { file } = verdict;
  const pictures = file.pages === null ? [] : await renderPages(file.bytes, file.pages);
  if (pictures === null) return reject("damaged");
  await step(letter.id, "rendered");
  try {
    await keep(letter, key, file, pictures);
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    log().warn({ err: error, letter: letter.id });
    return postpone(letter.id);
  }
  return "ready";
}

/** Somebody who is needed is away: it waits, and that is no fault of the letter. */
async function postpone(id: string): Promise<"waits"> {
  await databases().auth
    .$executeRaw`SELECT app.postpone_letter(${id}::uuid, make_interval(secs => ${WAIT_SECONDS}::int))`;
  return "waits";
}

/** The same for a letter that has just come in; what goes wrong is a line in the log, and the letter is due again later. */
export async function takeUpNow(id: string): Promise<void> {
  try {
    await takeUp(id);
  } catch (error) {
    log().error({ err: error, letter: id }, "a letter could not be looked at");
  }
}

/** Looks at every letter that is due: those that waited for the scanner, and those a process left behind. Says when to come again. */
export async function takeUpAll(): Promise<number> {
  while ((await takeUp()) !== null);
  return IDLE_MS;
}

/** Forgets what never came in whole. */
export async function sweepLetters(): Promise<void> {
  await databases().auth.$executeRaw`SELECT app.sweep_letters()`;
}

async function bytesIn({ id, practice_id, client_id }: Claimed, key: Uint8Array): Promise<Buffer> {
  const whose = { practiceId: practice_id, clientId: client_id };
  const parts: Buffer[] = [];
  for (let from = 0; ; ) {
    const [part] = await databases().auth.$queryRaw<{ start: number; bytes: Uint8Array }[]>`
      SELECT start, bytes FROM app.letter_parts(${id}::uuid, ${from}::int)`;
    if (!part) return Buffer.concat(parts);
    const opened = openFrom(key, partPlace(whose, id, part.start), part.bytes);
    parts.push(opened);
    from = part.start + opened.length;
  }
}

async function step(
  id: string,
  to: "scanned" | "rendered" | "rejected",
  reason: string | null = null,
): Promise<void> {
  await databases().auth.$executeRaw`SELECT app.step_letter(${id}::uuid, ${to}::letter_step, ${reason})`;
}

/** The document, its bytes, the mum's notice and the event, all or nothing. */
function keep(letter: Claimed, key: Uint8Array, file: Sound, pictures: readonly Uint8Array[]): Promise<void> {
  const { id, practice_id: practiceId, client_id: clientId } = letter;
  const { sealed, store } = placeForNew();
  const shown = hashOfPictures(pictures.length > 0 ? pictures : [file.bytes]);
  return asDoorman(async (db: Doorman) => {
    await db.$executeRaw`SELECT app.keep_letter(${id}::uuid, ${file.fileName}, ${file.mime}, ${file.bytes.length}::int,
      ${file.pages}::int, ${sealed}::int, ${shown})`;
    const put = (bytes: Uint8Array, page: number) => {
      const blob = { practiceId, clientId, documentId: id, page };
      return store.put(db, blob, sealFor(key, placeOf(blob), bytes));
    };
    await Promise.all([file.bytes, ...pictures].map(put));
  });
}
