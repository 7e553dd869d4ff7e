/** The last piece of a name after its dot, in lower case; empty without one. */
export function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? "";
}

/**
 * A person's file name as text to show: never a path, no control or direction-changing characters (a right-to-left
 * override turns "gpj.exe" around), 120 characters at most.
 */
export function shownName(fileName: string, nameless = "letter"): string {
  const last = fileName.normalize("NFC").split(/[\\/]/).at(-1) ?? "";
  // biome-ignore lint: control characters are what is being removed
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/\s+/g, " ")
    .trim();
  const extension = extensionOf(clean);
  const stem = (extension ? clean.slice(0, -extension.length - 1) : clean).replace(/^\.+/, "");
  const short = [...stem].slice(0, 110).join("").trim() || nameless;
  return extension ? `${short}.${extension}` : short;
}
