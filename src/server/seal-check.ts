import { fromRows, type SealedRows } from "./clearance/signed-record.ts";
import { verifySeal } from "./clearance/seal.ts";
import { SealTurned } from "./db/seal-turned.ts";

// Whoever reads a mum's record asks whether her newest sign-off is still what was sealed. A signature is checked once for
// rows that look as they look now; after that it costs a look into a map.

/** As `app.record_of` tells the newest sign-off: a hash of its rows as they lie there now. */
export type Sealed = { readonly id: string; readonly print: string };

/** Verdicts of this process by rows, the oldest forgotten first. 100 bytes each. */
const verdicts = new Map<string, boolean>();
const MOST = 20_000;

type Asking = { $queryRaw<T>(sql: TemplateStringsArray, ...values: unknown[]): Promise<T> };
type Told = SealedRows & { readonly fits: boolean };

const rowsOf = async (tx: Asking, id: string): Promise<Told | null> => {
  const [row] = await tx.$queryRaw<{ told: Told | null }[]>`SELECT app.sealed_rows(${id}::uuid) AS told`;
  return row?.told ?? null;
};

function fitsNow(rows: SealedRows): boolean {
  try {
    const { record, seal } = fromRows(rows);
    return verifySeal(record, seal) === "intact";
  } catch {
    // Rows that cannot even be written as a record.
    return false;
  }
}

async function verdictOf(tx: Asking, { id, print }: Sealed): Promise<boolean> {
  const known = verdicts.get(print);
  if (known !== undefined) return known;
  const rows = await rowsOf(tx, id);
  // Not hers to see, and so not hers to judge.
  if (!rows) return true;
  const fits = fitsNow(rows);
  verdicts.set(print, fits);
  const [oldest] = verdicts.keys();
  if (verdicts.size > MOST && oldest !== undefined) verdicts.delete(oldest);
  return fits;
}

/**
 * Nothing is decided on a sign-off before its seal was looked at.
 * @throws SealTurned when the answer is another than the one Postgres knows: it is written down first (`note_seal`), and
 * the work is done again on what holds then.
 */
export async function heedSeal(tx: Asking, sealed: Sealed | null, broken: readonly string[]): Promise<void> {
  if (!sealed) return;
  const fits = await verdictOf(tx, sealed);
  if (fits === broken.includes(sealed.id)) throw new SealTurned(sealed.id, fits);
}

/** The same for one that is about to be shown or handed out, whether or not it is the newest. */
export async function heedSealOf(tx: Asking, clearanceId: string): Promise<void> {
  const rows = await rowsOf(tx, clearanceId);
  if (!rows) return;
  const fits = fitsNow(rows);
  if (fits !== rows.fits) throw new SealTurned(clearanceId, fits);
}
