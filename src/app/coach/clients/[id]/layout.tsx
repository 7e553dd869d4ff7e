import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ClientHeader } from "@/features/coach-journey/client-header.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { words } from "@/words/server.ts";

// A title may be seen over a shoulder: it never says whose page it is.
export const metadata: Metadata = { title: words("coach")("shell.clients") };

const ABSENT = new Set(["NOT_FOUND", "BAD_REQUEST"]);

/** Everything about one mum; who is not a mum of this practice is not there. */
export default async function ClientLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ id: string }>;
}) {
  const { id: clientId } = await params;
  try {
    const options = api("coach").clients.byId.queryOptions({ clientId });
    // Asked once: a second try would be a second look in her trail.
    await getQueryClient().fetchQuery({ ...options, retry: false });
  } catch (error) {
    if (ABSENT.has((error as { code?: string }).code ?? "")) notFound();
    throw error;
  }
  return (
    <Hydrate>
      <ClientHeader clientId={clientId} />
      {children}
    </Hydrate>
  );
}
