import { DEFAULT_BATTERY } from "../readiness/batteries.ts";
import { addDays, type Day, day, daysBetween, weekStart } from "../shared/day.ts";
import type { ActorKind, Finding, RequestKind } from "../shared/vocabulary.ts";
import { applyEvents, type Stamp } from "./apply.ts";
import {
  asking,
  assessing,
  type BirthTerms,
  type GoalTerms,
  intake,
  logging,
  noticing,
  passing,
  type Physio,
  planning,
  type PlanTerms,
  type SessionTerms,
  signing,
  STORY_PHYSIO,
  type Terms,
  type Told,
} from "./build-commands.ts";
import { STORY_PROTOCOLS } from "./build-protocols.ts";
import type { Command } from "./commands.ts";
import { decide } from "./decide.ts";
import type { Decision } from "./decision.ts";
import { deriveJourney } from "./derive.ts";
import {
  type ClientRecord,
  FACT_KINDS,
  type FactKind,
  type FactRows,
  type ProtocolOutline,
} from "./facts.ts";
import type { Journey } from "./journey.ts";
import type { ProtocolKind } from "./steps.ts";

/** Where a story starts. */
export type Start = {
  readonly today: Day;
  /** Tells mums apart: it is in every id. */
  readonly number: number;
  readonly protocols: readonly ProtocolOutline[];
  readonly physio: Physio;
  readonly zone: string;
  readonly country: string;
};

type State = Start & { readonly record: ClientRecord; readonly count: number };

const ACTORS: { readonly [T in Command["type"]]?: ActorKind } = {
  recordAssessment: "physio",
  signClearance: "physio",
  withdrawClearance: "physio",
  requestAssessment: "coach",
  openStep: "coach",
  closeStep: "coach",
  acceptRevisit: "coach",
  recordBattery: "coach",
  acknowledgeRedFlag: "coach",
  setPainBands: "coach",
  assignPlan: "coach",
  changePlan: "coach",
  showWeeks: "coach",
  reviewTechnique: "coach",
};

/**
 * Begins a mum's story, for tests and for the demo practice: `aMum().bornWeeksAgo(14).cleared().record`. Every step of
 * it goes through `decide`, so that nobody is told of who could not be; `fact` writes one past the rules where a test
 * needs the impossible. Pure: the day, the ids and the times come from the start.
 */
export function aMum(start: Partial<Start> = {}): Mum {
  const given: Start = {
    today: day("2026-11-25"),
    number: 1,
    protocols: Object.values(STORY_PROTOCOLS),
    physio: STORY_PHYSIO,
    zone: "Pacific/Auckland",
    country: "NZ",
    ...start,
  };
  const facts = Object.fromEntries(FACT_KINDS.map((kind) => [kind, []]));
  const client = {
    id: idOf(given.number, 0),
    zone: given.zone,
    country: given.country,
    joinedOn: given.today,
  };
  // FACT_KINDS holds every kind, so every kind has its list.
  const record = {
    ...facts,
    client,
    credentialChecks: [],
    practiceRules: [],
    placed: [],
    brokenSeals: [],
    protocols: given.protocols,
  } as unknown as ClientRecord;
  return new Mum({ ...given, record, count: 0 });
}

function idOf(number: number, count: number): string {
  return `${number.toString(16).padStart(8, "0")}-0000-4000-8000-${count.toString(16).padStart(12, "0")}`;
}

