import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DataProvider } from "@/trpc/react.tsx";
import { WaitingProvider } from "@/trpc/waiting.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";
import { me } from "./load.ts";

// A title may be seen over a shoulder: it never says more than where one is.
export const metadata: Metadata = { title: words("mum")("nav.today") };

export default async function MumLayout({ children }: { children: ReactNode }) {
  const { id } = await me();
  return (
    <DataProvider area="client" owner={id}>
      <WordsProvider messages={wordsOf(["common", "mum", "journey", "refusals", "reports"])}>
        <WaitingProvider owner={id}>{children}</WaitingProvider>
      </WordsProvider>
    </DataProvider>
  );
}
