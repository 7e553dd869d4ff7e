import type { Metadata } from "next";
import { cookies } from "next/headers";
import { hasDemoMailbox } from "@/env.ts";
import { AccountMenu } from "@/features/account/account-menu.tsx";
import { AccountPage } from "@/features/account/account-page.tsx";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { whoIs } from "@/features/account/who-is.ts";
import { DataProvider } from "@/trpc/react.tsx";
import { THEME_COOKIE, themeFrom } from "@/ui/theme.ts";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("account")("page.title") };

export default async function Page() {
  const me = await whoIs("person");
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value) ?? "system";
  return (
    <WordsProvider messages={wordsOf(["account", "common"])}>
      <PublicFrame corner={<AccountMenu name={me.name} />}>
        <DataProvider area="person">
          <AccountPage hasDemoMailbox={hasDemoMailbox()} theme={theme} />
        </DataProvider>
      </PublicFrame>
    </WordsProvider>
  );
}
