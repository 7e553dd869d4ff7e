import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { wordsOf } from "@/words/index.ts";
import { WordsProvider } from "@/words/provider.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../../load.ts";
import { LogScreen } from "./log-screen.tsx";

export const metadata: Metadata = { title: words("mum")("nav.plan") };

const ABSENT = new Set(["NOT_FOUND", "BAD_REQUEST"]);

export default async function LogPage({ params }: { params: Promise<{ logId: string }> }) {
  const { logId } = await params;
  const { country, pain } = await me();
  try {
    const options = api("client").plans.myLog.queryOptions({ logId });
    await getQueryClient().fetchQuery({ ...options, retry: false });
  } catch (error) {
    // A foreign id and nonsense are answered alike.
    if (ABSENT.has((error as { code?: string }).code ?? "")) notFound();
    throw error;
  }
  return (
    <Hydrate>
      <WordsProvider messages={wordsOf(["common", "mum", "journey", "refusals", "protocols"])}>
        <LogScreen logId={logId} country={country} pain={pain} />
      </WordsProvider>
    </Hydrate>
  );
}
