import { z } from "zod";
import { certificateEnd, registerOf } from "../../domain/clearance/registers.ts";
import type { Restriction } from "../../domain/journey/facts.ts";
import { daySchema } from "../../domain/shared/day.ts";
import { dayOf, todayIn } from "../clock.ts";
import { notFound } from "../trpc/errors.ts";
import type { Shell } from "../trpc/procedures.ts";

export const overviewSchema = z.object({
  name: z.string(),
  zone: z.string(),
  country: z.string(),
  isDemo: z.boolean(),
  isOwner: z.boolean(),
  members: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: z.enum(["owner", "coach"]),
      isMe: z.boolean(),
    }),
  ),
  invited: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string(), expiresAt: z.date() })),
});

const ownId = ({ actor }: Shell): string => {
  if (!actor.practiceId) throw notFound();
  return actor.practiceId;
};

async function practiceOf(shell: Shell) {
  const practice = await shell.tx.practice.findFirst({
    where: { id: ownId(shell) },
    select: { name: true, zone: true, country: true, isDemo: true },
  });
  if (!practice) throw notFound();
  return practice;
}

/** The practice and its team, with coaches who were invited and have not come yet. */
export async function overview(shell: Shell): Promise<z.input<typeof overviewSchema>> {
  const { tx, actor, now } = shell;
  const practice = await practiceOf(shell);
  const members = await tx.member.findMany({
    where: { practiceId: ownId(shell), leftAt: null },
    select: { id: true, name: true, email: true, role: true },
    orderBy: [{ joinedAt: "asc" }, { id: "asc" }],
  });
  const invited = await tx.invitation.findMany({
    where: {
      practiceId: ownId(shell),
      purpose: "coach",
      usedAt: null,
      voidedAt: null,
      expiresAt: { gt: now },
    },
    select: { id: true, name: true, email: true, expiresAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
  });
  return {
    ...practice,
    isOwner: actor.role === "owner",
    members: members.map((row) => ({ ...row, isMe: row.id === actor.memberId })),
    invited,
  };
}

/** Where the check of a physio's credential stands today. */
const CREDENTIAL_STATES = [
  "valid",
  "ends_soon",
  "ended",
  "not_found",
  "restricted",
  "unchecked",
  "nothing_signed",
] as const;
/** A certificate that ends within these days is worth a look. */
const SOON_MS = 30 * 86_400_000;

export const physiosSchema = z.object({
  today: daySchema,
  register: z.object({
    regulator: z.string(),
    /** Empty where we know no register for the practice's country: the owner names it. */
    address: z.string(),
    validUntil: daySchema,
  }),
  physios: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      clinic: z.string().nullable(),
      title: z.string().nullable(),
      regulator: z.string().nullable(),
      /** The number she signed with last, or gave us. */
      registrationNumber: z.string().nullable(),
      state: z.enum(CREDENTIAL_STATES),
      /** Mums whose newest sign-off is hers. */
      signedFor: z.int(),
      lastCheck: z
        .object({
          registrationNumber: z.string(),
          checkedOn: daySchema,
          validUntil: daySchema,
          found: z.boolean(),
          restriction: z.enum(["none", "noted", "excludes"]),
          register: z.string(),
          evidence: z.string(),
        })
        .nullable(),
    }),
  ),
});
type Physio = z.input<typeof physiosSchema>["physios"][number];

function stateOf(check: Physio["lastCheck"], number: string | null, today: string): Physio["state"] {
  if (!check || check.registrationNumber !== number) return number === null ? "nothing_signed" : "unchecked";
  if (!check.found) return check.restriction === "excludes" ? "restricted" : "not_found";
  if (check.validUntil < today) return "ended";
  const left = Date.parse(check.validUntil) - Date.parse(today);
  return left < SOON_MS ? "ends_soon" : "valid";
}

const URGENT = ["unchecked", "ended", "ends_soon", "restricted", "not_found", "nothing_signed", "valid"];

/** The physios this practice knows, whoever waits for the owner's look into the register first. */
export async function physios(shell: Shell): Promise<z.input<typeof physiosSchema>> {
  const { tx, now } = shell;
  const practice = await practiceOf(shell);
  const today = todayIn(practice.zone, now);
  const rows = await tx.physio.findMany({
    where: { practiceId: ownId(shell) },
    select: {
      id: true,
      name: true,
      email: true,
      clinic: true,
      title: true,
      regulator: true,
      registrationNumber: true,
      clearances: {
        select: { registrationNumber: true, clientId: true },
        orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
      },
      credentialChecks: { orderBy: [{ recordedAt: "desc" }, { id: "desc" }] },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const list = rows.map(({ clearances, credentialChecks, registrationNumber, ...row }): Physio => {
    // What she signed with is what running depends on; what she told us is only a hint.
    const number = clearances[0]?.registrationNumber ?? registrationNumber;
    const check = credentialChecks.find((one) => one.registrationNumber === number) ?? credentialChecks[0];
    const lastCheck = check
      ? {
          registrationNumber: check.registrationNumber,
          checkedOn: dayOf(check.checkedOn),
          validUntil: dayOf(check.validUntil),
          found: check.found,
          restriction: (check.restriction ?? "none") as Restriction,
          register: check.register,
          evidence: check.evidence,
        }
      : null;
    return {
      ...row,
      registrationNumber: number,
      state: stateOf(lastCheck, number, today),
      signedFor: new Set(clearances.map((one) => one.clientId)).size,
      lastCheck,
    };
  });
  const { regulator, register } = registerOf(practice.country);
  return {
    today,
    register: { regulator, address: register, validUntil: certificateEnd(practice.country, today) },
    physios: list.toSorted((a, b) => URGENT.indexOf(a.state) - URGENT.indexOf(b.state)),
  };
}
