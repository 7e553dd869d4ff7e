"use client";

import { ComesBack } from "@/features/account/comes-back.tsx";
import common from "@/words/en/common.json" with { type: "json" };
import "./globals.css";

/** When even the frame around all pages failed. */
export default function GlobalError() {
  return (
    <html lang="en-NZ">
      <body>
        <title>{common.product}</title>
        <main id="main" className="px-4 py-12">
          <ComesBack />
        </main>
      </body>
    </html>
  );
}
