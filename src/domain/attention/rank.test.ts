import { addDays } from "../shared/day.ts";
import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import type { Finding } from "../shared/vocabulary.ts";
import { attentionOf } from "./rank.ts";

const HEAVY: Finding = { kind: "symptom", symptom: "heaviness" };
const FLAG: Finding = { kind: "red_flag", sign: "fever" };
const attention = (mum: Mum) => attentionOf(mum.journey(), mum.record, mum.today);
const codes = (mum: Mum) => attention(mum).reasons.map((reason) => reason.code);
const first = (mum: Mum) => attention(mum).reasons[0];

const seen = (mum: Mum) =>
  mum.does({ type: "acknowledgeRedFlag", checkId: mum.lastId("symptomCheck"), note: null });
const STORIES: readonly (readonly [string, () => Mum])[] = [
  ["red_flag", () => aMum().bornWeeksAgo(10).noticed([FLAG])],
  ["pelvic_symptom", () => aMum().readyToRun().noticed([HEAVY])],
  ["clearance_denied", () => aMum().readyToRun().confirmed(0, false)],
  ["request_to_write", () => aMum().bornWeeksAgo(5)],
  ["credential_to_check", () => aMum().bornWeeksAgo(14).assessed(1).signed(1)],
  ["clearance_to_read", () => aMum().readyToRun().logged("walking")],
  [
    "sign_off_expires",
    () => aMum().readyToRun(20, { reviewInDays: 12 }).asked(1, "recheck").logged("walking"),
  ],
  ["waiting_for_physio", () => aMum().bornWeeksAgo(10).asked(15).logged("walking")],
];

describe("who needs the coach", () => {
  it.each(STORIES)("%s comes first in its story", (code, story) => expect(first(story())?.code).toBe(code));

  it("orders mums by the most serious thing", () => {
    const ranks = STORIES.map(([, story]) => attention(story()).rank);
    expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
  });

  it("counts the days of heaviness this week", () => {
    const twice = aMum().readyToRun().noticed([HEAVY], 5).noticed([HEAVY], 1).noticed([HEAVY], 1);
    expect(first(twice)).toMatchObject({ code: "pelvic_symptom", times: 2 });
  });

  it("puts a red flag somebody has seen behind a fresh symptom, and still tells it", () => {
    const handled = seen(aMum().bornWeeksAgo(10).asked().noticed([FLAG]));
    expect(first(handled)).toMatchObject({ code: "red_flag", acknowledged: true });
    expect(attention(handled).rank).toBeLessThan(attention(aMum().readyToRun().noticed([HEAVY])).rank);
  });

  it("says when she is ready, when nobody answered, when she fell silent", () => {
    const runner = aMum().readyToRun(30).planned("walk_run", 5, { level: 1 });
    const ready = runner.logged("walk_run", 4).echoed(3).logged("walk_run", 2).echoed(1);
    expect(codes(ready)).toContain("ready_to_progress");
    expect(codes(runner.logged("walk_run", 3))).toContain("echo_missing");
    expect(codes(runner.logged("walk_run", 1))).not.toContain("echo_missing");
    expect(codes(ready.later(5))).not.toContain("silent");
    expect(codes(ready.later(6))).toContain("silent");
  });

  it("hears no silence while she is away, and counts from her return", () => {
    const runner = aMum().readyToRun(30).planned("walk_run", 5, { level: 1 });
    const last = runner.logged("walk_run", 2).echoed(1);
    const away = (endsIn: number | null) =>
      last.does({
        type: "recordLifeEvent",
        kind: "travel",
        startsOn: last.today,
        endsOn: endsIn === null ? null : addDays(last.today, endsIn),
        note: null,
      });
    expect(codes(last.later(6))).toContain("silent");
    expect(codes(away(10).later(9))).not.toContain("silent");
    expect(codes(away(10).later(16))).not.toContain("silent");
    expect(codes(away(10).later(17))).toContain("silent");
    expect(codes(away(null).later(6))).not.toContain("silent");
    expect(codes(away(null).later(7))).toContain("silent");
  });

  it("leaves a mum alone for whom nothing is to be done", () => {
    const calm = aMum().bornWeeksAgo(3).planned("walking", 2).logged("walking", 1);
    expect(attention(calm)).toEqual({ rank: 0, reasons: [] });
  });
});
