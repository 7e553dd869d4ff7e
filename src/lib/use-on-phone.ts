"use client";

import { useState, useSyncExternalStore } from "react";

const never = () => () => undefined;

/**
 * Something only the browser knows, as it was when the page arrived: the server's own drawing is made with `before`, so
 * that the two agree, and the browser's answer follows at once.
 * @param read asked once in the browser; must not throw
 */
export function useOnArrival<T>(read: () => T, before: T): T {
  const [once] = useState(() => {
    let answer: { readonly value: T } | null = null;
    return () => {
      answer ??= { value: read() };
      return answer.value;
    };
  });
  return useSyncExternalStore(never, once, () => before);
}
