import type { ClientRecord } from "../../domain/journey/facts.ts";
import { databases } from "../db/pools.ts";
import { SealTurned } from "../db/seal-turned.ts";
import type { Tx } from "../db/with-actor.ts";
import { todayIn } from "../clock.ts";
import { trusted } from "../journey/load-record.ts";
import { askOf } from "../journey/record.ts";
import { remind } from "../journey/remind.ts";
import { settle } from "../journey/settle.ts";
import { log } from "../log.ts";

/** Clients of one transaction: few enough that nobody who changes one of them has to wait long. */
const AT_ONCE = 20;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Turning = Pick<Tx, "$executeRaw" | "$queryRaw" | "$queryRawUnsafe">;
type Claimed = { client_id: string };

/**
 * Derives anew every status, lays out every calendar, and tells people what is due, for all whose day is over where she
 * lives: a sign-off that ended in the night, weeks that went by, days without a word, a physio who has not answered. Safe beside other processes and beside people's changes, and done again it changes nothing.
 * @returns how many were derived
 */
export async function turnDays(now: Date): Promise<number> {
  let turned = 0;
  for (let after = FIRST; ; ) {
    const ids = await turnSome(now, after);
    turned += ids.length;
    const last = ids.at(-1);
    if (ids.length < AT_ONCE || last === undefined) return turned;
    after = last;
  }
}

async function turnSome(now: Date, after: string): Promise<readonly string[]> {
  return databases().auth.$transaction(
    async (tx) => {
      const claimed = await tx.$queryRaw<Claimed[]>`
        SELECT client_id FROM app.claim_stale_statuses(${now}::timestamptz, ${after}::uuid, ${AT_ONCE}::int)`;
      for (const { client_id: id } of claimed) {
        await settled(tx, id, now);
      }
      return claimed.map((row) => row.client_id);
    },
    { timeout: 30_000 },
  );
}

async function recordIn(tx: Turning, clientId: string): Promise<ClientRecord> {
  const read = async () => {
    const [row] = await tx.$queryRaw<{ raw: unknown }[]>`SELECT app.record_of(${clientId}::uuid) AS raw`;
    return trusted(tx, row?.raw);
  };
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SealTurned)) throw error;
    await tx.$executeRaw`SELECT app.note_seal(${error.clearanceId}::uuid, ${error.fits})`;
    return read();
  }
}

/** When the rules, or Postgres, cannot make anything of her facts it is a line in the log: the others must not wait for that. */
async function settled(tx: Turning, clientId: string, now: Date): Promise<void> {
  await tx.$executeRaw`SAVEPOINT one_client`;
  try {
    const record = await recordIn(tx, clientId);
    const today = todayIn(record.client.zone, now);
    // A reminder to a physio is a fact of hers: what is derived comes after it.
    const isTold = await remind(askOf(tx), record, today);
    await settle(askOf(tx), isTold ? await recordIn(tx, clientId) : record, today);
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT one_client`;
    log().error({ err: error, client: clientId }, "a status could not be derived");
  }
}
