import type { Outputs } from "@/trpc/wire.ts";
import type { Filters } from "./filters.ts";

type Page = Outputs["clients"]["list"];
type Cursor = Page["next"];
type Ask = (input: Filters & { cursor: Cursor }) => Promise<Page>;

/** The list in pages: the same question on the server (which asks first) and in the browser (which asks on). */
export function listQuery(filters: Filters, ask: Ask) {
  return {
    queryKey: ["clients", "list", filters] as const,
    queryFn: ({ pageParam }: { pageParam: Cursor }) => ask({ ...filters, cursor: pageParam }),
    initialPageParam: null as Cursor,
    getNextPageParam: (page: Page) => page.next,
  };
}
