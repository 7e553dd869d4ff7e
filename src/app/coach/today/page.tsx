import { Today } from "@/features/attention/today.tsx";
import { InviteHere, InviteMum } from "@/features/clients/invite-mum.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";

/** The coach's morning. What does not come now, the browser asks for again and says so. */
export default async function TodayPage() {
  const options = api("coach").attention.today.queryOptions({});
  await getQueryClient().prefetchQuery({ ...options, retry: false });
  return (
    <Hydrate>
      <InviteHere>
        <Today invite={<InviteMum />} />
      </InviteHere>
    </Hydrate>
  );
}
