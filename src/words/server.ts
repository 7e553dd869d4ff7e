import { createTranslator } from "use-intl";
import { en, type WordsRoom } from "./index.ts";
import { LOCALE } from "./locale.ts";

/** The sentences of one room, for server components, mail and letters. */
export function words<R extends WordsRoom>(room: R) {
  return createTranslator({ locale: LOCALE, messages: en, namespace: room });
}
