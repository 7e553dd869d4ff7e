import { LOCALE } from "./locale.ts";

/** Codes that name no country one lives in: unions, pseudo-locales, reserved and outlying ones. */
const NO_COUNTRY = new Set("AC CP DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

export type Country = { readonly code: string; readonly name: string };

/**
 * Every country by its name, for choosing one (ISO 3166, names by the runtime's CLDR). `first` come first, in their order:
 * those a practice is likely to want.
 */
export function countriesByName(first: readonly string[] = []): readonly Country[] {
  const names = new Intl.DisplayNames(LOCALE, { type: "region", fallback: "none" });
  const all = LETTERS.flatMap((a) =>
    LETTERS.flatMap((b) => {
      const code = a + b;
      // An old code (East Germany, Burma) is another country's today.
      const isToday = new Intl.Locale(`und-${code}`).region === code && !NO_COUNTRY.has(code);
      const name = isToday ? names.of(code) : undefined;
      return name === undefined ? [] : [{ code, name }];
    }),
  ).toSorted((a, b) => a.name.localeCompare(b.name, LOCALE));
  const ahead = first.flatMap((code) => all.filter((row) => row.code === code));
  return [...ahead, ...all.filter((row) => !first.includes(row.code))];
}
