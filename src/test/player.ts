// Gives the commands of one simulated life to the server and looks at both locks after each.
import { isDeepStrictEqual } from "node:util";
import { TRPCError } from "@trpc/server";
import { canRunFacts } from "../domain/clearance/gate.ts";
import type { Command, CommandOf } from "../domain/journey/commands.ts";
import type { Refusal } from "../domain/journey/decision.ts";
import { deriveJourney } from "../domain/journey/derive.ts";
import type { ClientRecord } from "../domain/journey/facts.ts";
import type { Answer, Asking, World } from "../domain/journey/simulation/world.ts";
import { addDays, type Day } from "../domain/shared/day.ts";
import { turnDays } from "../server/attention/day-turns.ts";
import { databaseRefusal, type DatabaseRefusal } from "../server/db/errors.ts";
import { toRecord } from "../server/journey/load-record.ts";
import { statusOf } from "../server/journey/status.ts";
import { Refused } from "../server/trpc/errors.ts";
import { DOORS, type Hands, NO_DOOR, signs, WITH_SIGNATURE } from "./doors.ts";
import type { Stage, StagedMum } from "./stage.ts";

type Draft = CommandOf<"recordAssessment">;

/** What became of it all. */
export type Tally = {
  /** Calls of procedures. */
  steps: number;
  refused: number;
  disagreements: string[];
  /** Evenings on which running was open by the whole lock; by Postgres's part of it alone; by neither. */
  evenings: { open: number; gate: number; shut: number };
};

type Part = {
  readonly stage: Stage;
  readonly world: World;
  readonly mum: StagedMum;
  readonly tally: Tally;
  readonly disagrees: (what: string) => void;
};

/** Gives the commands of one life to the server, and looks at both locks after each. */
export class Player {
  readonly #stage: Stage;
  readonly #world: World;
  readonly #mum: StagedMum;
  readonly #tally: Tally;
  readonly #disagrees: Part["disagrees"];
  #reached = Number.NaN;
  #turned: Day | null = null;
  /** Her facts as Postgres told them last. */
  #record: ClientRecord;
  /** What the physio has filled in and not signed. */
  #draft: Draft | null = null;

  constructor({ stage, world, mum, tally, disagrees }: Part) {
    this.#stage = stage;
    this.#world = world;
    this.#mum = mum;
    this.#tally = tally;
    this.#disagrees = disagrees;
    this.#record = world.record;
  }

  async begins(): Promise<void> {
    await this.#arrives();
    await this.#compares("joined");
    this.#world.record = this.#record;
  }

  async answers(asking: Asking): Promise<Answer> {
    await this.#arrives();
    if (asking.what === "command" && asking.command.type === "recordAssessment") {
      this.#draft = asking.command;
      return this.#world.decides(asking);
    }
    const refusal = await this.#gives(asking);
    // What was refused has left nothing behind: the next look would see it.
    if (refusal) return { decision: { ok: false, refusal }, record: this.#record };
    await this.#compares(told(asking));
    return { decision: { ok: true, events: [] }, record: this.#record };
  }

  /** The evening of a day, also of one on which nobody did anything. What nobody signed is forgotten. */
  async evening(): Promise<void> {
    await this.#arrives();
    this.#draft = null;
    this.#world.record = this.#record;
    await this.#asks("evening", true);
  }

  /** The clock goes on, and with a new day the statuses are derived anew, as they are in the product. */
  async #arrives(): Promise<void> {
    const { clock } = this.#stage;
    const { instant, today } = this.#world;
    if (instant !== this.#reached) await clock.reach(instant);
    this.#reached = instant;
    if (today !== this.#turned) await turnDays(clock.now());
    this.#turned = today;
  }

  async #gives(asking: Asking): Promise<Refusal | null> {
    const call = asking.what === "lookup" ? this.#lookup(asking) : this.#called(asking);
    if (call === null) return { code: "unknown", subject: "hold" };
    this.#tally.steps += 1;
    try {
      await patiently(call);
      return null;
    } catch (error) {
      this.#tally.refused += 1;
      const refusal = refusalOf(error);
      if (refusal) return refusal;
      this.#disagrees(`${told(asking)}: was answered with ${wrongOf(error)}`);
      return { code: "unknown", subject: "hold" };
    }
  }

  #lookup({ check }: Extract<Asking, { what: "lookup" }>) {
    const { id: key, checkedOn: _, ...found } = check;
    const seen = { register: "Public register", evidence: "Seen" };
    return async () => (await this.#stage.owner()).practice.checkCredential({ key, ...seen, ...found });
  }

  /** The procedure for a command, or null when the person has none. */
  #called({ command, by }: Extract<Asking, { what: "command" }>): (() => Promise<unknown>) | null {
    const hands = this.#hands();
    // The table ties every type to the doors of exactly that command; indexing by a union loses the tie.
    const door = (DOORS[command.type] as Partial<Record<typeof by, AnyDoor>>)[by];
    if (door === undefined) throw new Error(`nobody said whether a ${by} may ask for ${command.type}`);
    if (door === NO_DOOR) return null;
    if (door !== WITH_SIGNATURE) return () => door(hands, command);
    const draft = this.#draft;
    this.#draft = null;
    if (command.type !== "signClearance" || draft?.id !== command.assessmentId) return null;
    return () => signs(hands, draft, command);
  }

  #hands(): Hands {
    const { clientId, caller } = this.#mum;
    const { today } = this.#world;
    const record = this.#record;
    const stage = this.#stage;
    return {
      clientId,
      today,
      record,
      coach: stage.coach(),
      mum: caller(),
      physio: (requestId) => stage.physio(requestId),
      versionOf: (kind) => stage.versionOf(kind),
    };
  }

