"use client";

import { useState } from "react";

/**
 * A client-made key for a change: the same until the change was taken (pressing twice is one change), then a new one
 * for the next. Call `renew` when the server has said yes, or when the person means something else.
 */
export function useKey(): { readonly key: string; readonly renew: () => void } {
  const [key, setKey] = useState(() => crypto.randomUUID());
  return { key, renew: () => setKey(crypto.randomUUID()) };
}
