// People of the physio's road for integration tests, by plain SQL as the superuser.
import { createHash, randomUUID } from "node:crypto";
import type { Measures } from "../domain/clearance/measures.ts";
import { dayFromNow, type Rows } from "./rows.ts";
import type { Context } from "../server/trpc/context.ts";
import { appRouter } from "../server/trpc/router.ts";

export const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();

/** Calls procedures as somebody, through the one door. */
export function callerOf(tokens: Partial<Context>) {
  const caller = appRouter.createCaller({
    sessionToken: null,
    linkToken: null,
    area: "person",
    practiceId: null,
    requestId: randomUUID(),
    now: new Date(),
    ...tokens,
  });
  return withEyes(caller);
}

/** Stands in a form for the hash of what lies before her when she sends it: her page has it from there. */
export const AS_SHOWN = "f".repeat(64);

/** A caller whose signatures carry the hash of her own view, as her page's do. */
function withEyes<T extends ReturnType<typeof appRouter.createCaller>>(caller: T): T {
  const looks = async <F extends { requestId: string; seen: string }>(form: F): Promise<F> => {
    if (form.seen !== AS_SHOWN) return form;
    const view = await caller.clearance.forPhysio({ requestId: form.requestId }).catch(() => null);
    return { ...form, seen: view?.seen ?? AS_SHOWN };
  };
  const clearance = new Proxy(caller.clearance, {
    get: (of, name) =>
      name === "sign" || name === "toSign"
        ? async (form: never) => of[name](await looks(form))
        : of[name as keyof typeof of],
  });
  return new Proxy(caller, {
    get: (of, name) => (name === "clearance" ? clearance : of[name as keyof T]),
  });
}
export type Caller = ReturnType<typeof callerOf>;

type Practice = Awaited<ReturnType<Rows["practice"]>>;

/** A mum after her intake: 100 days after birth, with a goal. `shares` are the categories she lets a physio see. */
export async function ready(rows: Rows, practice: Practice, shares: readonly string[] = []) {
  const mum = await practice.mum("Mere");
  await mum.fact("birth", {
    born_on: dayFromNow(-100),
    mode: "vaginal",
    tear: "second",
    babies: 1,
    gestation_weeks: 39,
  });
  await mum.fact("goal", { set_on: dayFromNow(-20), days_per_week: 3, minutes_per_run: 30 });
  await mum.fact("intake", {
    completed_on: dayFromNow(-20),
    ran_before_km_per_week: 25,
    feeding: "breast",
    pelvic_history: false,
    words: "CANARY-INTAKE",
  });
  for (const purpose of shares) await mum.fact("consent", { purpose, given: true, wording_version: "1" });
  return mum;
}

/** A live session of a link, as if she had proved her address a moment ago. */
export async function linkSession(rows: Rows, requestId: string, stepUp = true): Promise<Caller> {
  return callerOf({ area: "physio", linkToken: await linkToken(rows, requestId, stepUp) });
}

/** The token of such a session. */
export async function linkToken(rows: Pick<Rows, "db">, requestId: string, stepUp = true): Promise<string> {
  const token = randomUUID();
  await rows.db.query(
    `INSERT INTO link_session (id, token_hash, link_id, expires_at, device, step_up_at)
     SELECT $1, $2, id, now() + interval '1 hour', 'test', CASE WHEN $4 THEN now() END
       FROM physio_link WHERE request_id = $3 AND revoked_at IS NULL ORDER BY created_at DESC LIMIT 1`,
    [randomUUID(), sha256(token), requestId, stepUp],
  );
  return token;
}

/** A letter in the database as the upload leaves it. */
export async function letterIn(
  rows: Rows,
  practiceId: string,
  { clientId, requestId, physioId }: { clientId: string; requestId: string; physioId: string },
  text: string,
) {
  const id = randomUUID();
  await rows.db.query(
    `INSERT INTO document (id, practice_id, client_id, request_id, source, uploaded_by_id, file_name, mime, size, sha256)
     VALUES ($1, $2, $3, $4, 'physio', $5, 'letter.pdf', 'application/pdf', $6, $7)`,
    [id, practiceId, clientId, requestId, physioId, text.length, sha256(text)],
  );
  await rows.db.query(
    `INSERT INTO document_chunk (practice_id, document_id, number, bytes) VALUES ($1, $2, 0, $3)`,
    [practiceId, id, Buffer.from(text)],
  );
  const hash = sha256(text).toString("hex");
  return { id, sha256: hash, shown: hash };
}

/** What a call was refused with: a domain's or Postgres's code, or the code of the door. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return code === "UNPROCESSABLE_CONTENT" ? message : code;
  }
}

/** Everything a physio signs, as the form sends it. */
export function signing(requestId: string, changes: object = {}) {
  return {
    key: randomUUID(),
    requestId,
    assessment: {
      assessedOn: dayFromNow(-1) as never,
      restorationOk: true,
      findings: "CANARY-FINDINGS",
      homeProgramme: "Daily",
      measures: null as Measures | null,
    },
    clearance: {
      decision: "cleared_with_conditions" as const,
      scope: ["walk" as const, "technique" as const, "walk_run" as const],
      conditions: [{ kind: "max_run_minutes" as const, minutes: 20 }, { kind: "flat_only" as const }],
      reviewBy: dayFromNow(84) as never,
      earliestRunOn: null,
      earliestRunReason: null,
      earlierTestsCount: true,
    },
    signer: {
      name: "Pia Physio",
      title: "Physiotherapist",
      regulator: "Physiotherapy Board of New Zealand",
      registrationNumber: `70-${randomUUID().slice(0, 8)}`,
      practisingYear: new Date().getUTCFullYear() + 1,
    },
    statementId: "signing_2026_11" as const,
    seen: AS_SHOWN,
    documents: [] as { id: string; sha256: string; shown: string }[],
    ...changes,
  };
}
