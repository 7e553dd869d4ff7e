import type { Metadata } from "next";
import { env } from "@/env.ts";
import { DemoRibbon } from "@/features/account/demo-ribbon.tsx";
import { OpenLink } from "@/features/clearance/physio/open-link.tsx";
import { openWords } from "@/features/clearance/physio/open-words.ts";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { words } from "@/words/server.ts";

const t = words("physio");

export const metadata: Metadata = { title: t("title") };

/**
 * The door, on whatever computer stands in a clinic: drawn on the server, with as little script as can read the secret
 * out of the address (docs/decisions/0083-what-a-page-carries.md).
 */
export default function OpenPage() {
  return (
    <PlainShell
      brand={<Wordmark />}
      width="wide"
      words={{ skip: t("skip") }}
      ribbon={<DemoRibbon show={env().DEMO} />}
    >
      <div className="mx-auto max-w-[34rem]">
        <OpenLink words={openWords()} />
      </div>
    </PlainShell>
  );
}