  /** Her facts as they are now, and both locks about them. */
  async #compares(after: string): Promise<void> {
    const { clientId } = this.#mum;
    const { rows } = await this.#stage.db.query<{ raw: unknown; today: Day }>(
      `SELECT app.record_of($1) AS raw, app.client_today($1)::text AS today`,
      [clientId],
    );
    const [row] = rows;
    if (!row) throw new Error("she is not there");
    if (row.today !== this.#world.today) this.#disagrees(`${after}: it is ${row.today} in Postgres`);
    this.#record = toRecord(row.raw);
    await this.#asks(after, false);
  }

  /** Postgres and the rules about the same facts: its part of the lock, and the status that is kept. */
  async #asks(after: string, isEvening: boolean): Promise<void> {
    const record = this.#record;
    const { today } = this.#world;
    const { rows } = await this.#stage.db.query<{ status: object | null; locks: Lock[] }>(
      `SELECT (SELECT to_jsonb(s) - 'client_id' - 'practice_id' FROM client_status s WHERE s.client_id = $1) AS status,
         (SELECT jsonb_agg(jsonb_build_object('on', d, 'scope', s, 'ok', app.can_run($1, d, s)))
            FROM unnest($2::date[]) d, unnest($3::text[]) s) AS locks`,
      [record.client.id, isEvening ? daysToAsk(record, today) : [today, addDays(today, 1)], SCOPES],
    );
    const [answer] = rows;
    const journey = deriveJourney(record, today);
    for (const { on, scope, ok } of answer?.locks ?? []) {
      if (ok !== canRunFacts(record, on, scope))
        this.#disagrees(`${after}: can_run for ${scope} on ${on} says ${ok}`);
      if (on !== today) continue;
      const lock = scope === "walk_run" ? journey.lock : journey.techniqueLock;
      if (lock.open && !ok)
        this.#disagrees(`${after}: the whole lock for ${scope} is open, Postgres's is shut`);
      if (isEvening && scope === "walk_run")
        this.#tally.evenings[lock.open ? "open" : ok ? "gate" : "shut"] += 1;
    }
    const { status = null } = answer ?? {};
    const derived = JSON.parse(JSON.stringify(statusOf(record, today))) as { [key: string]: unknown };
    // Until something is recorded about her there is nothing to keep.
    for (const [key, kept] of Object.entries(status ?? {}))
      if (!isDeepStrictEqual(kept, derived[key]))
        this.#disagrees(
          `${after}: ${key} is kept as ${JSON.stringify(kept)}, derived ${JSON.stringify(derived[key])}`,
        );
  }
}

type AnyDoor =
  | ((hands: Hands, command: Command) => Promise<unknown>)
  | typeof NO_DOOR
  | typeof WITH_SIGNATURE;

type Lock = { readonly on: Day; readonly scope: (typeof SCOPES)[number]; readonly ok: boolean };
const SCOPES = ["walk_run", "technique"] as const;

/** Days both are asked about: around today, and those on which something ends or begins. */
function daysToAsk(record: ClientRecord, today: Day): readonly Day[] {
  const days = [-1, 0, 1, 40].map((count) => addDays(today, count));
  const clearance = record.clearance.at(-1);
  const credential = record.credentialChecks.at(-1);
  const bornOn = record.birth
    .map((row) => row.bornOn)
    .toSorted()
    .at(-1);
  if (clearance) days.push(clearance.signedOn, clearance.reviewBy, addDays(clearance.reviewBy, 1));
  if (clearance?.earliestRunOn) days.push(addDays(clearance.earliestRunOn, -1), clearance.earliestRunOn);
  if (credential) days.push(credential.validUntil, addDays(credential.validUntil, 1));
  if (bornOn !== undefined) days.push(...[20, 21, 83, 84].map((count) => addDays(bornOn, count)));
  return [...new Set(days)];
}

/** A server that is too busy to answer asks to be asked again, and the key makes both one. */
async function patiently(call: () => Promise<unknown>, tries = 10): Promise<void> {
  try {
    await call();
  } catch (error) {
    const isBusy = error instanceof TRPCError && error.code === "SERVICE_UNAVAILABLE";
    if (!isBusy || tries === 0) throw error;
    await patiently(call, tries - 1);
  }
}

function told(asking: Asking): string {
  if (asking.what === "lookup") return `owner checkCredential ${JSON.stringify(asking.check)}`;
  return `${asking.by} ${JSON.stringify(asking.command)}`;
}

/** What the rules refused. What Postgres refused was accepted by the rules, which is a disagreement. */
function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof TRPCError) || !(error.cause instanceof Refused)) return null;
  const { refusal } = error.cause;
  return refusal.code in BY_POSTGRES ? null : (refusal as Refusal);
}

function wrongOf(error: unknown): string {
  if (!(error instanceof TRPCError)) return String(error);
  const cause = error.cause ?? error;
  return `${error.code} ${error.message}: ${cause.message} ${databaseRefusal(cause) ?? ""}`.trim();
}

const BY_POSTGRES: { readonly [K in DatabaseRefusal]: true } = {
  running_locked: true,
  signer_coaches_here: true,
  registration_in_use: true,
  not_the_signer: true,
  dated_in_future: true,
  evidence_wrong: true,
  signer_is_client: true,
  only_physio_lifts: true,
  insert_only: true,
  not_signed_in: true,
  not_allowed: true,
  points_nowhere: true,
  exists_already: true,
  out_of_bounds: true,
};
