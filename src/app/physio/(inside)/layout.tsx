import type { Metadata } from "next";
import type { ReactNode } from "react";
import { env } from "@/env.ts";
import { DemoRibbon } from "@/features/account/demo-ribbon.tsx";
import { StepUpHere } from "@/features/account/step-up-here.tsx";
import { DataProvider } from "@/trpc/react.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { wordsOf } from "@/words/index.ts";
import { OfflineBanner } from "@/ui/offline-banner.tsx";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("physio")("title") };

/** The physio's rooms: one matter a page, nothing to get lost in, no account needed. */
export default function PhysioLayout({ children }: { children: ReactNode }) {
  return (
    <DataProvider area="physio">
      <StepUpHere />
      <WordsProvider messages={wordsOf(["common", "physio", "refusals", "journey"])}>
        <PlainShell
          brand={<Wordmark />}
          width="wide"
          words={{ skip: words("physio")("skip") }}
          ribbon={
            <>
              <DemoRibbon show={env().DEMO} />
              <OfflineBanner>{words("common")("offline")}</OfflineBanner>
            </>
          }
        >
          {children}
        </PlainShell>
      </WordsProvider>
    </DataProvider>
  );
}
