import { BookOpen, Inbox, Send, Settings2, Users } from "lucide-react";
import type { Metadata } from "next";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { DemoRibbon } from "@/features/account/demo-ribbon.tsx";
import { StepUpHere } from "@/features/account/step-up-here.tsx";
import { DataProvider } from "@/trpc/react.tsx";
import { AppShell } from "@/ui/app-shell.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Link } from "@/ui/link.tsx";
import { OfflineBanner } from "@/ui/offline-banner.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";
import { me } from "./load.ts";

const t = words("coach");

export const metadata: Metadata = {
  title: { default: t("title"), template: `%s · ${words("common")("product")}` },
};

/** The coach's desk: every room one way away, the practice and who is here under them. */
export default async function CoachLayout({ children }: { children: ReactNode }) {
  const { name, practice } = await me();
  const items = [
    { href: "/coach/today", label: t("shell.today"), icon: <Inbox /> },
    { href: "/coach/clients", label: t("shell.clients"), icon: <Users /> },
    { href: "/coach/requests", label: t("shell.requests"), icon: <Send /> },
    { href: "/coach/protocols", label: t("shell.protocols"), icon: <BookOpen /> },
    { href: "/coach/practice", label: t("shell.practice"), icon: <Settings2 /> },
  ];
  return (
    <DataProvider area="coach">
      <StepUpHere />
      <WordsProvider
        messages={wordsOf([
          "common",
          "coach",
          "journey",
          "attention",
          "refusals",
          "physio",
          "tests",
          "reports",
        ])}
      >
        <AppShell
          brand={<Wordmark href="/coach/today" link={NextLink} />}
          items={items}
          words={{ skip: t("shell.skip"), nav: t("shell.nav") }}
          ribbon={
            <>
              <DemoRibbon show={practice.isDemo} />
              <OfflineBanner>{words("common")("offline")}</OfflineBanner>
            </>
          }
          account={
            <div className="min-w-0 text-sm leading-snug max-lg:text-end">
              <p className="font-semibold [overflow-wrap:anywhere] max-lg:sr-only">{practice.name}</p>
              <p className="max-w-56 truncate text-ink-soft max-lg:sr-only">{name}</p>
              <Link href="/account" variant="alone" className="whitespace-nowrap">
                {t("shell.account")}
              </Link>
            </div>
          }
        >
          {children}
        </AppShell>
      </WordsProvider>
    </DataProvider>
  );
}
