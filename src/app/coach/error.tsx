"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Button } from "@/ui/button.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";

/** Tries again by itself after so long: a database that comes back needs nobody's finger. */
const AGAIN_MS = 5_000;

function Calm({ reset }: { reset: () => void }) {
  const t = useTranslations("coach");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setTries(tries + 1);
      reset();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [tries, reset]);
  return (
    <PlainShell brand={<Wordmark />} words={{ skip: t("shell.skip") }}>
      <ErrorState
        level={1}
        title={t("calm.title")}
        actions={<Button onClick={reset}>{t("failed.again")}</Button>}
      >
        <p>{t("calm.body")}</p>
      </ErrorState>
    </PlainShell>
  );
}

/** A calm page when the desk itself could not be laid. It stands outside the layout, so it brings its own words. */
export default function CoachError({ reset }: { reset: () => void }) {
  return (
    <WordsProvider messages={wordsOf(["coach"])}>
      <Calm reset={reset} />
    </WordsProvider>
  );
}
