import { isIP, isIPv6 } from "node:net";
import { OWN_MACHINE } from "./limits.ts";

const SYSTEMS = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "Chromebook"],
  [/Linux/, "Linux"],
] as const;
const BROWSERS = [
  [/Edg(?:A|iOS)?\//, "Edge"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/FxiOS\/|Firefox\//, "Firefox"],
  [/CriOS\/|Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
] as const;

/** A browser as its owner would name it ("Safari, iPhone"), for her list of sessions; never used to decide anything. */
export function deviceOf(userAgent: string | null): string {
  const first = (list: readonly (readonly [RegExp, string])[]) =>
    list.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  return [first(BROWSERS), first(SYSTEMS)].filter(Boolean).join(", ") || "—";
}

/**
 * The neighbourhood of an address: /24 for IPv4, /64 for IPv6. Of a forwarded list the last entry counts: our own proxy
 * wrote it, all before it may be made up.
 */
export function addressPrefixOf(forwardedFor: string | null): string {
  const last = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  const address = /^::ffff:\d+\.\d+\.\d+\.\d+$/i.test(last) ? last.slice(7) : last;
  if (isIP(address) === 4) {
    const [a, b, c] = address.split(".");
    return a === "127" ? OWN_MACHINE : `${a}.${b}.${c}.0/24`;
  }
  if (!isIPv6(address)) return OWN_MACHINE;
  if (address === "::1") return OWN_MACHINE;
  const plain = address.split("%")[0] ?? address;
  const [head = "", tail] = plain.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(gap, 0) }, () => "0"), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
