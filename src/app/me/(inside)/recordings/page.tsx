import type { Metadata } from "next";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../load.ts";
import { RecordingsScreen } from "./recordings-screen.tsx";

const t = words("mum");
export const metadata: Metadata = { title: t("recordings.title") };

export default async function RecordingsPage() {
  const { id, country, zone, day, pain } = await me();
  return (
    <>
      <PageHeader
        over={<Link href="/me/plan">{t("recordings.back")}</Link>}
        title={t("recordings.title")}
        lead={t("recordings.lead")}
      />
      <RecordingsScreen owner={id} country={country} zone={zone} day={day} pain={pain} />
    </>
  );
}
