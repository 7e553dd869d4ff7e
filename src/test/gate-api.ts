// The lock told twice, side by side, while the API is at work: lives of the simulation in which every command goes
// through a procedure as the person whose it is, with wilder ones in between, and both locks are asked after each.
import { HOME_ZONE } from "../../prisma/seed/world.ts";
import { CALM_DAYS } from "../domain/journey/simulation/happenings.ts";
import { daysOf, type Life } from "../domain/journey/simulation/life.ts";
import { physioOf } from "../domain/journey/simulation/people.ts";
import { lifeOf, RULES_AS_THEY_ARE } from "../domain/journey/simulation/run.ts";
import { World } from "../domain/journey/simulation/world.ts";
import { Player, type Tally } from "./player.ts";
import { FIRST_DAY, type Stage, type StagedMum } from "./stage.ts";
import { otherPhysioOf, wildly } from "./wild-commands.ts";

export type Course = {
  readonly seed: number;
  readonly steps: number;
  /** Number of the first mum. */
  readonly from?: number;
  /** Steps of one mum at most. */
  readonly each?: number;
  /** Stop at the first disagreement. */
  readonly once?: boolean;
  readonly say?: (line: string) => void;
};

const DAYS = 400;
/** Of these the last are calm, so that whoever is stuck is seen; both locks are silent then and nobody listens. */
const EVENTFUL_DAYS = DAYS - CALM_DAYS;
const SAID_EVERY = 250;

/** Lives mum after mum through the API until so many steps are done. The seed and a mum's number bring her life back. */
export async function drive(stage: Stage, course: Course): Promise<Tally> {
  const { seed, steps, from = 1, each = Number.POSITIVE_INFINITY, once = false, say = () => {} } = course;
  const tally: Tally = { steps: 0, refused: 0, disagreements: [], evenings: { open: 0, gate: 0, shut: 0 } };
  let said = 0;
  const isOver = () => tally.steps >= steps || (once && tally.disagreements.length > 0);
  for (let number = from; !isOver(); number += 1) {
    const { world, mum } = await joined(stage, lifeOf(seed, number, DAYS));
    const begun = tally.steps;
    const goesOn = () => {
      if (tally.steps >= said + SAID_EVERY) {
        said = tally.steps;
        say(`  mum ${number}, ${world.today}: ${told(tally, steps)}`);
      }
      return !isOver() && tally.steps - begun < each;
    };
    const disagrees = (what: string) => {
      const line = `seed ${seed}, mum ${number}, ${world.today}, step ${tally.steps - begun}: ${what}`;
      tally.disagreements.push(line);
      say(line);
    };
    await lives(
      lifeOf(seed, number, DAYS),
      world,
      new Player({ stage, world, mum, tally, disagrees }),
      goesOn,
    );
    await stage.archive(mum.clientId);
  }
  say(told(tally, steps));
  return tally;
}

function told({ steps, refused, disagreements, evenings }: Tally, of: number): string {
  const { open, gate, shut } = evenings;
  return `${steps} of ${of} steps, ${refused} refused, ${disagreements.length} disagreements; evenings: ${open} open, ${gate} open in Postgres alone, ${shut} shut`;
}

async function lives(life: Life, world: World, player: Player, goesOn: () => boolean): Promise<void> {
  await player.begins();
  const turns = daysOf(life, world);
  for (let turn = turns.next(); !turn.done && goesOn(); ) {
    const { value } = turn;
    if (value.what !== "evening") {
      turn = turns.next(await player.answers(value));
      continue;
    }
    if (value.evening.index >= EVENTFUL_DAYS) return;
    const wild = wildly(world);
    for (let act = wild.next(); !act.done && goesOn(); ) act = wild.next(await player.answers(act.value));
    await player.evening();
    turn = turns.next();
  }
}

/** Every other mum begins with nothing; the others where most is at stake, so that running is often open. */
async function joined(stage: Stage, { character }: Life): Promise<{ world: World; mum: StagedMum }> {
  const isNew = character.number % 2 === 1;
  const world = new World(
    isNew ? character : { ...character, zone: HOME_ZONE, firstDay: FIRST_DAY },
    RULES_AS_THEY_ARE,
  );
  for (const physio of [physioOf(world), otherPhysioOf(world)]) await stage.addPhysio(physio);
  const mum = isNew
    ? await stage.mum(character.zone, world.today)
    : await stage.mumWho(world.chance.pick(BEGINNINGS, "begins"), physioOf(world));
  return { world, mum };
}

const BEGINNINGS = [
  "running",
  "running",
  "cleared",
  "readyToProgress",
  "pendingClearance",
  "finished",
] as const;
