import { randomUUID } from "node:crypto";
import type { Command, CommandType } from "../../src/domain/journey/commands.ts";
import { decide } from "../../src/domain/journey/decide.ts";
import { deriveJourney } from "../../src/domain/journey/derive.ts";
import {
  FACT_KINDS,
  type ClientRecord,
  type FactKind,
  type Clearance,
  type JourneyEvent,
} from "../../src/domain/journey/facts.ts";
import { withLadders } from "../../src/domain/journey/ladders.ts";
import type { Journey } from "../../src/domain/journey/journey.ts";
import type { ActorKind } from "../../src/domain/shared/vocabulary.ts";
import { addDays, type Day } from "../../src/domain/shared/day.ts";
import { FACT_TABLES, toRow } from "../../src/server/journey/fact-tables.ts";
import { withFacts } from "../../src/server/journey/record.ts";
import { settle } from "../../src/server/journey/settle.ts";
import { instantOn } from "./instants.ts";
import { type Asked, writeLink } from "./links.ts";
import type { MemberRef, PhysioRef, Practice, VersionRef } from "./practice.ts";
import { sealedColumns } from "./sealed.ts";

export type MumInput = {
  readonly name: string;
  readonly email: string;
  readonly joinedDaysAgo: number;
  readonly coach?: MemberRef;
  /** False: invited, has not accepted yet. */
  readonly account?: boolean;
};

type Who = { readonly kind: ActorKind; readonly id: string | null };
type Identity = {
  clientId: string;
  userId: string | null;
  joinedOn: Day;
  zone: string;
  country: string;
  coachId: string;
};
/** A command as a builder writes it: the key is made here. */
export type Wish = {
  [T in CommandType]: Omit<Extract<Command, { type: T }>, "id"> & { id?: string };
}[CommandType];

/** One mum's story, written forwards: each call happens on the day reached so far. `save` writes it down. */
export class Mum {
  readonly id: string;
  readonly userId: string | null;
  readonly practice: Practice;
  #record: ClientRecord;
  #day: Day;
  #order = 0;
  readonly #asked: Asked[] = [];
  readonly #pending: { table: string; row: Record<string, unknown> }[] = [];
  readonly #identity: Identity;

  constructor(practice: Practice, identity: Identity) {
    this.practice = practice;
    this.id = identity.clientId;
    this.userId = identity.userId;
    this.#identity = identity;
    this.#day = identity.joinedOn;
    const empty = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []])) as unknown as Pick<
      ClientRecord,
      FactKind
    >;
    this.#record = {
      ...empty,
      client: {
        id: identity.clientId,
        zone: identity.zone,
        country: identity.country,
        joinedOn: identity.joinedOn,
      },
      credentialChecks: [],
      practiceRules: [],
      placed: [],
      brokenSeals: [],
      protocols: [...practice.library.values()],
    };
  }

  /** The day reached. */
  get day(): Day {
    return this.#day;
  }

  /** Who says what she says herself, and her coach. */
  get self(): Who {
    return { kind: "client", id: this.id };
  }
  get coach(): Who {
    return { kind: "coach", id: this.#identity.coachId };
  }

  /** Time passes until so many days ago. It never runs backwards. */
  on(daysAgo: number): this {
    const day = addDays(this.practice.ground.today, -daysAgo);
    if (day < this.#day) throw new Error(`${day} is before ${this.#day}: a story is written forwards`);
    if (day !== this.#day) this.#order = 0;
    this.#day = day;
    return this;
  }

  /** Her journey on the day reached. */
  journey(): Journey {
    return deriveJourney(this.#now(), this.#day);
  }

  /** The facts so far. */
  get facts(): ClientRecord {
    return this.#now();
  }

  /**
   * Somebody asks for something, and the real rules decide.
   * @returns the new facts, of which the first is usually the one asked for
   * @throws Error naming the refusal
   */
  does(who: Who, wish: Wish): readonly JourneyEvent[] {
    const command: Command = { ...wish, id: wish.id ?? randomUUID() };
    const decision = decide(this.#now(), command, { today: this.#day, newId: randomUUID });
    if (!decision.ok)
      throw new Error(`${wish.type} on ${this.#day} refused: ${JSON.stringify(decision.refusal)}`);
    const added = decision.events.map((event) => {
      this.#order += 1;
      const recordedAt = instantOn(this.#day, this.#order, this.practice.ground.today);
      const row = { ...event.row, recordedAt, recordedBy: who };
      this.#pending.push({
        table: FACT_TABLES[event.fact],
        row: toRow({
          ...row,
          ...(event.fact === "clearance" ? this.#sealed(row as never) : {}),
          practiceId: this.practice.id,
          clientId: this.id,
        }),
      });
      return { fact: event.fact, row };
    });
    this.#record = withLadders(withFacts(this.#record, added));
    for (const event of decision.events) if (event.fact === "request") this.#asked.push(event.row);
    return decision.events;
  }

  #sealed(clearance: Clearance): object {
    const assessment = this.#record.assessment.find((row) => row.id === clearance.assessmentId);
    if (!assessment) throw new Error("a sign-off without an assessment");
    return sealedColumns({ practiceId: this.practice.id, clientId: this.id }, clearance, assessment);
  }

  /** A version of the practice's library by its name. */
  protocol(slug: string): VersionRef {
    const found = this.practice.library.get(slug);
    if (!found)
      throw new Error(`no protocol ${slug}; there are ${[...this.practice.library.keys()].join(", ")}`);
    return found;
  }

  /** As the physio. */
  by(physio: PhysioRef): Who {
    return { kind: "physio", id: physio.id };
  }

  /** Writes what happened, oldest first, and her status as of today. */
  async save(): Promise<this> {
    const { db, today } = this.practice.ground;
    const facts = this.#pending.splice(0);
    if (facts.length > 0) await db.query("SELECT app.restore_facts($1)", [JSON.stringify(facts)]);
    for (const request of this.#asked.splice(0))
      await writeLink(db, request, { practiceId: this.practice.id, clientId: this.id, today });
    await settle(async (sql, ...values) => (await db.query(sql, values)).rows, this.#now(), today);
    return this;
  }

  #now(): ClientRecord {
    const signers = new Set(this.#record.clearance.map((row) => row.physioId));
    const known = this.practice.checks.filter(
      (check) => signers.has(check.physioId) && check.checkedOn <= this.#day,
    );
    return { ...this.#record, credentialChecks: known };
  }
}
