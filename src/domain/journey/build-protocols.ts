import type { ProtocolOutline } from "./facts.ts";

type Level = readonly [title: string, minutesTotal: number, minutesRun: number, impact: boolean];

function outline(
  versionId: string,
  kind: ProtocolOutline["kind"],
  title: string,
  levels: readonly Level[],
): ProtocolOutline {
  return {
    versionId,
    kind,
    title,
    levels: levels.map(([name, minutesTotal, minutesRun, impact]) => ({
      title: name,
      minutesTotal,
      minutesRun,
      impact,
    })),
  };
}

/** Small stand-ins for the shipped library, for stories told without it. Minutes as in the library's draft. */
export const STORY_PROTOCOLS = {
  restoration: outline("5e7e0000-0000-4000-8000-000000000001", "restoration", "Restoration", [
    ["Breath and floor", 10, 0, false],
    ["Core joins in", 15, 0, false],
    ["Standing strong", 20, 0, false],
  ]),
  walking: outline("5e7e0000-0000-4000-8000-000000000002", "walking", "Walking", [
    ["10 minutes", 10, 0, false],
    ["20 minutes", 20, 0, false],
    ["30 minutes", 30, 0, false],
  ]),
  strength: outline("5e7e0000-0000-4000-8000-000000000003", "strength", "Strength", [
    ["Base", 25, 0, false],
    ["Single leg", 30, 0, false],
    ["Ready for impact", 30, 0, true],
  ]),
  walk_run: outline("5e7e0000-0000-4000-8000-000000000004", "walk_run", "Walk and run", [
    ["6 x 1:00", 28, 6, true],
    ["8 x 1:00", 34, 8, true],
    ["8 x 1:15", 32, 10, true],
    ["8 x 1:30", 34, 12, true],
    ["7 x 2:00", 31, 14, true],
    ["8 x 2:00", 34, 16, true],
    ["6 x 3:00", 34, 18, true],
    ["4 x 5:00", 34, 20, true],
    ["2 x 10:00", 32, 20, true],
    ["20 minutes", 30, 20, true],
    ["25 minutes", 35, 25, true],
    ["30 minutes", 40, 30, true],
  ]),
} as const;
