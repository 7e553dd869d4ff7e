import type { Metadata } from "next";
import { LifeHappens } from "@/features/mum-care/life-happens.tsx";
import { caller } from "@/trpc/server.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../load.ts";

const t = words("mum");
// A title may be seen over a shoulder.
export const metadata: Metadata = { title: t("life.title") };

export default async function LifePage() {
  const { day } = await me();
  const { journey } = await (await caller("client")).journey.mine({});
  const isPregnant = journey.holds.some((hold) => hold.reason === "new_pregnancy");
  return (
    <>
      <PageHeader title={t("life.title")} lead={t("life.lead")} />
      <LifeHappens day={day} isPregnant={isPregnant} />
    </>
  );
}
