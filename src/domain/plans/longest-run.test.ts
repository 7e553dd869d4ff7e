import { describe, expect, it } from "vitest";
import { aMum } from "../journey/build.ts";
import { runJump } from "./longest-run.ts";

describe("a run against the longest of the last 30 days", () => {
  const mum = aMum().bornWeeksAgo(30).logged("walk_run", 10, { minutes: 40, minutesRun: 20 });
  const jump = (minutes: number, of = mum) => runJump(of.record.sessionLog, of.today, minutes);

  it.each([
    [20, "fine"],
    [22, "fine"],
    [23, "warn"],
    [26, "warn"],
    [27, "strong"],
    [40, "strong"],
    [41, "needs_note"],
  ] as const)("%i minutes after 20: %s", (minutes, band) => expect(jump(minutes).band).toBe(band));

  it("is always fine within two minutes: early levels are shorter than ten per cent can tell", () => {
    const short = aMum().bornWeeksAgo(30).logged("walk_run", 3, { minutes: 20, minutesRun: 6 });
    expect(jump(8, short)).toEqual({ percent: 0, band: "fine" });
    expect(jump(9, short).band).toBe("strong");
  });

  it("forgets what is longer ago than 30 days, and has nothing to say before a first run", () => {
    expect(jump(60, mum.later(21)).band).toBe("fine");
    expect(jump(60, aMum().bornWeeksAgo(30)).band).toBe("fine");
  });
});
