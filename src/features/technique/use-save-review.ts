"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Day, isDay } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { cuesOf, emptyReview, LONGEST_CUE, LONGEST_OBSERVATIONS, type ReviewDraft } from "./review-draft.ts";

export type ReviewProblem = "nothing" | "cues" | "cue_long" | "observations_long" | "day" | "day_in_future";

const newId = () => crypto.randomUUID();

/** What has to be mended before it can be saved. */
function problemsOf(draft: ReviewDraft, today: Day): readonly ReviewProblem[] {
  const cues = cuesOf(draft);
  const observations = draft.observations.trim();
  const day = draft.day ?? today;
  const problems: ReviewProblem[] = [];
  if (observations.length > LONGEST_OBSERVATIONS) problems.push("observations_long");
  if (draft.closed && cues.length === 0) problems.push("cues");
  else if (observations === "" && cues.length === 0) problems.push("nothing");
  if (cues.some((cue) => cue.length > LONGEST_CUE)) problems.push("cue_long");
  if (!isDay(day)) problems.push("day");
  else if (day > today) problems.push("day_in_future");
  return problems;
}

/** The review as it is written, and the saving of it: one key for one review, however often it is sent. */
export function useSaveReview(clientId: string, today: Day, onSaved: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [draft, setDraft] = useState(() => emptyReview(newId));
  const [key, setKey] = useState(newId);
  const [tries, setTries] = useState(0);
  const save = useMutation(
    trpc.technique.review.mutationOptions({
      onSuccess: () => {
        setDraft(emptyReview(newId));
        setKey(newId());
        setTries(0);
        onSaved();
        return cache.invalidateQueries();
      },
    }),
  );
  const problems = problemsOf(draft, today);
  return {
    draft,
    day: draft.day ?? today,
    tries,
    problems: tries > 0 ? problems : [],
    error: save.error,
    isPending: save.isPending,
    change: (part: Partial<ReviewDraft>) => {
      setDraft((before) => ({ ...before, ...part }));
      // Other words are another review: the key of a failed one must not carry them.
      if (save.isError) {
        setKey(newId());
        save.reset();
      }
    },
    submit: () => {
      if (save.isPending) return;
      const day = draft.day ?? today;
      if (problems.length > 0 || !isDay(day)) return setTries(tries + 1);
      save.mutate({
        key,
        clientId,
        reviewedOn: day,
        observations: draft.observations.trim() || null,
        cues: cuesOf(draft),
        closed: draft.closed,
      });
    },
  };
}

export type SavingReview = ReturnType<typeof useSaveReview>;
