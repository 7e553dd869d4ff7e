import type { Exercise } from "@/domain/protocols/exercise-terms.ts";
import { exerciseOf } from "@/domain/protocols/exercises.ts";
import type { ProtocolContent } from "@/domain/protocols/grammar.ts";
import { Disclosure } from "@/ui/disclosure.tsx";
import { ZoomableDrawing } from "@/ui/drawing/zoomable-drawing.tsx";
import { words } from "@/words/server.ts";
import { exerciseName, exerciseSaid } from "./in-words.ts";

const say = words("protocols");
const w = { say, tests: words("tests") };

/** Every exercise of a protocol once, in the order she meets them: drawn, and all that is said about it. */
export function ExerciseCards({ content }: { content: ProtocolContent }) {
  const exercises = exercisesOf(content);
  if (exercises.length === 0) return null;
  return (
    <section aria-labelledby="exercises" className="mt-12">
      <h2 id="exercises" className="mb-4">
        {say("exerciseWords.title", { count: exercises.length })}
      </h2>
      <ul className="grid gap-5 sm:grid-cols-2 2xl:grid-cols-3">
        {exercises.map((exercise) => (
          <li key={exercise.id} className="rounded-card border border-line bg-raised p-4">
            <ExerciseCard exercise={exercise} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function exercisesOf({ levels }: ProtocolContent): readonly Exercise[] {
  const ids = levels.flatMap((level) =>
    level.sessions.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === "exercise" ? [block.exercise] : [])),
    ),
  );
  return [...new Set(ids)].flatMap((id) => exerciseOf(id) ?? []);
}

function ExerciseCard({ exercise }: { exercise: Exercise }) {
  const name = exerciseName(w, exercise.id);
  const said = exerciseSaid(w, exercise);
  const lines = [
    ["how", said.how],
    ["feel", said.feel],
    ["stopIf", said.stopIf],
    ["easier", said.easier],
    ["harder", said.harder],
    ["needs", said.needs.join(", ")],
  ] as const;
  return (
    <>
      <div className="flex items-start gap-4">
        <ZoomableDrawing
          of={exercise.id}
          name={name}
          words={{
            drawing: say("exerciseWords.drawing", { name }),
            enlarge: say("exerciseWords.enlarge", { name }),
            close: say("exerciseWords.close"),
          }}
          className="w-30 shrink-0"
        />
        <div className="min-w-0">
          <h3 className="font-sans font-semibold text-base">{name}</h3>
          <p className="text-ink-soft text-sm">{said.what}</p>
        </div>
      </div>
      <Disclosure summary={say("exerciseWords.how")} className="mt-2">
        <dl className="space-y-2">
          {lines.map(([key, text]) =>
            text ? (
              <div key={key}>
                <dt className="font-semibold text-sm">{say(`exerciseWords.${key}`)}</dt>
                <dd>{text}</dd>
              </div>
            ) : null,
          )}
          {said.cautions.length > 0 && (
            <div>
              <dt className="font-semibold text-sm">{say("exerciseWords.cautions")}</dt>
              {said.cautions.map((caution) => (
                <dd key={caution}>{caution}.</dd>
              ))}
            </div>
          )}
        </dl>
      </Disclosure>
    </>
  );
}
