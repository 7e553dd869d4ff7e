import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { env, hasDemoMailbox } from "@/env.ts";
import { DemoPeople } from "@/features/account/demo-people.tsx";
import { nextFrom, onwards } from "@/features/account/next.ts";
import { PublicFrame } from "@/features/account/public-frame.tsx";
import { SignIn } from "@/features/account/sign-in.tsx";
import { whereTo } from "@/features/account/who-is.ts";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("account")("signIn.title") };

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  const next = nextFrom((await searchParams).next);
  if (await whereTo()) redirect(onwards("/doors", next));
  return (
    <PublicFrame width="narrow">
      <SignIn next={next} hasDemoMailbox={hasDemoMailbox()}>
        {env().DEMO && <DemoPeople hasMailbox={hasDemoMailbox()} />}
      </SignIn>
    </PublicFrame>
  );
}
