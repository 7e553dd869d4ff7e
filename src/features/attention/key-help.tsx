"use client";

import { useTranslations } from "use-intl";

const KEYS = [
  ["j", "keysNext"],
  ["k", "keysPrevious"],
  ["Enter", "keysOpen"],
  ["e", "keysHandle"],
  ["s", "keysSnooze"],
  ["u", "keysUndo"],
] as const;

/** Which keys do what, for those who have keys. */
export function KeyHelp() {
  const t = useTranslations("coach.today");
  return (
    <section aria-label={t("keys")} className="mt-6 text-ink-soft text-sm pointer-coarse:hidden print:hidden">
      <ul className="flex flex-wrap gap-x-5 gap-y-2">
        {KEYS.map(([key, words]) => (
          <li key={key} className="flex items-center gap-2">
            <kbd className="rounded-md border border-line-strong bg-raised px-1.5 py-0.5 font-mono text-xs">
              {key}
            </kbd>
            {t(words)}
          </li>
        ))}
      </ul>
    </section>
  );
}
