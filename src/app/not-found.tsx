import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { buttonLook } from "@/ui/button-look.ts";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { words } from "@/words/server.ts";

/** An address that leads nowhere. Every page carries this one along, so it brings no script of its own: plain links. */
export default function NotFound() {
  const t = words("common");
  return (
    <PlainShell width="narrow" brand={<Wordmark />} words={{ skip: words("account")("skip") }}>
      <EmptyState
        level={1}
        title={t("notFound.title")}
        actions={
          // oxlint-disable-next-line next/no-html-link-for-pages
          <a href="/" className={buttonLook({ variant: "secondary" })}>
            {t("notFound.home")}
          </a>
        }
      >
        {t("notFound.body")}
      </EmptyState>
    </PlainShell>
  );
}
