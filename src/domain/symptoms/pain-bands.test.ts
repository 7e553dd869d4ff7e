import { describe, expect, it } from "vitest";
import { aMum, type Mum } from "../journey/build.ts";
import { contextOf } from "../journey/context.ts";
import { recordAsOf } from "../journey/as-of.ts";
import { timelineOf } from "../journey/timeline.ts";
import { addDays, type Day } from "../shared/day.ts";
import { HOUSE_BANDS, painBandsOf } from "./pain-bands.ts";

const set = (greenMax: number, amberMax: number, note: string | null = null) =>
  ({ type: "setPainBands", greenMax, amberMax, note }) as const;
const knee = (level: number) => [{ kind: "pain", site: "knee", level } as const];
const lights = ({ record, today }: Mum) =>
  contextOf(record, today).checks.flatMap(({ verdict }) => verdict.worstPain?.light ?? []);
const refusal = (mum: Mum, command: ReturnType<typeof set>) => {
  const decision = mum.decides(command);
  return decision.ok ? null : decision.refusal;
};

describe("her own traffic light of pain", () => {
  const runner = aMum().readyToRun(40).planned("walk_run", 5, { level: 4 });
  const careful = runner.does(set(1, 2, "Knee since spring"));

  it("is the house's until her coach sets it, and then hers, in words for her timeline", () => {
    expect(HOUSE_BANDS).toEqual({ greenMax: 3, amberMax: 5 });
    expect(painBandsOf(runner.record)).toEqual(HOUSE_BANDS);
    expect(painBandsOf(careful.record)).toEqual({ greenMax: 1, amberMax: 2 });
    expect(timelineOf(careful.record).at(-1)).toMatchObject({
      what: "pain_bands",
      by: { kind: "coach" },
      data: { green: 1, amber: 2 },
      words: "Knee since spring",
    });
  });

  it("is never looser than the house's, and amber never ends below green", () => {
    const looser = { code: "bands_looser", green: 3, amber: 5 };
    expect(refusal(runner, set(4, 5))).toEqual(looser);
    expect(refusal(runner, set(3, 6))).toEqual(looser);
    expect(refusal(runner, set(3, 2))).toEqual({ code: "bands_out_of_order" });
    expect(refusal(runner, set(0, 0))).toBeNull();
    // A row no command wrote is read as strict as the house at least.
    const row = { setOn: runner.today, greenMax: 9, amberMax: 9, note: null };
    expect(painBandsOf(runner.fact("painBands", row).record)).toEqual(HOUSE_BANDS);
  });

  it("said again is no new fact; back to the usual is one", () => {
    expect(careful.decides(set(1, 2))).toEqual({ ok: true, events: [] });
    expect(runner.decides(set(3, 5))).toEqual({ ok: true, events: [] });
    expect(painBandsOf(careful.does(set(3, 5)).record)).toEqual(HOUSE_BANDS);
  });

  it("holds impact at once where the house would not yet", () => {
    const holds = (mum: Mum) =>
      mum
        .noticed(knee(3))
        .journey()
        .holds.map((hold) => hold.reason);
    expect(holds(runner)).toEqual([]);
    expect(holds(careful)).toEqual(["pain"]);
  });

  it("judges what she tells from then on, not what she told before", () => {
    expect(lights(runner.noticed(knee(3)).does(set(1, 2)).noticed(knee(3)))).toEqual(["green", "red"]);
    expect(lights(careful.noticed(knee(3)).does(set(3, 5)).noticed(knee(3)))).toEqual(["red", "green"]);
  });

  it("of a past day are the ones that counted then", () => {
    const utc = (at: string) => at.slice(0, 10) as Day;
    expect(painBandsOf(recordAsOf(careful.record, addDays(careful.today, -1), utc))).toEqual(HOUSE_BANDS);
  });

  it("touches no pelvic symptom: those have no number", () => {
    const leak = [{ kind: "symptom", symptom: "heaviness" } as const];
    for (const mum of [runner, careful])
      expect(
        mum
          .noticed(leak)
          .journey()
          .holds.map((hold) => hold.reason),
      ).toEqual(["pelvic_symptom"]);
  });
});
