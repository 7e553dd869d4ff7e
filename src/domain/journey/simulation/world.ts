import { addDays, type Day, day, daysBetween } from "../../shared/day.ts";
import type { ActorKind } from "../../shared/vocabulary.ts";
import { applyEvents } from "../apply.ts";
import { STORY_PROTOCOLS } from "../build-protocols.ts";
import type { Command, CommandType } from "../commands.ts";
import type { decide } from "../decide.ts";
import type { Decision } from "../decision.ts";
import type { deriveJourney } from "../derive.ts";
import { type ClientRecord, type CredentialCheck, FACT_KINDS, type JourneyEvent } from "../facts.ts";
import type { Journey } from "../journey.ts";
import { type Chance, chanceOf, idOf } from "./chance.ts";
import type { Character } from "./character.ts";

/** The rules a life is lived by: an argument, so that a life can be lived by broken ones too. */
export type Rules = { readonly derive: typeof deriveJourney; readonly decide: typeof decide };

/** Somebody asked for something: what, on which day, what her facts were and what the rules said. */
export type Attempt = {
  readonly command: Command;
  readonly by: ActorKind;
  readonly today: Day;
  readonly before: ClientRecord;
  readonly decision: Decision;
};

/** What is put to whoever keeps her facts: a command, or what the owner found in the register. */
export type Asking =
  | { readonly what: "command"; readonly command: Command; readonly by: ActorKind }
  | { readonly what: "lookup"; readonly check: Omit<CredentialCheck, "recordedAt" | "recordedBy"> };

/** What was decided, and her facts from then on. */
export type Answer = { readonly decision: Decision; readonly record: ClientRecord };

/**
 * People act and wait for the answer: nobody in a life knows whether the rules give it at once (`World.decides`) or a
 * server with a database does.
 */
export type Acts<T = void> = Generator<Asking, T, Answer>;

/** A command as people give it: its id is made here. */
export type Asked = Command extends infer C
  ? C extends Command
    ? Omit<C, "id"> & { readonly id?: string }
    : never
  : never;

type Waiting = { readonly arrivesOn: Day; readonly command: Command };

const HOUR = 3_600_000;
const DAY_MS = 24 * HOUR;
const EPOCH = day("1970-01-01");

/**
 * One mum's world: her facts, the clock, what lies on her phone. Time goes on in instants; which calendar day an
 * instant lies in, her zone says: days of 23 and 25 hours come by themselves.
 */
export class World {
  readonly rules: Rules;
  readonly character: Character;
  readonly chance: Chance;
  record: ClientRecord;
  today: Day;
  /** Of the day that goes on; emptied when the next begins. */
  attempts: Attempt[] = [];
  /** Every log and check that reached us, as it was sent. */
  readonly arrived = new Map<string, Command>();
  /** What was sent and refused, that should not have been: a log or a symptom that is refused is lost. */
  readonly lost: { readonly command: Command; readonly refusal: string }[] = [];
  offlineUntil: Day | null = null;
  #waiting: Waiting[] = [];
  #instant: number;
  #count = 0;
  #asked = 0;
  #known: { readonly record: ClientRecord; readonly day: Day; readonly journey: Journey } | null = null;
  readonly #dayOf: (instant: number) => Day;

