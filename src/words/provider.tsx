"use client";

import type { ReactNode } from "react";
import { IntlProvider } from "use-intl";
import { LOCALE, type Words } from "./index.ts";

/** Gives client components the rooms their page chose; they read them with `useTranslations`. */
export function WordsProvider({ messages, children }: { messages: Partial<Words>; children: ReactNode }) {
  return (
    <IntlProvider locale={LOCALE} messages={messages} timeZone="UTC">
      {children}
    </IntlProvider>
  );
}
