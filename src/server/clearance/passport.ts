import { z } from "zod";
import { databases } from "../db/pools.ts";
import { mayTry } from "../limits.ts";
import { step, TurnedAway } from "../visit.ts";
import { readPassportCode } from "./passport-code.ts";

type Row = { valid: boolean; signerName: string; signerTitle: string; scope: string[]; reviewBy: Date };

/**
 * Anybody with the printed code may ask whether it stands: valid or not, signer, scope, until when; nothing else. A code
 * nobody has and nonsense answer alike, and one neighbourhood of addresses has few tries.
 */
export const checkPassport = step({ code: z.string().max(64) }, async ({ code }, visit) => {
  if (!(await mayTry("passport", null, visit.addressPrefix))) throw new TurnedAway("too_many");
  const known = readPassportCode(code);
  const [row] = known
    ? await databases().auth.$queryRaw<Row[]>`
        SELECT valid, signer_name AS "signerName", signer_title AS "signerTitle", scope::text[] AS scope, review_by AS "reviewBy"
          FROM app.passport(${known})`
    : [];
  if (!row) throw new TurnedAway("not_found");
  return { ...row, reviewBy: row.reviewBy.toISOString().slice(0, 10) };
});
