import NextLink from "next/link";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { words } from "@/words/server.ts";

export default function NotFound() {
  const t = words("common");
  return (
    <PublicFrame width="narrow">
      <EmptyState
        level={1}
        title={t("notFound.title")}
        actions={
          <Button asChild variant="secondary">
            <NextLink href="/">{t("notFound.home")}</NextLink>
          </Button>
        }
      >
        {t("notFound.body")}
      </EmptyState>
    </PublicFrame>
  );
}
