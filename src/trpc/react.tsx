"use client";

import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import superjson from "superjson";
import type { Area } from "@/server/trpc/context.ts";
import type { AppRouter } from "@/server/trpc/router.ts";
import { makeQueryClient } from "./query-client.ts";
import { stepUpLink } from "./step-up.ts";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

let browserClient: QueryClient | undefined;
function queryClient(): QueryClient {
  if (typeof window === "undefined") return makeQueryClient();
  browserClient ??= makeQueryClient();
  return browserClient;
}

type Speaks = {
  readonly area: Area;
  /** Whose page this is; her phone keeps pages, and a call of hers is refused under another person's session. */
  readonly owner?: string;
  readonly children: ReactNode;
};

/** The data of one area of the product; every call says for which it speaks. */
export function DataProvider({ area, owner, children }: Speaks) {
  const client = queryClient();
  const [trpc] = useState(() =>
    createTRPCClient<AppRouter>({
      links: [
        stepUpLink(),
        httpBatchLink({
          url: "/api/trpc",
          transformer: superjson,
          maxItems: 10,
          headers: owner ? { "x-area": area, "x-owner": owner } : { "x-area": area },
        }),
      ],
    }),
  );
  return (
    <QueryClientProvider client={client}>
      <TRPCProvider trpcClient={trpc} queryClient={client}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
