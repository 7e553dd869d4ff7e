import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cookies } from "next/headers";
import { HAND_COOKIE, handFrom } from "@/lib/device.ts";
import { caller } from "@/trpc/server.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";
import { SessionScreen } from "./session-screen.tsx";

export const metadata: Metadata = { title: words("mum")("nav.plan") };

export default async function SessionPage({ params }: { params: Promise<{ planId: string }> }) {
  const { planId } = await params;
  const client = await caller("client");
  const todo = await client.plans.session({ planId }).catch((error: { code?: string }) => {
    // A foreign id and nonsense are answered alike.
    if (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST") notFound();
    throw error;
  });
  const hand = handFrom((await cookies()).get(HAND_COOKIE)?.value);
  return (
    <WordsProvider messages={wordsOf(["common", "mum", "journey", "refusals", "protocols"])}>
      <main id="main" data-hand={hand} className="min-h-dvh bg-surface">
        <SessionScreen todo={todo} />
      </main>
    </WordsProvider>
  );
}
