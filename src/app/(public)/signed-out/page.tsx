import type { Metadata } from "next";
import NextLink from "next/link";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { Button } from "@/ui/button.tsx";
import { EmptyState } from "@/ui/states.tsx";
import { words } from "@/words/server.ts";

const t = words("account");

export const metadata: Metadata = { title: t("signedOut.title") };

export default function SignedOutPage() {
  return (
    <PublicFrame width="narrow">
      <EmptyState
        level={1}
        title={t("signedOut.title")}
        actions={
          <Button asChild>
            <NextLink href="/sign-in">{t("signedOut.again")}</NextLink>
          </Button>
        }
      >
        {t("signedOut.body")}
      </EmptyState>
    </PublicFrame>
  );
}
