/** A value JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One text for one value, whoever writes it (RFC 8785): keys in the order of their UTF-16 code units, no spaces,
 * numbers and strings as ECMAScript prints them. Throws a TypeError for what JSON cannot say exactly.
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    if (!value.isWellFormed()) throw new TypeError("half a character cannot be sealed");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError("only finite numbers can be sealed");
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const pairs = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => {
      if (part === undefined) throw new TypeError(`${key} is undefined`);
      return `${JSON.stringify(key)}:${canonicalJson(part)}`;
    });
  return `{${pairs.join(",")}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
