import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { HerLog } from "./her-log.tsx";

export default async function LogPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <WordsProvider messages={wordsOf(["common", "coach", "journey", "protocols", "refusals", "tests"])}>
      <HerLog clientId={(await params).id} />
    </WordsProvider>
  );
}
