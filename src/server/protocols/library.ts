import { createHash } from "node:crypto";
import type { ProtocolOutline } from "../../domain/journey/facts.ts";
import { exerciseOf } from "../../domain/protocols/exercises.ts";
import type { ProtocolContent } from "../../domain/protocols/grammar.ts";
import { LIBRARY } from "../../domain/protocols/library/index.ts";
import { outlineOf } from "../../domain/protocols/outline.ts";

/** What one practice's copy of the shipped library consists of, ready for one statement. */
type ShippedRow = {
  readonly protocol_id: string;
  readonly version_id: string;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly content: ProtocolContent;
  readonly outline: ProtocolOutline;
};

/**
 * A practice's own ids of the shipped library, the same whenever they are asked for: a page can show the library before
 * its rows exist, and two first assignments at once write the same rows.
 */
function idOf(practiceId: string, name: string): string {
  const hex = createHash("sha256").update(`${practiceId} ${name}`).digest("hex");
  // RFC 9562 version 8: an id made by a rule of our own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The shipped library as rows of a practice. */
export function shippedRows(practiceId: string): readonly ShippedRow[] {
  return LIBRARY.map((content) => {
    const versionId = idOf(practiceId, `${content.slug} 1`);
    return {
      protocol_id: idOf(practiceId, content.slug),
      version_id: versionId,
      kind: content.kind,
      slug: content.slug,
      title: content.title,
      content,
      outline: outlineOf(versionId, content, exerciseOf),
    };
  });
}

/** The part of a database connection this needs: the product's transaction has it, and so has a builder's. */
type Executor = { $executeRawUnsafe: (sql: string, ...values: unknown[]) => Promise<number> };

const WRITE = `
  WITH shipped AS (
    SELECT * FROM jsonb_to_recordset($2::jsonb)
      AS s(protocol_id uuid, version_id uuid, kind protocol_kind, slug text, title text, content jsonb, outline jsonb)
  ), added AS (
    INSERT INTO protocol (id, practice_id, kind, slug)
    SELECT protocol_id, $1::uuid, kind, slug FROM shipped ON CONFLICT DO NOTHING RETURNING id
  )
  INSERT INTO protocol_version (id, practice_id, protocol_id, number, title, content, outline)
  SELECT version_id, $1::uuid, protocol_id, 1, title, content, outline FROM shipped WHERE protocol_id IN (SELECT id FROM added)
  ON CONFLICT DO NOTHING`;

/**
 * Gives the practice its copies of the shipped library, those it does not have yet: one statement, the second time
 * without effect.
 */
export async function ensureLibrary(tx: Executor, practiceId: string): Promise<void> {
  await tx.$executeRawUnsafe(WRITE, practiceId, JSON.stringify(shippedRows(practiceId)));
}
