"use client";

import { Outline } from "@/features/player/outline.tsx";
import { Builder } from "@/features/protocols/builder/builder.tsx";
import type { OpenDraft } from "@/features/protocols/builder/use-draft.ts";

/** The editor, with the player's outline as what a mum sees. */
export function Editor({ open }: { open: OpenDraft }) {
  // Another draft is another history.
  return <Builder key={open.draftId} open={open} outline={(blocks) => <Outline blocks={blocks} />} />;
}
