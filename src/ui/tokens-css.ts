import { writeFileSync } from "node:fs";
import path from "node:path";
import { COLOURS, type Theme } from "./tokens.ts";

const rows = (theme: Theme, indent: string) =>
  Object.entries(COLOURS)
    .map(([name, row]) => `${indent}--${name}: ${row[theme]};`)
    .join("\n");

/**
 * Text of `tokens.css`. The theme is the nearest `data-theme` (so a part of a page can have its own); without one the
 * system decides. Paper is always light, and white, or the printer spends ink on a tint.
 */
export function tokensCss(): string {
  const colours = Object.keys(COLOURS)
    .map((name) => `  --color-${name}: var(--${name});`)
    .join("\n");
  return `/* Written by tokens-css.ts from tokens.ts. Change it there. */
:root,
[data-theme="light"] {
  color-scheme: light;
${rows("light", "  ")}
}

@media (prefers-color-scheme: dark) {
  :root:not([data-theme]) {
    color-scheme: dark;
${rows("dark", "    ")}
  }
}

[data-theme="dark"] {
  color-scheme: dark;
${rows("dark", "  ")}
}

[data-theme="night"] {
  color-scheme: dark;
${rows("night", "  ")}
}

@media print {
  :root,
  :root:not([data-theme]),
  [data-theme] {
    color-scheme: light;
${rows("light", "    ")}
    --surface: #ffffff;
    --raised: #ffffff;
  }
}

@theme inline {
  --color-*: initial;
  --color-transparent: transparent;
  --color-current: currentColor;
${colours}
}
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(path.join(import.meta.dirname, "tokens.css"), tokensCss());
}
