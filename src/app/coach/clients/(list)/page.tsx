import { ClientList } from "@/features/clients/client-list.tsx";
import { filtersFrom } from "@/features/clients/filters.ts";
import { InviteHere, InviteMum } from "@/features/clients/invite-mum.tsx";
import { listQuery } from "@/features/clients/list-query.ts";
import { caller, getQueryClient, Hydrate } from "@/trpc/server.tsx";

type Search = Promise<Record<string, string | string[] | undefined>>;

/** All mums of the practice, the first page of them already here. */
export default async function ClientsPage({ searchParams }: { searchParams: Search }) {
  const coach = await caller("coach");
  const said = Object.entries(await searchParams).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value]] : [],
  );
  const query = listQuery(filtersFrom(new URLSearchParams(said)), (input) => coach.clients.list(input));
  await getQueryClient().prefetchInfiniteQuery({ ...query, retry: false });
  return (
    <Hydrate>
      <InviteHere>
        <ClientList invite={<InviteMum />} />
      </InviteHere>
    </Hydrate>
  );
}
