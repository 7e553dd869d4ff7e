import { type Life, live } from "./life.ts";
import { type Broken, RULES_AS_THEY_ARE } from "./run.ts";
import type { Attempt, Rules } from "./world.ts";

/** The last days of a life before something went wrong, told so that a person can follow them. */
const DAYS_TOLD = 21;

export function storyOf(
  { life, broken }: { readonly life: Life; readonly broken: Broken },
  rules: Rules = RULES_AS_THEY_ARE,
): string {
  const { seed, number, weeksAtStart, birth, zone } = life.character;
  const lines = [
    `seed ${seed}, mum ${number}: ${birth.mode} birth ${weeksAtStart} weeks before, ${zone}`,
    ...life.happenings.map(
      (happening) => `  day ${happening.day}: ${JSON.stringify({ ...happening, day: undefined })}`,
    ),
  ];
  live(life, rules, ({ index, today, journey, attempts }) => {
    if (index > broken.index - DAYS_TOLD) {
      const lock = journey.lock.open
        ? "open"
        : `shut (${[...new Set(journey.lock.reasons.map((reason) => reason.code))].join(", ")})`;
      const { mum, coach, physio } = journey.next;
      lines.push(
        `day ${index} ${today} ${lock} | next ${mum.code} / ${coach.code} / ${physio.code} | ${attempts.map(told).join(", ")}`,
      );
    }
    return index >= broken.index;
  });
  return [...lines, `${broken.invariant} on day ${broken.index}: ${broken.what}`].join("\n");
}

function told({ command, decision }: Attempt): string {
  return decision.ok ? command.type : `${command.type} (no: ${decision.refusal.code})`;
}
