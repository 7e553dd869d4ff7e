import type { Metadata } from "next";
import { MyRunning } from "@/features/mum-journey/my-running.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("mum")("nav.steps") };

export default async function MyRunningPage() {
  await getQueryClient().prefetchQuery(api("client").journey.mine.queryOptions({}));
  return (
    <Hydrate>
      <MyRunning />
    </Hydrate>
  );
}
