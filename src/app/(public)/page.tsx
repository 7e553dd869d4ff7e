import { redirect } from "next/navigation";
import { env } from "@/env.ts";
import { Landing } from "@/features/account/landing.tsx";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { whereTo } from "@/features/account/who-is.ts";

export default async function HomePage() {
  if (await whereTo()) redirect("/doors");
  return (
    <PublicFrame width="wide">
      <Landing isDemo={env().DEMO} />
    </PublicFrame>
  );
}
