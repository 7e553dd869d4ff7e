import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { hasDemoMailbox } from "@/env.ts";
import { DemoMailbox } from "@/features/account/demo-mailbox.tsx";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { DataProvider } from "@/trpc/react.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("account")("mailbox.title") };

export default function DemoMailPage() {
  if (!hasDemoMailbox()) notFound();
  return (
    <PublicFrame>
      <WordsProvider messages={wordsOf(["account", "common"])}>
        <DataProvider area="person">
          <DemoMailbox />
        </DataProvider>
      </WordsProvider>
    </PublicFrame>
  );
}
