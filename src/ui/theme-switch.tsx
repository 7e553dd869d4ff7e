"use client";

import { Moon, MoonStar, Smartphone, Sun } from "lucide-react";
import { useId, useState } from "react";
import { THEME_COOKIE, type ThemeChoice } from "./theme.ts";

const CHOICES = [
  ["system", Smartphone],
  ["light", Sun],
  ["dark", Moon],
  ["night", MoonStar],
] as const;

const YEAR = 365 * 24 * 60 * 60;

export type ThemeSwitchProps = {
  label: string;
  words: Record<ThemeChoice, string>;
  /** What the page was made with: `themeFrom(cookie) ?? "system"`. */
  initial: ThemeChoice;
};

/** Light, dark, the device's own, or red for the night. Works at once and is remembered on this device. */
export function ThemeSwitch({ label, words, initial }: ThemeSwitchProps) {
  const [chosen, choose] = useState(initial);
  const id = useId();

  function take(choice: ThemeChoice) {
    choose(choice);
    if (choice === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = choice;
    // The Cookie Store is not in every browser yet.
    document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${YEAR}; samesite=lax`;
  }

  return (
    <fieldset className="print:hidden">
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="grid grid-cols-2 gap-2 sm:inline-grid sm:grid-cols-4">
        {CHOICES.map(([choice, Picture]) => (
          <label
            key={choice}
            className="relative flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-control border border-line-strong bg-raised px-4 py-2 text-sm has-checked:border-primary has-checked:bg-primary-soft has-checked:font-semibold has-checked:outline-2 has-checked:outline-primary has-checked:-outline-offset-1 has-focus-visible:outline-3! has-focus-visible:outline-focus! has-focus-visible:outline-offset-2!"
          >
            <input
              type="radio"
              name={id}
              checked={chosen === choice}
              onChange={() => take(choice)}
              className="absolute inset-0 cursor-pointer appearance-none rounded-control focus-visible:outline-none"
            />
            <Picture aria-hidden className="size-5 shrink-0" />
            {words[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
