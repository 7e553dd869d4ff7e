import type { Target } from "../../domain/journey/move-version.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";
import { outlineOfVersion } from "./queries.ts";

/** The version mums are moved to, and those before it. NOT_FOUND for another practice's version. */
export async function targetOf(shell: Shell, versionId: string): Promise<Target> {
  const { practiceId } = shell.actor;
  if (!practiceId) throw notFound();
  const outline = await outlineOfVersion(shell, versionId);
  const version = await shell.tx.protocolVersion.findUnique({
    where: { practiceId_id: { practiceId, id: versionId } },
    select: { number: true, protocol: { select: { versions: { select: { id: true, number: true } } } } },
  });
  const before = version?.protocol.versions.filter((row) => row.number < version.number) ?? [];
  return { outline, earlier: new Map(before.map((row) => [row.id, row.number])) };
}
