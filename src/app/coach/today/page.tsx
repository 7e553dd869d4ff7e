import { InviteMum } from "@/features/clients/invite-mum.tsx";
import { Today } from "@/features/attention/today.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";

/** The coach's morning. */
export default function TodayPage() {
  void getQueryClient().prefetchQuery(api("coach").attention.today.queryOptions({}));
  return (
    <Hydrate>
      <Today invite={<InviteMum />} />
    </Hydrate>
  );
}
