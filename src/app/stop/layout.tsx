import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("physio")("stop.title") };

export default function StopLayout({ children }: { children: ReactNode }) {
  return (
    <WordsProvider messages={wordsOf(["physio"])}>
      <PlainShell brand={<Wordmark href="/" />} width="narrow" words={{ skip: words("physio")("skip") }}>
        {children}
      </PlainShell>
    </WordsProvider>
  );
}
