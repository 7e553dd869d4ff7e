import { databases } from "../db/pools.ts";
import type { Tx } from "../db/with-actor.ts";
import { todayIn } from "../clock.ts";
import { toRecord } from "../journey/load-record.ts";
import { askOf } from "../journey/record.ts";
import { settle } from "../journey/settle.ts";
import { log } from "../log.ts";

/** Clients of one transaction: few enough that nobody who changes one of them has to wait long. */
const AT_ONCE = 20;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Turning = Pick<Tx, "$executeRaw" | "$queryRawUnsafe">;
type Claimed = { client_id: string };

/**
 * Derives anew every status, and lays out every calendar, whose day is over where she lives: a sign-off that ended in the night, weeks that went by,
 * days without a word. Safe beside other processes and beside people's changes, and done again it changes nothing.
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
        const [row] = await tx.$queryRaw<{ raw: unknown }[]>`SELECT app.record_of(${id}::uuid) AS raw`;
        await settled(tx, row?.raw, id, now);
      }
      return claimed.map((row) => row.client_id);
    },
    { timeout: 30_000 },
  );
}

/** When the rules, or Postgres, cannot make anything of her facts it is a line in the log: the others must not wait for that. */
async function settled(tx: Turning, raw: unknown, clientId: string, now: Date): Promise<void> {
  await tx.$executeRaw`SAVEPOINT one_client`;
  try {
    const record = toRecord(raw);
    await settle(askOf(tx), record, todayIn(record.client.zone, now));
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT one_client`;
    log().error({ err: error, client: clientId }, "a status could not be derived");
  }
}
