import type { ReactNode } from "react";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return <WordsProvider messages={wordsOf(["account", "common"])}>{children}</WordsProvider>;
}