/** A second of that day for each thing told so far: later in the story is later in time. */
function momentOf(on: Day, count: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${on}T${two(Math.floor(count / 3600) % 24)}:${two(Math.floor(count / 60) % 60)}:${two(count % 60)}.000000Z`;
}

/** One mum of a story. Every call answers with a new one; `daysAgo` counts back from the story's today. */
export class Mum {
  readonly record: ClientRecord;
  readonly today: Day;
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
    this.record = state.record;
    this.today = state.today;
  }

  #ago(days: number): Day {
    return addDays(this.today, -days);
  }

  #with(change: Partial<State>): Mum {
    return new Mum({ ...this.#state, ...change });
  }

  #id(): string {
    return idOf(this.#state.number, this.#state.count + 1);
  }

  #stamp(daysAgo: number, kind: ActorKind): Stamp {
    return { recordedAt: momentOf(this.#ago(daysAgo), this.#state.count), recordedBy: { kind, id: null } };
  }

  /** Derived anew each time: a test of a rule has to run the rule, not read an answer that was kept. */
  journey(on: Day = this.today): Journey {
    return deriveJourney({ ...this.record }, on);
  }

  /** The id of the fact of a kind that was told last. */
  lastId(kind: FactKind): string {
    return this.record[kind].at(-1)?.id ?? "";
  }

  /** The same story, seen so many days later. */
  later(days: number): Mum {
    return this.#with({ today: addDays(this.today, days) });
  }

  /** The decision on a command, not taken. */
  decides(command: Told, daysAgo = 0): Decision {
    const { number, count } = this.#state;
    let used = count + 1;
    const newId = () => {
      used += 1;
      return idOf(number, used);
    };
    return decide(
      { ...this.record },
      { id: this.#id(), ...command },
      {
        today: this.#ago(daysAgo),
        newId,
      },
    );
  }

  /** It is done; throws with the refusal when the facts do not allow it. */
  does(command: Told, daysAgo = 0, by: ActorKind = ACTORS[command.type] ?? "client"): Mum {
    const decision = this.decides(command, daysAgo);
    if (!decision.ok) throw new Error(`${command.type} refused: ${JSON.stringify(decision.refusal)}`);
    const record = applyEvents(this.record, decision.events, this.#stamp(daysAgo, by));
    return this.#with({ record, count: this.#state.count + decision.events.length + 2 });
  }

  /** A fact as it is, past the rules. */
  fact<K extends FactKind>(
    kind: K,
    row: Omit<FactRows[K], "id" | "recordedAt" | "recordedBy"> & { readonly id?: string },
    daysAgo = 0,
    by: ActorKind = "client",
  ): Mum {
    const whole = { ...row, id: row.id ?? this.#id() };
    const record = applyEvents(this.record, [{ fact: kind, row: whole } as never], this.#stamp(daysAgo, by));
    return this.#with({ record, count: this.#state.count + 2 });
  }

  /** She gave birth so many weeks ago and completed her intake five weeks after it (today, when that is not yet). */
  bornWeeksAgo(
    weeks: number,
    birth: BirthTerms = {},
    goal: GoalTerms = { daysPerWeek: 3, minutesPerRun: 30 },
  ): Mum {
    const joined = Math.max(0, weeks * 7 - 35);
    const client = { ...this.record.client, joinedOn: this.#ago(joined) };
    return this.#with({ record: { ...this.record, client } }).does(
      intake(this.#ago(weeks * 7), birth, goal),
      joined,
    );
  }

  /** The coach asks her physio. */
  asked(daysAgo = 0, kind: RequestKind = "assessment"): Mum {
    return this.does(asking(kind, this.#state.physio, this.#ago(daysAgo)), daysAgo);
  }

  /** The physio saw her; a request is made first when none is open. */
  assessed(daysAgo = 0, restorationOk = true): Mum {
    const open = this.journey(this.#ago(daysAgo)).requests.at(-1);
    const mum = open
      ? this
      : this.asked(daysAgo, this.record.assessment.length > 0 ? "recheck" : "assessment");
    const requestId = open?.requestId ?? mum.lastId("request");
    return mum.does(assessing(requestId, this.#state.physio, this.#ago(daysAgo), restorationOk), daysAgo);
  }

  /** The physio signs on her newest assessment; pending until confirmed and checked. */
  signed(daysAgo = 0, terms: Terms = {}): Mum {
    return this.does(
      signing(this.lastId("assessment"), this.#state.physio, this.#ago(daysAgo), terms),
      daysAgo,
    );
  }

  confirmed(daysAgo = 0, saw = true): Mum {
    return this.does({ type: "confirmClearance", clearanceId: this.lastId("clearance"), saw }, daysAgo);
  }

  /** The owner looked the physio up in the register. A fact of the practice, not of hers. */
  credentialChecked(daysAgo = 0, found = true, validForDays = 365): Mum {
    const { physioId, registrationNumber } = this.#state.physio;
    const checkedOn = this.#ago(daysAgo);
    const check = {
      ...this.#stamp(daysAgo, "owner"),
      id: this.#id(),
      physioId,
      registrationNumber,
      checkedOn,
      validUntil: addDays(checkedOn, validForDays),
      found,
    };
    const credentialChecks = [...this.record.credentialChecks, check];
    return this.#with({ record: { ...this.record, credentialChecks }, count: this.#state.count + 2 });
  }

  /** Assessed, signed, checked and confirmed: a sign-off that stands. */
  cleared(daysAgo = 0, terms: Terms = {}): Mum {
    return this.assessed(daysAgo).signed(daysAgo, terms).credentialChecked(daysAgo).confirmed(daysAgo);
  }

  planned(kind: ProtocolKind, daysAgo = 0, plan: PlanTerms = {}): Mum {
    const version = this.#state.protocols.find((row) => row.kind === kind)?.versionId ?? "";
    return this.does(planning(kind, version, this.#ago(daysAgo), plan), daysAgo);
  }

  /** One session of a kind, by her plan of that kind when she has one. */
  logged(kind: ProtocolKind, daysAgo = 0, session: SessionTerms = {}): Mum {
    const on = this.#ago(daysAgo);
    const plan = this.journey(on).plans.find((row) => row.kind === kind) ?? null;
    return this.does(logging(kind, on, plan, session), daysAgo);
  }

  /** The day after her last logged session she says how it is. */
  echoed(daysAgo = 0, findings: readonly Finding[] = []): Mum {
    return this.does(noticing("next_day", this.#ago(daysAgo), findings, this.lastId("sessionLog")), daysAgo);
  }

  /** Something she notices, at any time. */
  noticed(findings: readonly Finding[], daysAgo = 0): Mum {
    return this.does(noticing("any_time", this.#ago(daysAgo), findings, null), daysAgo);
  }

  /** Six good restoration sessions, every other day: the foundation. */
  restored(daysAgo = 0): Mum {
    let mum = this.planned("restoration", daysAgo + 12, { weekdays: [1, 2, 3, 4, 5, 6, 7] });
    for (let at = 6; at >= 1; at -= 1) mum = mum.logged("restoration", daysAgo + at * 2 - 1);
    return mum;
  }

  /** Whole weeks of walks that meet her goal, the last of them last week. */
  walked(weeks = 3): Mum {
    const { daysPerWeek, minutesPerRun } = this.record.goal.at(-1) ?? { daysPerWeek: 3, minutesPerRun: 30 };
    const monday = addDays(weekStart(this.today), -7 * weeks);
    let mum = this.#with({});
    for (let week = 0; week < weeks; week += 1) {
      for (let walk = 0; walk < daysPerWeek; walk += 1) {
        const daysAgo = daysBetween(addDays(monday, 7 * week + walk), this.today);
        mum = mum.logged("walking", daysAgo, { minutes: Math.max(30, minutesPerRun) });
      }
    }
    return mum;
  }

  /** Both batteries, every side at its threshold, nothing felt. */
  tested(daysAgo = 0): Mum {
    let mum = this.#with({});
    for (const battery of Object.values(DEFAULT_BATTERY))
      mum = mum.does(passing(battery, this.#ago(daysAgo)), daysAgo);
    return mum;
  }

  /** Everything that running asks for: the lock is open today. */
  readyToRun(weeks = 20, terms: Terms = {}): Mum {
    const mum = this.record.birth.length > 0 ? this : this.bornWeeksAgo(weeks);
    return mum.assessed(50).restored(30).planned("walking", 40).walked(3).tested(7).cleared(6, terms);
  }
}
