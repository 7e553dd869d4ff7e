"use client";

import { ComesBack } from "@/features/account/comes-back.tsx";

/** One of her pages that failed, the ways to the others with it: calm, nothing lost, and back by itself. */
export default function MumError() {
  return (
    <main id="main" className="px-4 py-12">
      <ComesBack />
    </main>
  );
}
