import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Intake } from "@/features/intake/intake.tsx";
import { caller } from "@/trpc/server.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { Ribbon } from "@/ui/ribbon.tsx";
import { words } from "@/words/server.ts";
import { me } from "../load.ts";

const t = words("mum");
export const metadata: Metadata = { title: t("nav.today") };

export default async function WelcomePage() {
  const { id, name, coach, country, day, isDemo } = await me();
  const client = await caller("client");
  const { next, holds } = await client.plans.today({});
  // A new journey starts with a new intake: when she is pregnant again she tells of the birth here.
  const isExpected = holds.some((hold) => hold.reason === "new_pregnancy");
  if (next.code !== "complete_intake" && next.code !== "red_flag" && !isExpected) redirect("/me");
  const initial = await client.clients.intakeDraft({});
  return (
    <PlainShell
      brand={<Wordmark />}
      width="narrow"
      words={{ skip: t("nav.skip") }}
      ribbon={isDemo ? <Ribbon>{words("common")("demo")}</Ribbon> : undefined}
    >
      <Intake owner={id} name={name} coach={coach} country={country} today={day} initial={initial} />
    </PlainShell>
  );
}
