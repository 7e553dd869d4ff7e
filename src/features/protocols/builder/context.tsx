"use client";

import { createContext, use } from "react";
import { useTranslations } from "use-intl";
import type { Draft, DraftStep } from "@/domain/protocols/draft.ts";
import type { Problem } from "@/domain/protocols/problems.ts";
import { problemInWords, type ProtocolWords } from "../in-words.ts";

type Path = readonly (string | number)[];

/** What every part of the editor works with. */
export type Builder = {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly step: (step: DraftStep) => void;
  /** A field was left: what is written in it next is a step of its own. */
  readonly settle: () => void;
};

const Context = createContext<Builder | null>(null);
export const BuilderProvider = Context;

export function useBuilder(): Builder {
  const builder = use(Context);
  if (!builder) throw new Error("outside of the builder");
  return builder;
}

/** The sentence of the first problem at exactly this place, or undefined. */
export function useErrorAt() {
  const say = useTranslations("protocols");
  const { problems } = useBuilder();
  return (path: Path): string | undefined => {
    const here = idOf(path);
    const problem = problems.find((row) => idOf(row.path) === here);
    return problem && problemInWords(say, problem);
  };
}

/** The id of the field at a place of the draft, so that a problem can lead there. */
export function idOf(path: Path): string {
  return `at-${path.join("-")}`;
}

/** The two rooms of sentences that say what a protocol is. */
export function useProtocolWords(): ProtocolWords {
  return { say: useTranslations("protocols"), tests: useTranslations("tests") };
}
