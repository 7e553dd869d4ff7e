"use client";

import type { Difference } from "@/domain/protocols/diff.ts";
import { changesInWords, type ProtocolWords } from "../in-words.ts";
import { useProtocolWords } from "./context.tsx";

/** What one version has that another had not, a line each, with what becomes more or less under it. */
export function Differences({ rows }: { rows: readonly Difference[] }) {
  const w = useProtocolWords();
  return (
    <ul className="list-disc space-y-1.5 ps-5">
      {rows.map((row) => (
        <li key={JSON.stringify(row)} className="[overflow-wrap:anywhere]">
          {differenceInWords(w, row)}
          {row.what === "level_changed" && (
            <ul className="list-disc ps-5 text-ink-soft text-sm">
              {detailsOf(w, row).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function differenceInWords({ say }: ProtocolWords, row: Difference): string {
  switch (row.what) {
    case "protocol":
      return say(`builder.diff.${row.field}`);
    case "level_moved":
      return say("builder.diff.moved", { title: row.title, from: row.from, to: row.to });
    case "level_added":
      return say("builder.diff.added", { number: row.number, title: row.title });
    case "level_removed":
      return say("builder.diff.removed", { number: row.number, title: row.title });
    case "level_changed":
      return say("builder.diff.changed", { number: row.number, title: row.title });
  }
}

function detailsOf(w: ProtocolWords, row: Extract<Difference, { what: "level_changed" }>): readonly string[] {
  const { renamedFrom, sessions, change, parts } = row;
  const told = [
    ...(renamedFrom === null ? [] : [w.say("builder.diff.renamed", { title: renamedFrom })]),
    ...(sessions.from === sessions.to ? [] : [w.say("builder.diff.sessions", sessions)]),
    ...(change && change.changes.length > 0 ? changesInWords(w, change) : []),
    // Another number of sessions has other names and other short versions anyhow.
    ...parts.flatMap((part) =>
      sessions.from !== sessions.to && (part === "names" || part === "shorter")
        ? []
        : [w.say(`builder.diff.part.${part}`)],
    ),
  ];
  return told.length > 0 ? told : [w.say("builder.diff.words")];
}
