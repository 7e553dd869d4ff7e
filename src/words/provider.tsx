"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import type { Words } from "./index.ts";
import { LOCALE } from "./locale.ts";

/** Gives client components the rooms their page chose; they read them with `useTranslations`. */
export function WordsProvider({ messages, children }: { messages: Partial<Words>; children: ReactNode }) {
  return (
    <IntlProvider locale={LOCALE} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
