import { redirect } from "next/navigation";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { TodayScreen } from "../today-screen.tsx";

export default async function TodayPage() {
  const { next } = await getQueryClient().fetchQuery(api("client").plans.today.queryOptions({}));
  if (next.code === "complete_intake") redirect("/me/welcome");
  return (
    <Hydrate>
      <TodayScreen />
    </Hydrate>
  );
}
