import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { HerCalendar } from "./her-calendar.tsx";

export default async function CalendarPage({ params }: { params: Promise<{ id: string }> }) {
  return (
    <WordsProvider messages={wordsOf(["common", "coach", "journey", "protocols", "refusals", "tests"])}>
      <HerCalendar clientId={(await params).id} />
    </WordsProvider>
  );
}
