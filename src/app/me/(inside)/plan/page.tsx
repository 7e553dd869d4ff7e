import type { Metadata } from "next";
import { MyPlan } from "@/features/mum-journey/my-plan.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { words } from "@/words/server.ts";

export const metadata: Metadata = { title: words("mum")("nav.plan") };

export default async function MyPlanPage() {
  await getQueryClient().prefetchQuery(api("client").plans.week.queryOptions({}));
  return (
    <Hydrate>
      <MyPlan />
    </Hydrate>
  );
}
