import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { StepUp } from "./step-up.tsx";

/** For the layout of an area whose people sign or check something: inside its DataProvider. Brings its own words. */
export function StepUpHere() {
  return (
    <WordsProvider messages={wordsOf(["account"])}>
      <StepUp />
    </WordsProvider>
  );
}
