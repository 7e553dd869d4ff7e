import type { Metadata } from "next";
import { DraftList } from "@/features/protocols/builder/draft-list.tsx";
import { WriteNew } from "@/features/protocols/builder/start-draft.tsx";
import { ImportProtocol } from "@/features/protocols/import-protocol.tsx";
import { ProtocolList } from "@/features/protocols/protocol-list.tsx";
import { caller } from "@/trpc/server.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { orNotFound } from "./ask.ts";

const t = words("tests");

export const metadata: Metadata = { title: t("protocols.title") };

export default async function ProtocolsPage() {
  const coach = await caller("coach");
  const [lines, drafts] = await orNotFound(
    Promise.all([coach.protocols.list({}), coach.protocols.drafts({})]),
    "/coach/protocols",
  );
  return (
    <>
      <PageHeader title={t("protocols.title")} lead={t("protocols.lead")} actions={<WriteNew />} />
      <DraftList lines={drafts} />
      <ProtocolList lines={lines} />
      <ImportProtocol />
    </>
  );
}
