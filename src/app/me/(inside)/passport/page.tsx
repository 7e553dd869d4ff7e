import type { Metadata } from "next";
import { env } from "@/env.ts";
import { PassportSheet } from "@/features/mum-care/passport-sheet.tsx";
import { caller } from "@/trpc/server.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("mum")("nav.care") };

export default async function MyPassportPage() {
  const mum = await caller("client");
  return <PassportSheet mine={await mum.clearance.mine({})} checkAt={`${env().APP_URL}/passport`} />;
}
