import type { Metadata } from "next";
import NextLink from "next/link";
import { WriteFromVersion } from "@/features/protocols/builder/start-draft.tsx";
import { MoveClients } from "@/features/protocols/move-clients.tsx";
import { ProtocolDetail } from "@/features/protocols/protocol-detail.tsx";
import { ReviewCard } from "@/features/protocols/review-card.tsx";
import { caller } from "@/trpc/server.tsx";
import { Button } from "@/ui/button.tsx";
import { words } from "@/words/server.ts";
import { orNotFound } from "../ask.ts";

export const metadata: Metadata = { title: words("tests")("protocols.title") };

export default async function ProtocolPage({ params }: { params: Promise<{ versionId: string }> }) {
  const { versionId } = await params;
  const coach = await caller("coach");
  const { content, number, review, mayReview } = await orNotFound(
    coach.protocols.byId({ versionId }),
    `/coach/protocols/${encodeURIComponent(versionId)}`,
  );
  return (
    <ProtocolDetail
      content={content}
      number={number}
      actions={
        <>
          <WriteFromVersion versionId={versionId} title={content.title} />
          <Button asChild variant="secondary">
            <NextLink href={`/coach/clients?assign=${encodeURIComponent(versionId)}`}>
              {words("coach")("bulk.assignTo")}
            </NextLink>
          </Button>
          <MoveClients versionId={versionId} number={number} />
        </>
      }
      fileHref={`/coach/protocols/${versionId}/protocol.json`}
      review={<ReviewCard {...{ versionId, review, mayReview }} />}
    />
  );
}
