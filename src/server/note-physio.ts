import { notFound } from "./trpc/errors.ts";
import type { Shell } from "./trpc/procedures.ts";

/** A physio as far as it matters whom one asks: her row, her address, and the person behind it if she keeps an account. */
export type NotedPhysio = { readonly id: string; readonly email: string; readonly userId: string | null };

type NewPhysio = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly clinic: string | null;
};

/** The practice's row of a physio, by her address; a new one under `id` when nobody has named her before. */
export async function notePhysio(
  { tx }: Shell,
  { id, name, email, clinic }: NewPhysio,
): Promise<NotedPhysio> {
  const [row] = await tx.$queryRaw<NotedPhysio[]>`
    SELECT id, email, user_id AS "userId" FROM app.note_physio(${id}::uuid, ${name}, ${email}, ${clinic})`;
  if (!row) throw notFound();
  return row;
}
