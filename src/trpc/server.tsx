import "server-only";

import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { cookies } from "next/headers";
import { cache, type ReactNode } from "react";
import { keepAlive } from "@/server/account/sessions.ts";
import type { Area } from "@/server/trpc/context.ts";
import { contextFrom } from "@/server/trpc/request-context.ts";
import { appRouter } from "@/server/trpc/router.ts";
import { makeQueryClient } from "./query-client.ts";

/** One cache a request. */
export const getQueryClient = cache(makeQueryClient);

const contextOf = cache(async (area: Area) => {
  const jar = await cookies();
  const context = contextFrom((name) => jar.get(name)?.value, area);
  keepAlive(context.sessionToken);
  return context;
});

/** How a page asks: `prefetch(api("coach").clients.list.queryOptions(...))`. */
export const api = cache((area: Area) =>
  createTRPCOptionsProxy({ router: appRouter, ctx: () => contextOf(area), queryClient: getQueryClient }),
);

/** How a page that needs the answer itself asks (to redirect, to choose): plain calls, no cache. */
export const caller = cache(async (area: Area) => appRouter.createCaller(await contextOf(area)));

/** Hands what was prefetched to the components below. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}
