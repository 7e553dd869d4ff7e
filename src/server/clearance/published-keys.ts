import { type SealingKey, sealingKeys } from "./seal.ts";

export type PublishedKeys = {
  readonly format: "sevenstride-keys-1";
  /** The key that seals now first. An old sign-off names one of the others. */
  readonly keys: readonly (SealingKey & { readonly algorithm: "Ed25519"; readonly sealsNow: boolean })[];
};

/** What stands at the well-known address: ids to compare with, public halves to check with. Nothing of anybody. */
export function publishedKeys(): PublishedKeys {
  return {
    format: "sevenstride-keys-1",
    keys: sealingKeys().map((key, at) => ({ ...key, algorithm: "Ed25519", sealsNow: at === 0 })),
  };
}
