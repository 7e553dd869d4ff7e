import type { Metadata } from "next";
import { MyPlan } from "@/features/mum-journey/my-plan.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { Link } from "@/ui/link.tsx";
import { words } from "@/words/server.ts";

const t = words("mum");
export const metadata: Metadata = { title: t("nav.plan") };

export default async function MyPlanPage() {
  await getQueryClient().prefetchQuery(api("client").plans.week.queryOptions({}));
  return (
    <Hydrate>
      <MyPlan />
      <p className="mt-6">
        <Link href="/me/recordings" variant="alone">
          {t("recordings.link")}
        </Link>
      </p>
    </Hydrate>
  );
}
