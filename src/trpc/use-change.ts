"use client";

import { useMutation, type UseMutationOptions, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/words/use-say.ts";

/** True when the server has answered and its answer is no: asking again would be asking for something else. */
function isAnswered(error: unknown): boolean {
  const status = (error as { data?: { httpStatus?: number } | null } | null)?.data?.httpStatus;
  return status !== undefined && status < 500;
}

/**
 * A change under a client-made key. The key stays until the server has answered, so that pressing twice, or again after
 * a lost connection, is one change; the next change has another. Afterwards everything on screen is asked anew: a fact
 * about a mum moves more than the place it was written.
 */
export function useChange<I extends { key: string }, O, E, C>(options: UseMutationOptions<O, E, I, C>) {
  const cache = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const mutation = useMutation({
    ...options,
    onSuccess: async () => {
      setKey(crypto.randomUUID());
      await cache.invalidateQueries();
    },
    onError: (error: E) => {
      if (!isAnswered(error)) return;
      setKey(crypto.randomUUID());
      // A refusal tells that the page knew something that no longer holds.
      if (refusalOf(error)) void cache.invalidateQueries();
    },
  });
  return {
    /** `onDone` when it was taken and the page knows. */
    send: (input: Omit<I, "key">, onDone?: (answer: O) => void) => {
      if (mutation.isPending) return;
      mutation.mutate({ ...input, key } as unknown as I, { onSuccess: (answer) => onDone?.(answer) });
    },
    answer: mutation.data,
    isBusy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
