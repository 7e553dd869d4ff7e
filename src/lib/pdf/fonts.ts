import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** The fonts of the app as whole TTF files: the ones of the web pages are variable and cut into alphabets. */
const FILES = {
  text: "@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf",
  strong: "@expo-google-fonts/figtree/600SemiBold/Figtree_600SemiBold.ttf",
  heading: "@expo-google-fonts/newsreader/500Medium/Newsreader_500Medium.ttf",
  /** For what the text font has no letters for, such as Vietnamese. */
  spare: "@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf",
} as const;
export type FontName = keyof typeof FILES;
export const FONT_NAMES = Object.keys(FILES) as readonly FontName[];

const read = new Map<FontName, Buffer>();

/** The bytes of a font, read once. Looked up from where the process runs, so that no bundler takes it apart. */
export function fontBytes(name: FontName): Buffer {
  const known = read.get(name);
  if (known) return known;
  const bytes = readFileSync(createRequire(join(process.cwd(), "package.json")).resolve(FILES[name]));
  read.set(name, bytes);
  return bytes;
}
