import type { Metadata } from "next";
import { WeeklyCheckIn } from "@/features/check-in/weekly-check-in.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../load.ts";

const t = words("mum");
export const metadata: Metadata = { title: t("checkIn.title") };

export default async function CheckInPage() {
  const { day, country } = await me();
  return (
    <>
      <PageHeader title={t("checkIn.title")} lead={t("checkIn.lead")} />
      <WeeklyCheckIn day={day} country={country} />
    </>
  );
}
