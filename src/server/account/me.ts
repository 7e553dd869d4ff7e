import { databases } from "../db/pools.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

type Me = {
  role: Shell["actor"]["role"];
  name: string;
  email: string | null;
  hasAccount: boolean;
  practice: { id: string; name: string; zone: string; country: string; isDemo: boolean } | null;
};

/** Who is asking, as her role in this practice knows her. */
export async function whoAmI({ tx, actor }: Shell): Promise<Me> {
  const [account] = actor.userId
    ? await databases().auth.$queryRaw<
        { name: string; email: string }[]
      >`SELECT name, email FROM "user" WHERE id = ${actor.userId}::uuid`
    : [];
  const practice = actor.practiceId
    ? await tx.practice.findUnique({
        where: { id: actor.practiceId },
        select: { id: true, name: true, zone: true, country: true, isDemo: true },
      })
    : null;
  const name = (await nameHere(tx, actor)) ?? account?.name;
  if (name === undefined) throw notFound();
  return {
    role: actor.role,
    name,
    email: account?.email ?? null,
    hasAccount: account !== undefined,
    practice,
  };
}

async function nameHere(
  tx: Shell["tx"],
  { memberId, clientId, physioId }: Shell["actor"],
): Promise<string | undefined> {
  const select = { name: true } as const;
  const row = memberId
    ? await tx.member.findFirst({ where: { id: memberId }, select })
    : clientId
      ? await tx.client.findFirst({ where: { id: clientId }, select })
      : physioId
        ? await tx.physio.findFirst({ where: { id: physioId }, select })
        : null;
  return row?.name;
}
