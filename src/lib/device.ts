/** What a person chose for this device, kept in cookies so that the first byte of a page is right already. */
export const TEXT_COOKIE = "text";
export const HAND_COOKIE = "hand";
export const TEXT_SIZES = ["normal", "large", "largest"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** A cookie's value as a text size; anything unknown is normal. */
export function textSizeFrom(value: string | undefined): TextSize {
  return TEXT_SIZES.find((size) => size === value) ?? "normal";
}

export function handFrom(value: string | undefined): "left" | "right" {
  return value === "left" ? "left" : "right";
}
