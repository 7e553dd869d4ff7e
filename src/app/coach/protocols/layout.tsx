import type { ReactNode } from "react";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";

/** What the rooms of the desk have not: the words of protocols and their exercises. */
export default function ProtocolsLayout({ children }: { children: ReactNode }) {
  const messages = wordsOf(["common", "coach", "journey", "protocols", "refusals", "tests"]);
  return <WordsProvider messages={messages}>{children}</WordsProvider>;
}
