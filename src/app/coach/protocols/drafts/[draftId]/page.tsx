import type { Metadata } from "next";
import { caller } from "@/trpc/server.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";
import { orNotFound } from "../../ask.ts";
import { Editor } from "./editor.tsx";

export const metadata: Metadata = { title: words("tests")("protocols.title") };

export default async function DraftPage({ params }: { params: Promise<{ draftId: string }> }) {
  const { draftId } = await params;
  const coach = await caller("coach");
  const open = await orNotFound(
    coach.protocols.draft({ draftId }),
    `/coach/protocols/drafts/${encodeURIComponent(draftId)}`,
  );
  // With the mum's words: the preview speaks as she will hear it.
  const messages = wordsOf(["common", "coach", "journey", "mum", "protocols", "refusals", "tests"]);
  return (
    <WordsProvider messages={messages}>
      <Editor open={open} />
    </WordsProvider>
  );
}