  constructor(character: Character, rules: Rules) {
    this.rules = rules;
    this.character = character;
    this.chance = chanceOf(character.seed, character.number);
    const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: character.zone, dateStyle: "short" });
    this.#dayOf = (instant) => calendar.format(instant) as Day;
    this.#instant = daysBetween(EPOCH, character.firstDay) * DAY_MS;
    this.today = this.#dayOf(this.#instant);
    while (!this.goOn());
    const facts = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []]));
    const client = { id: this.newId(), zone: character.zone, country: "NZ", joinedOn: this.today };
    // FACT_KINDS holds every kind, so every kind has its list.
    this.record = {
      ...facts,
      client,
      credentialChecks: [],
      practiceRules: [],
      placed: [],
      brokenSeals: [],
      protocols: Object.values(STORY_PROTOCOLS),
    } as unknown as ClientRecord;
  }

  /** Milliseconds since 1970, at the beginning of this part of her day. */
  get instant(): number {
    return this.#instant;
  }

  newId(): string {
    this.#count += 1;
    return idOf(this.character.seed, this.character.number, this.#count);
  }

  /** Her journey today; derived once for the same facts. */
  get journey(): Journey {
    if (this.#known?.record !== this.record || this.#known.day !== this.today) {
      this.#known = {
        record: this.record,
        day: this.today,
        journey: this.rules.derive(this.record, this.today),
      };
    }
    return this.#known.journey;
  }

  /** Goes on to the next part of her day (four a day), or of the next day. True when that is a new day. */
  goOn(): boolean {
    this.#instant += 6 * HOUR;
    this.#asked = 0;
    const next = this.#dayOf(this.#instant);
    if (next === this.today) return false;
    this.today = next;
    this.attempts = [];
    return true;
  }

  /** The command, given now. What the facts do not allow does not happen. */
  *asks(asked: Asked, by: ActorKind): Acts<Decision> {
    return yield* this.#gives({ id: this.newId(), ...asked }, by);
  }

  /** Her phone says it: now, or when there is network again; sometimes twice, sometimes from two devices. */
  *tells(asked: Asked): Acts {
    const command: Command = { id: this.newId(), ...asked };
    const { chance, today } = this;
    if (this.offlineUntil !== null && today < this.offlineUntil) {
      const late = daysBetween(today, this.offlineUntil) + chance.between(0, 2, command.id, "late");
      this.#waiting.push({ arrivesOn: addDays(today, late), command });
      return;
    }
    yield* this.#gives(command, "client");
    // The answer was lost on the way: the same message again, at once or days later, from whichever device.
    if (chance.happens(0.05, command.id, "again")) yield* this.#gives(command, "client");
    if (chance.happens(0.03, command.id, "later")) {
      this.#waiting.push({
        arrivesOn: addDays(today, chance.between(1, 6, command.id, "later days")),
        command,
      });
    }
  }

  /** What waited for network and arrives today, in no order. */
  *deliver(): Acts {
    const due = this.#waiting.filter((row) => row.arrivesOn <= this.today);
    if (due.length === 0) return;
    this.#waiting = this.#waiting.filter((row) => row.arrivesOn > this.today);
    for (const { command } of due.toSorted((a, b) => (a.command.id < b.command.id ? -1 : 1))) {
      yield* this.#gives(command, "client");
    }
  }

  /** A fact of the practice, not hers: the owner looked her physio up. */
  *looksUp(physioId: string, registrationNumber: string, found: boolean, validForDays: number): Acts {
    const check = {
      id: this.newId(),
      physioId,
      registrationNumber,
      checkedOn: this.today,
      validUntil: addDays(this.today, validForDays),
      found,
    };
    const { record } = yield { what: "lookup", check };
    this.record = record;
  }

  *#gives(command: Command, by: ActorKind): Acts<Decision> {
    const before = this.record;
    const { decision, record } = yield { what: "command", command, by };
    this.attempts.push({ command, by, today: this.today, before, decision });
    if (TOLD_BY_HER.has(command.type) && by === "client") this.#note(command, decision);
    this.record = record;
    return decision;
  }

  /** The answer by the rules alone: decided, and kept in memory. */
  decides(asking: Asking): Answer {
    const { record, rules, today } = this;
    if (asking.what === "lookup") {
      const stamp = { recordedAt: this.#moment(), recordedBy: { kind: "owner", id: null } } as const;
      const credentialChecks = [...record.credentialChecks, { ...stamp, ...asking.check }];
      return { decision: { ok: true, events: [] }, record: { ...record, credentialChecks } };
    }
    const { command, by } = asking;
    const decision = rules.decide(record, command, { today, newId: () => this.newId() });
    if (!decision.ok) return { decision, record };
    const stamp = { recordedAt: this.#moment(), recordedBy: { kind: by, id: null } };
    return { decision, record: applyEvents(record, frozen(decision.events), stamp) };
  }

  #note(command: Command, decision: Decision): void {
    if (decision.ok) this.arrived.set(command.id, command);
    // A birth that came in between makes older days another journey's.
    else if (decision.refusal.code !== "day_before_birth")
      this.lost.push({ command, refusal: decision.refusal.code });
  }

  /** Later than anything recorded before. Facts of one decision share it, as rows of one statement may. */
  #moment(): string {
    this.#asked += 1;
    const instant = this.#instant + this.#asked * 1000;
    const on = addDays(EPOCH, Math.floor(instant / DAY_MS));
    const seconds = Math.floor((instant % DAY_MS) / 1000);
    const two = (value: number) => String(value).padStart(2, "0");
    return `${on}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.000000Z`;
  }
}

const TOLD_BY_HER: ReadonlySet<CommandType> = new Set(["logSession", "checkSymptoms", "checkIn"]);

/** Facts are never changed: whoever tries is told so by the language. */
function frozen(events: readonly JourneyEvent[]): readonly JourneyEvent[] {
  for (const { row } of events) Object.freeze(row);
  return events;
}
