// Sentences of the catalogue as they would be shown, for tests: an argument that is missing fails the test.
import { createTranslator } from "use-intl";
import { argsOf } from "../words/args.ts";
import journey from "../words/en/journey.json" with { type: "json" };

const names = journey.names as unknown as Record<string, Record<string, string>>;
const tell = {
  day: (iso: string) => iso.split("-").toReversed().join("/"),
  name: (vocabulary: string, code: string) => names[vocabulary]?.[code],
};

/** The sentence with the data of its code in it. */
export function spoken(
  sentence: string,
  data: Readonly<Record<string, unknown>>,
  met: "met" | "not_met" | "unknown" = "not_met",
): string {
  const t = createTranslator({
    locale: "en-NZ",
    messages: { sentence },
    onError: (error) => {
      throw error;
    },
  });
  return t("sentence" as never, { met, ...argsOf(data, tell) } as never);
}
