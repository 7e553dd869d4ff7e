import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hasDemoMailbox } from "@/env.ts";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { SignUp } from "@/features/account/sign-up.tsx";
import { whereTo } from "@/features/account/who-is.ts";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("account")("signUp.title") };

export default async function SignUpPage() {
  if (await whereTo()) redirect("/doors");
  return (
    <PublicFrame width="narrow">
      <SignUp hasDemoMailbox={hasDemoMailbox()} />
    </PublicFrame>
  );
}
