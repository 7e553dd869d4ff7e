import { renamed } from "../journey/ladders.ts";
import type { Interval } from "./blocks.ts";
import type { ProtocolContent, ProtocolLevel } from "./grammar.ts";

/** The sessions of a protocol that goes on to her goal; which levels there are, `journey/ladders.ts` knows. */

type TimedStretch = Interval & { readonly length: { readonly by: "time" } };

/** The one stretch of a level that grows: its main part is a single one by the clock. Null when it is not. */
export function growingStretch({ sessions }: Pick<ProtocolLevel, "sessions">): TimedStretch | null {
  const [session, second] = sessions;
  if (!session || second) return null;
  const [main, more] = session.blocks.filter((block) => block.part === "main");
  if (main?.type !== "intervals" || more || main.repeats !== 1) return null;
  const [stretch, another] = main.items;
  if (stretch?.type !== "interval" || another || stretch.length.by !== "time") return null;
  return { ...stretch, length: stretch.length };
}

/** A level of a version, one of those that go on to a goal among them; null beyond a ladder that ends. */
export function levelAt(
  { levels, onwardMinutes }: Pick<ProtocolContent, "levels" | "onwardMinutes">,
  at: number,
): ProtocolLevel | null {
  const written = levels[at];
  if (written) return written;
  const last = levels.at(-1);
  const stretch = last && growingStretch(last);
  if (!last || !stretch || onwardMinutes === undefined) return null;
  const from = stretch.length.seconds / 60;
  const to = from + (at - levels.length + 1) * onwardMinutes;
  const longer: Interval = { ...stretch, length: { by: "time", seconds: to * 60 } };
  return {
    ...last,
    title: renamed(last.title, from, to),
    sessions: last.sessions.map((session) => ({
      ...session,
      title: renamed(session.title, from, to),
      blocks: session.blocks.map((block) =>
        block.type === "intervals" && block.part === "main" ? { ...block, items: [longer] } : block,
      ),
    })),
  };
}
