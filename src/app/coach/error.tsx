"use client";

import { ComesBack } from "@/features/account/comes-back.tsx";

/** A page of the desk that failed: the rooms beside it stay within reach, and it comes back by itself. */
export default function CoachError() {
  return <ComesBack />;
}
