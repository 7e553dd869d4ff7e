import { PROTOCOL_KINDS, type ProtocolKind } from "@/domain/journey/steps.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Badge } from "@/ui/badge.tsx";
import { Link } from "@/ui/link.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { words } from "@/words/server.ts";

const t = words("tests");
const say = words("protocols");

type Line = Outputs["protocols"]["list"][number];

/** The library in the order of the steps, a heading for each kind. */
export function ProtocolList({ lines }: { lines: readonly Line[] }) {
  if (lines.length === 0)
    return (
      <EmptyState title={t("protocols.empty")}>
        <p>{t("protocols.emptyBody")}</p>
      </EmptyState>
    );
  return (
    <div className="space-y-10">
      {PROTOCOL_KINDS.map((kind) => (
        <Kind key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} />
      ))}
    </div>
  );
}

function Kind({ kind, lines }: { kind: ProtocolKind; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={`kind-${kind}`}>
      <h2 id={`kind-${kind}`}>{say(`kind.${kind}`)}</h2>
      <ul className="mt-3 divide-y divide-line border-line border-y">
        {lines.map((line) => (
          <ProtocolRow key={line.versionId} line={line} />
        ))}
      </ul>
    </section>
  );
}

function ProtocolRow({ line }: { line: Line }) {
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <h3 className="[overflow-wrap:anywhere]">
          <Link
            href={`/coach/protocols/${line.versionId}`}
            variant="plain"
            className="inline-block py-1 underline decoration-line-strong"
          >
            {line.title}
          </Link>
        </h3>
        {line.variant && <p className="font-semibold text-sm">{say(`variant.${line.variant}`)}</p>}
        <p className="mt-1 max-w-[42rem] text-ink-soft">{line.summary}</p>
        {line.isDraft && (
          <Badge tone="wait" size="small" className="mt-2">
            {say("draft")}
          </Badge>
        )}
      </div>
      <div className="text-sm lg:pt-2">
        <p className="font-semibold">{figures(line).join(" · ")}</p>
        <details>
          <summary className="flex min-h-12 cursor-pointer items-center text-primary underline decoration-1 underline-offset-[0.2em]">
            {t("protocols.sourcesCount", { count: line.sources.length })}
          </summary>
          <ul className="list-disc space-y-1 ps-5 text-ink-soft">
            {line.sources.map((source) => (
              <li key={source.title}>
                {source.title} ({say(`strength.${source.strength}`)})
              </li>
            ))}
          </ul>
        </details>
      </div>
    </li>
  );
}

/** How much it is: levels, minutes, running, landings. */
function figures({ levels, onward }: Line): readonly string[] {
  const minutes = levels.map((level) => level.minutesTotal);
  const [from, to] = [Math.min(...minutes), Math.max(...minutes)];
  const minutesRun = Math.ceil(Math.max(...levels.map((level) => level.minutesRun)));
  return [
    t("protocols.levels", { count: levels.length }),
    from === to ? t("protocols.minutesSame", { to }) : t("protocols.minutes", { from, to }),
    ...(onward ? [t("protocols.onward", { minutes: onward.minutes })] : []),
    ...(minutesRun > 0 ? [t("protocols.runUpTo", { minutes: minutesRun })] : []),
    ...(minutesRun === 0 && levels.some((level) => level.impact) ? [t("protocols.impact")] : []),
  ];
}
