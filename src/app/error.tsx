"use client";

import { ComesBack } from "@/features/account/comes-back.tsx";

/** Any page that failed: calm, nothing lost, and back by itself when the database was away. */
export default function ErrorPage() {
  return (
    <main id="main" className="px-4 py-12">
      <ComesBack />
    </main>
  );
}
