import { SITUATIONS, type Setting, type Situation } from "./situations.ts";
import type { Birth, Goal } from "./stories.ts";
import { openWorld } from "./world.ts";

/** The demo practice: two coaches, three physios, forty mums all over the path. Days are relative to today. */
export const DEMO = {
  practice: "North Wind Running",
  coach: "claire@demo.example",
  mum: "hana@demo.example",
  physio: "ruth@demo.example",
} as const;

type Person = {
  readonly name: string;
  readonly at: Situation;
  readonly birth: Birth;
  readonly joined: number;
  readonly goal?: Goal;
};

const THREE_THIRTY: Goal = { daysPerWeek: 3, minutesPerRun: 30 };

/** `joined` and `birth.daysAgo` count days before today. */
const PEOPLE: readonly Person[] = [
  { name: "Hana Parata", at: "readyToProgress", birth: { daysAgo: 190 }, joined: 150 },
  {
    name: "Emily Watson",
    at: "heavyOnRun",
    birth: { daysAgo: 240, mode: "instrumental", tear: "second" },
    joined: 200,
  },
  {
    name: "Priya Nair",
    at: "redFlagYesterday",
    birth: { daysAgo: 62, mode: "caesarean_after_labour" },
    joined: 34,
  },
  { name: "Mere Tamati", at: "pendingClearance", birth: { daysAgo: 150, tear: "first" }, joined: 110 },
  { name: "Sophie Laurent", at: "waitingForPhysio", birth: { daysAgo: 55 }, joined: 22 },
  { name: "Aroha Ngata", at: "silent", birth: { daysAgo: 90, mode: "caesarean" }, joined: 50 },
  { name: "Grace Kim", at: "restoring", birth: { daysAgo: 70, tear: "third_b" }, joined: 36 },
  { name: "Tui Henare", at: "restoring", birth: { daysAgo: 66, babies: 2, mode: "caesarean" }, joined: 36 },
  { name: "Lucy Brown", at: "pregnantAgain", birth: { daysAgo: 420 }, joined: 260 },
  { name: "Anika Sharma", at: "finished", birth: { daysAgo: 420 }, joined: 330 },
  { name: "Maia Rangi", at: "running", birth: { daysAgo: 230 }, joined: 190 },
  {
    name: "Charlotte van der Westhuizen-Featherstonehaugh",
    at: "running",
    birth: { daysAgo: 260, mode: "caesarean" },
    joined: 200,
  },
  { name: "Isla MacDonald", at: "cleared", birth: { daysAgo: 170 }, joined: 130 },
  { name: "Leilani Fonoti", at: "cleared", birth: { daysAgo: 180, tear: "second" }, joined: 140 },
  { name: "Zoe Papadopoulos", at: "testsShort", birth: { daysAgo: 160 }, joined: 110 },
  { name: "Ngaire Walker", at: "strengthening", birth: { daysAgo: 140 }, joined: 100 },
  { name: "Olivia Chen", at: "strengthening", birth: { daysAgo: 150, mode: "caesarean" }, joined: 100 },
  { name: "Ruby Thompson", at: "badNights", birth: { daysAgo: 145 }, joined: 100 },
  { name: "Amelia Singh", at: "restoring", birth: { daysAgo: 75 }, joined: 40 },
  { name: "Kiri Wilson", at: "restoring", birth: { daysAgo: 80, mode: "instrumental" }, joined: 45 },
  { name: "Freya Andersen", at: "intakeDone", birth: { daysAgo: 36 }, joined: 3 },
  { name: "Ella Murphy", at: "justIn", birth: { daysAgo: 35 }, joined: 1 },
  { name: "Niamh O'Connor", at: "invited", birth: { daysAgo: 30 }, joined: 1 },
  { name: "Hine Te Rangi", at: "invited", birth: { daysAgo: 44 }, joined: 2 },
  { name: "Jess Taylor", at: "intakeDone", birth: { daysAgo: 50, tear: "second" }, joined: 6 },
  { name: "Marama Cooper", at: "waitingForPhysio", birth: { daysAgo: 60, mode: "caesarean" }, joined: 25 },
  {
    name: "Alice Novak",
    at: "running",
    birth: { daysAgo: 300 },
    joined: 240,
    goal: { daysPerWeek: 2, minutesPerRun: 25 },
  },
  { name: "Siobhan Kelly", at: "running", birth: { daysAgo: 250, tear: "second" }, joined: 210 },
  {
    name: "Losa Tuilagi",
    at: "strengthening",
    birth: { daysAgo: 155, babies: 2, mode: "caesarean" },
    joined: 105,
  },
  { name: "Katie Morgan", at: "pendingClearance", birth: { daysAgo: 165 }, joined: 120 },
  {
    name: "Yuki Tanaka",
    at: "testsShort",
    birth: { daysAgo: 170, mode: "instrumental", tear: "second" },
    joined: 115,
  },
  { name: "Bronte Clarke", at: "silent", birth: { daysAgo: 100 }, joined: 55 },
  {
    name: "Fatima Khan",
    at: "restoring",
    birth: { daysAgo: 64 },
    joined: 34,
    goal: { daysPerWeek: 4, minutesPerRun: 40 },
  },
  { name: "Rosa Martinez", at: "readyToProgress", birth: { daysAgo: 200, tear: "first" }, joined: 160 },
  { name: "Georgia Reid", at: "readyForALook", birth: { daysAgo: 148 }, joined: 98 },
  {
    name: "Wikitoria Hohaia",
    at: "restoring",
    birth: { daysAgo: 72, mode: "caesarean_after_labour" },
    joined: 40,
  },
  { name: "Nadia Petrov", at: "intakeDone", birth: { daysAgo: 41, babies: 2 }, joined: 4 },
  { name: "Molly Davies", at: "finished", birth: { daysAgo: 400, tear: "second" }, joined: 320 },
  { name: "Tess Hughes", at: "badNights", birth: { daysAgo: 150 }, joined: 102 },
  { name: "Samira Haddad", at: "cleared", birth: { daysAgo: 185, mode: "caesarean" }, joined: 140 },
];

