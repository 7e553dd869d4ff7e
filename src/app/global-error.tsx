"use client";

import broken from "@/words/en/broken.json" with { type: "json" };
import "./globals.css";

/** When even the frame around all pages failed. Every page carries this along as well, so it is next to nothing. */
export default function GlobalError() {
  return (
    <html lang="en-NZ">
      <body>
        <title>Sevenstride</title>
        <main id="main" className="mx-auto max-w-[34rem] space-y-4 px-4 py-12 text-center">
          <h1>{broken.failed.title}</h1>
          <p>{broken.failed.body}</p>
          <button
            type="button"
            className="min-h-12 font-semibold text-primary underline"
            onClick={() => window.location.reload()}
          >
            {broken.again}
          </button>
        </main>
      </body>
    </html>
  );
}
