import type { Metadata } from "next";
import { cookies } from "next/headers";
import { hasDemoMailbox } from "@/env.ts";
import { TakeMyData } from "@/features/account/take-my-data.tsx";
import { BabyPrompts, MyDevice, MyGoal } from "@/features/mum-care/my-settings.tsx";
import { FeedCard } from "@/features/reports/feed-card.tsx";
import { HAND_COOKIE, handFrom, TEXT_COOKIE, textSizeFrom } from "@/lib/device.ts";
import { caller } from "@/trpc/server.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { THEME_COOKIE, themeFrom } from "@/ui/theme.ts";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../load.ts";

const t = words("mum");
export const metadata: Metadata = { title: t("nav.settings") };

export default async function SettingsPage() {
  const { day } = await me();
  const { journey } = await (await caller("client")).journey.mine({});
  const jar = await cookies();
  const initial = {
    theme: themeFrom(jar.get(THEME_COOKIE)?.value) ?? ("system" as const),
    text: textSizeFrom(jar.get(TEXT_COOKIE)?.value),
    hand: handFrom(jar.get(HAND_COOKIE)?.value),
  };
  return (
    <>
      <PageHeader title={t("settings.title")} />
      <div className="space-y-8">
        <MyDevice initial={initial} />
        <MyGoal goal={journey.goal} />
        <FeedCard who="mum" />
        <BabyPrompts day={day} />
        <Card title={t("settings.data")}>
          <p className="mb-3 text-ink-soft">{t("settings.dataLead")}</p>
          <WordsProvider messages={wordsOf(["account"])}>
            <TakeMyData label={t("settings.dataTake")} hasDemoMailbox={hasDemoMailbox()} />
          </WordsProvider>
        </Card>
        <Card title={t("settings.account")}>
          <Link href="/account" variant="alone">
            {t("settings.signOut")}
          </Link>
        </Card>
      </div>
    </>
  );
}
