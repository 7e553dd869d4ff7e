import fc from "fast-check";
import { expect, it } from "vitest";
import { aMum } from "./build.ts";
import { STORY_PROTOCOLS } from "./build-protocols.ts";
import type { ProtocolOutline } from "./facts.ts";
import { daysOf, moveOf } from "./move-version.ts";

const OLD = STORY_PROTOCOLS.walk_run;
const versioned = (levels: ProtocolOutline["levels"]): ProtocolOutline => ({
  ...OLD,
  versionId: "v2",
  levels,
});
const target = (levels = OLD.levels) => ({
  outline: versioned(levels),
  earlier: new Map([[OLD.versionId, 1]]),
});
let count = 0;
const newId = () => `5e7e0000-0000-4000-8000-${String((count += 1)).padStart(12, "0")}`;

/** She stands at level 6 (place 5) and ran last so many days ago. */
const ran = (daysAgo: number) =>
  aMum()
    .readyToRun(40)
    .later(60)
    .planned("walk_run", 59, { level: 5 })
    .logged("walk_run", daysAgo)
    .echoed(daysAgo - 1);
const move = (mum: ReturnType<typeof ran>, to = target()) => {
  const found = moveOf(mum.record, mum.today, to, newId);
  if (!found) throw new Error("on no earlier version");
  return found;
};

it.each([
  [3, 5, null],
  [7, 4, { code: "gap", levels: 1 }],
  [21, 2, { code: "gap", levels: 3 }],
])("a new version does not forget a gap of %i days: she lands at place %i", (days, level, back) => {
  const found = move(ran(days));
  expect([found.level, found.decision.ok]).toEqual([level, true]);
  if (back) expect(found.back).toMatchObject(back);
  else expect(found.back).toBeNull();
});

it("where the tests are wanted again first, nobody is moved past them, and no day changes", () => {
  const found = move(ran(29));
  expect(found.decision).toMatchObject({
    ok: false,
    refusal: { code: "level_not_earned", because: { code: "retest_after_gap" } },
  });
  const { before, after } = daysOf(found, newId);
  expect(after).toEqual(before);
});

it("whatever the new version is: she never lands on more running than the rules had her do, or stays", () => {
  const level = fc.record({
    title: fc.constantFrom(...OLD.levels.map((row) => row.title), "Other"),
    minutesTotal: fc.constant(30),
    minutesRun: fc.nat(40),
    impact: fc.constant(true),
  });
  const mums = [3, 7, 21].map(ran);
  fc.assert(
    fc.property(fc.nat(2), fc.array(level, { minLength: 1, maxLength: 14 }), (at, levels) => {
      const found = move(mums[at]!, target(levels));
      const advised = found.back ? found.plan.advice.to : found.plan.level;
      const most = OLD.levels[advised]?.minutesRun ?? 0;
      const asks = levels[found.level]?.minutesRun ?? 0;
      expect(found.stays).toBe(asks > most ? "runs_more" : null);
      expect(found.level === 0 || asks <= most).toBe(true);
    }),
    { numRuns: 40 },
  );
});

it("a mum on no earlier version has nothing to move from", () => {
  const mum = ran(3);
  expect(moveOf(mum.record, mum.today, { ...target(), earlier: new Map() }, newId)).toBeNull();
});
