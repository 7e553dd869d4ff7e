import type { ReactNode } from "react";
import { env } from "@/env.ts";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PlainShell, type PlainShellProps } from "@/ui/plain-shell.tsx";
import { words } from "@/words/server.ts";
import { DemoRibbon } from "./demo-ribbon.tsx";

type PublicFrameProps = Pick<PlainShellProps, "width" | "corner" | "footer"> & { children: ReactNode };

/** Around every page one can open without being signed in, and the account's own. */
export function PublicFrame({ children, ...rest }: PublicFrameProps) {
  return (
    <PlainShell
      {...rest}
      brand={<Wordmark href="/" />}
      words={{ skip: words("account")("skip") }}
      ribbon={<DemoRibbon show={env().DEMO} />}
    >
      {children}
    </PlainShell>
  );
}
