import { COLOURS, THEMES, type Theme } from "./tokens.ts";

/** What a person may choose: a theme, or to follow her device. */
export type ThemeChoice = Theme | "system";

/** The cookie that remembers the choice, so that the very first byte of a page is dark and nothing flashes white. */
export const THEME_COOKIE = "theme";

/**
 * Reads the cookie's value. Gives what belongs in `<html data-theme={…}>`: a theme, or undefined for the device's own
 * (also for anything unknown).
 */
export function themeFrom(value: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === value);
}

/** For Next's `viewport.themeColor`: the browser's frame takes the page's ground. */
export function frameColours(theme: Theme | undefined) {
  if (theme) return [{ color: COLOURS.surface[theme] }];
  return [
    { media: "(prefers-color-scheme: light)", color: COLOURS.surface.light },
    { media: "(prefers-color-scheme: dark)", color: COLOURS.surface.dark },
  ];
}
