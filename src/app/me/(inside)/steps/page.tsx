import type { Metadata } from "next";
import { MySteps } from "@/features/mum-journey/my-steps.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("mum")("nav.steps") };

export default async function MyStepsPage() {
  await getQueryClient().prefetchQuery(api("client").journey.mine.queryOptions({}));
  return (
    <Hydrate>
      <MySteps />
    </Hydrate>
  );
}
