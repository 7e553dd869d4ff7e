import type { Metadata } from "next";
import { MyMessages } from "@/features/mum-care/my-messages.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../load.ts";

const t = words("mum");
export const metadata: Metadata = { title: t("nav.messages") };

export default async function MessagesPage() {
  const { coach } = await me();
  await getQueryClient().prefetchQuery(api("client").messages.mine.queryOptions({}));
  return (
    <Hydrate>
      <PageHeader title={t("messages.title")} lead={t("messages.lead", { coach })} />
      <MyMessages />
    </Hydrate>
  );
}
