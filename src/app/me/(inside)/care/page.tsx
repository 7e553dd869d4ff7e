import type { Metadata } from "next";
import type { ReactNode } from "react";
import { MyConsents } from "@/features/mum-care/my-consents.tsx";
import { MyDocuments } from "@/features/mum-care/my-documents.tsx";
import { MyPain } from "@/features/mum-care/my-pain.tsx";
import { MyPhysio } from "@/features/mum-care/my-physio.tsx";
import { WhoLooked } from "@/features/mum-care/who-looked.tsx";
import { api, getQueryClient, Hydrate } from "@/trpc/server.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { me } from "../../load.ts";
import { Confirm } from "./confirm.tsx";

const t = words("mum");
export const metadata: Metadata = { title: t("nav.care") };

export default async function CarePage() {
  const { pain } = await me();
  const cache = getQueryClient();
  const mum = api("client");
  await Promise.all([
    cache.prefetchQuery(mum.clearance.mine.queryOptions({})),
    cache.prefetchQuery(mum.documents.mine.queryOptions({})),
    cache.prefetchQuery(mum.clients.consents.queryOptions({})),
    cache.prefetchQuery(mum.clients.whoLooked.queryOptions({})),
  ]);
  return (
    <Hydrate>
      <PageHeader title={t("care.title")} />
      <div className="space-y-10">
        <Confirm />
        <Part title={t("care.physio")}>
          <MyPhysio />
        </Part>
        <Part title={t("pain.title")}>
          <MyPain pain={pain} />
        </Part>
        <Part title={t("care.documents")}>
          <MyDocuments />
        </Part>
        <Part title={t("care.consents")}>
          <MyConsents />
        </Part>
        <Part title={t("care.looked")}>
          <WhoLooked />
        </Part>
      </div>
    </Hydrate>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3">{title}</h2>
      {children}
    </section>
  );
}
