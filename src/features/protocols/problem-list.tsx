"use client";

import { useTranslations } from "use-intl";
import type { Problem } from "@/domain/protocols/problems.ts";
import { problemInWords } from "./in-words.ts";

/** As many as a person reads; the rest mostly follow from them. */
const SHOWN = 20;

/** Every problem of a file or a draft: where in words, where in the file, and what to change. */
export function ProblemList({
  problems,
  onGo,
}: {
  problems: readonly Problem[];
  /** Leads to the place, where there is one on the page; a file's place is named instead. */
  onGo?: ((problem: Problem) => void) | undefined;
}) {
  const t = useTranslations("protocols");
  const rest = problems.length - SHOWN;
  return (
    <>
      <ul className="space-y-3">
        {problems.slice(0, SHOWN).map((problem) => (
          <li key={`${problem.path.join(".")} ${problem.code}`}>
            {onGo ? (
              <button
                type="button"
                onClick={() => onGo(problem)}
                className="min-h-12 cursor-pointer text-start font-semibold text-primary underline underline-offset-[0.2em]"
              >
                <Place path={problem.path} />
              </button>
            ) : (
              <p className="font-semibold">
                <Place path={problem.path} />
              </p>
            )}
            <p>{problemInWords(t, problem)}</p>
            {!onGo && problem.path.length > 0 && (
              <p className="text-ink-soft text-sm [overflow-wrap:anywhere]">
                <code className="font-mono">{pathText(problem.path)}</code>
              </p>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="mt-3">{t("file.more", { count: rest })}</p>}
    </>
  );
}

/** `levels[0].sessions[1].blocks`, as editors and other programs write it. */
function pathText(path: Problem["path"]): string {
  return path
    .map((part, at) => (typeof part === "number" ? `[${part}]` : at === 0 ? part : `.${part}`))
    .join("");
}

const NAMED = ["levels", "sessions", "blocks", "items", "intervals", "shorter", "sources"] as const;
const isNamed = (part: unknown): part is (typeof NAMED)[number] =>
  (NAMED as readonly unknown[]).includes(part);

/** Fields of the protocol itself that have a name of their own on the page. */
const OF_PROTOCOL = ["title", "summary", "entry", "exit", "symptomRule", "levels", "sources"] as const;

/** "Level 1, session 2, block 3": counted as people count. What has no name of its own is left to the line below. */
function Place({ path }: { path: Problem["path"] }) {
  const t = useTranslations("protocols");
  if (path.length === 0) return t("file.place.file");
  const places = path.flatMap((part, at) => {
    const number = path[at + 1];
    return isNamed(part) && typeof number === "number"
      ? [t(`file.place.${part}`, { number: number + 1 })]
      : [];
  });
  if (places.length > 0) return places.join(", ");
  const field = OF_PROTOCOL.find((row) => row === path[0]);
  return t(field ? `builder.place.${field}` : "file.place.protocol");
}
