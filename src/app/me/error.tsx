"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";

/** Tries again by itself after so long: a database that comes back needs nobody's finger. */
const AGAIN_MS = 5_000;

function Calm({ reset }: { reset: () => void }) {
  const t = useTranslations("mum");
  const common = useTranslations("common");
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      setTries(tries + 1);
      reset();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [tries, reset]);
  return (
    <PlainShell brand={<Wordmark />} words={{ skip: t("nav.skip") }}>
      <ErrorState
        level={1}
        title={common("unavailable.title")}
        actions={<Button onClick={reset}>{t("error.again")}</Button>}
      >
        <p>{t("error.body")}</p>
      </ErrorState>
    </PlainShell>
  );
}

/** A calm page. It stands outside the layout when that failed, so it brings its own words. */
export default function MumError({ reset }: { reset: () => void }) {
  return (
    <WordsProvider messages={wordsOf(["common", "mum"])}>
      <Calm reset={reset} />
    </WordsProvider>
  );
}