const addressOf = (name: string) => `${(name.split(" ")[0] ?? "someone").toLowerCase()}@demo.example`;

/**
 * Writes the demo practice, unless it is there already.
 * @param ownerUrl connection string of the owner's role
 */
export async function seedDemo(ownerUrl: string): Promise<boolean> {
  const world = await openWorld(ownerUrl);
  try {
    const { rowCount } = await world.db.query("SELECT 1 FROM practice WHERE is_demo LIMIT 1");
    if (rowCount) return false;
    // All or nothing: a seed that was interrupted leaves no half practice behind.
    await world.db.query("BEGIN");
    const practice = await world.practice({
      name: DEMO.practice,
      owner: { name: "Claire Whitfield", email: DEMO.coach },
      isDemo: true,
    });
    const second = await practice.coach("Anna Sefo", "anna@demo.example");
    const physios = [
      await practice.physio({
        name: "Ruth Adeyemi",
        email: DEMO.physio,
        clinic: "Harbour Pelvic Health",
        registrationNumber: "70-04417",
        account: true,
      }),
      await practice.physio({
        name: "Jo Blackwood",
        email: "jo@clinic.example",
        clinic: "Northside Physio",
        registrationNumber: "70-05120",
      }),
      await practice.physio({
        name: "Sina Leota",
        email: "sina@clinic.example",
        clinic: "Moana Women's Health",
        registrationNumber: "70-06031",
      }),
    ] as const;
    for (const physio of physios) await practice.checkCredential(physio, 340, { validForDays: 130 });
    for (const [index, person] of PEOPLE.entries()) {
      const physio = physios[index % physios.length] ?? physios[0];
      const mum = await practice.mum({
        name: person.name,
        email: addressOf(person.name),
        joinedDaysAgo: person.joined,
        coach: index % 3 === 2 ? second : practice.owner,
        account: person.at !== "invited",
      });
      const setting: Setting = { mum, physio, birth: person.birth, goal: person.goal ?? THREE_THIRTY };
      SITUATIONS[person.at](setting);
      await mum.save();
    }
    await world.db.query("COMMIT");
    return true;
  } catch (error) {
    await world.db.query("ROLLBACK");
    throw error;
  } finally {
    await world.close();
  }
}
