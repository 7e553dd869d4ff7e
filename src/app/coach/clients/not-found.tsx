import NextLink from "next/link";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { words } from "@/words/server.ts";

/** The same answer for a mum of another practice and for nobody at all. */
export default function NoSuchClient() {
  const t = words("coach");
  return (
    <EmptyState
      level={1}
      title={t("gone.title")}
      actions={
        <Button asChild>
          <NextLink href="/coach/clients">{t("gone.back")}</NextLink>
        </Button>
      }
    >
      <p>{t("gone.body")}</p>
    </EmptyState>
  );
}
