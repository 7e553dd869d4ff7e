/** The four kinds of file a letter may be. What is not here is refused, whatever it claims. */
export const KINDS = [
  { kind: "pdf", mime: "application/pdf", extensions: ["pdf"] },
  { kind: "jpeg", mime: "image/jpeg", extensions: ["jpg", "jpeg"] },
  { kind: "png", mime: "image/png", extensions: ["png"] },
  { kind: "webp", mime: "image/webp", extensions: ["webp"] },
] as const;
export type Kind = (typeof KINDS)[number]["kind"];

/** Limits of one file. 10 MB and 30 pages hold any letter; 40 megapixels any phone's photo (trust.md section 5). */
export const LIMITS = {
  bytes: 10 * 1024 * 1024,
  /** Of what comes in at once. */
  part: 256 * 1024,
  pages: 30,
  pixels: 40_000_000,
  pageUnits: 14_400,
} as const;

/** Why a file was not taken. One sentence each in words: documents.problem. */
export const PROBLEMS = [
  "empty",
  "too_big",
  "too_many",
  "full",
  "changed",
  "executable",
  "heic",
  "unsupported",
  "disguised",
  "encrypted",
  "damaged",
  "active",
  "no_pages",
  "too_many_pages",
  "too_many_pixels",
  "moving",
  "infected",
] as const;
export type Problem = (typeof PROBLEMS)[number];

const EXECUTABLE_EXTENSIONS = new Set(
  "app apk bat bin cmd com cpl deb dll dmg elf exe gadget hta iso jar js jse lnk mjs msi msp php pif ps1 py reg rpm scr sh so vb vbe vbs wsf".split(
    " ",
  ),
);
const EXECUTABLE_STARTS = [
  "4d5a", // MZ: Windows
  "7f454c46", // ELF
  "feedface", // Mach-O, and the next four
  "feedfacf",
  "cefaedfe",
  "cffaedfe",
  "cafebabe", // also a Java class
  "2321", // #! a script
];

/** True for a program, by its name or by how it begins. */
export function looksExecutable(bytes: Uint8Array, extension: string): boolean {
  const start = Buffer.from(bytes.subarray(0, 4)).toString("hex");
  return EXECUTABLE_EXTENSIONS.has(extension) || EXECUTABLE_STARTS.some((magic) => start.startsWith(magic));
}
