import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import type { CredentialCheck, ProtocolOutline } from "../../src/domain/journey/facts.ts";
import type { ProtocolContent } from "../../src/domain/protocols/grammar.ts";
import { LIBRARY } from "../../src/domain/protocols/library/index.ts";
import { outlineOf } from "../../src/domain/protocols/outline.ts";
import { addDays, type Day } from "../../src/domain/shared/day.ts";
import { Mum, type MumInput } from "./mum.ts";
import { instantOn } from "./instants.ts";

export type Ground = {
  readonly db: pg.Client;
  readonly today: Day;
  readonly user: (name: string, email: string) => Promise<string>;
};

export type PracticeInput = {
  readonly name: string;
  readonly owner: { readonly name: string; readonly email: string };
  readonly zone?: string;
  readonly country?: string;
  readonly isDemo?: boolean;
};

export type MemberRef = {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
};
export type PhysioRef = {
  readonly id: string;
  readonly userId: string | null;
  readonly name: string;
  readonly email: string;
  readonly registrationNumber: string;
};

/** A version of the practice's library, as the rules see it and as it was published. */
export type VersionRef = ProtocolOutline & { readonly slug: string; readonly content: ProtocolContent };

export type Practice = Awaited<ReturnType<typeof openPractice>>;

/** Founds a practice with its owner and the shipped library. */
export async function openPractice(ground: Ground, input: PracticeInput) {
  const { db, today } = ground;
  const id = randomUUID();
  const zone = input.zone ?? "Pacific/Auckland";
  const country = input.country ?? "NZ";
  await db.query(`INSERT INTO practice (id, name, zone, country, is_demo) VALUES ($1, $2, $3, $4, $5)`, [
    id,
    input.name,
    zone,
    country,
    input.isDemo ?? false,
  ]);

  const join = async (role: "owner" | "coach", name: string, email: string): Promise<MemberRef> => {
    const member = {
      id: randomUUID(),
      userId: await ground.user(name, email),
      name,
      email: email.toLowerCase(),
    };
    await db.query(
      `INSERT INTO member (id, practice_id, user_id, role, name, email) VALUES ($1, $2, $3, $4, $5, $6)`,
      [member.id, id, member.userId, role, name, member.email],
    );
    return member;
  };
  const owner = await join("owner", input.owner.name, input.owner.email);
  const library = await publishLibrary(db, id);
  const checks: CredentialCheck[] = [];

  return {
    id,
    name: input.name,
    zone,
    country,
    owner,
    library,
    checks,
    ground,

    /** Another coach joins. */
    coach: (name: string, email: string) => join("coach", name, email),

    /** A physio the practice works with; with an account of her own only when asked for. */
    async physio(details: {
      name: string;
      email: string;
      registrationNumber?: string;
      clinic?: string;
      account?: boolean;
    }): Promise<PhysioRef> {
      const userId = details.account ? await ground.user(details.name, details.email) : null;
      const physio = {
        id: randomUUID(),
        userId,
        name: details.name,
        email: details.email.toLowerCase(),
        registrationNumber: details.registrationNumber ?? `70-${randomBytes(4).readUInt32BE(0)}`,
      };
      await db.query(
        `INSERT INTO physio (id, practice_id, name, email, clinic, title, regulator, registration_number, user_id)
         VALUES ($1, $2, $3, $4, $5, 'Physiotherapist', 'Physiotherapy Board of New Zealand', $6, $7)`,
        [physio.id, id, physio.name, physio.email, details.clinic ?? null, physio.registrationNumber, userId],
      );
      return physio;
    },

    /** The owner looks her up in the public register. */
    async checkCredential(
      physio: PhysioRef,
      daysAgo: number,
      { found = true, validForDays = 200 } = {},
    ): Promise<void> {
      const checkedOn = addDays(today, -daysAgo);
      const check: CredentialCheck = {
        id: randomUUID(),
        physioId: physio.id,
        registrationNumber: physio.registrationNumber,
        checkedOn,
        validUntil: addDays(today, validForDays),
        found,
        recordedAt: instantOn(checkedOn, 0, today),
        recordedBy: { kind: "owner", id: owner.id },
      };
      await db.query(
        `INSERT INTO credential_check (id, practice_id, physio_id, recorded_at, recorded_by_kind, recorded_by_id, registration_number, checked_on, valid_until, found, register, evidence)
         VALUES ($1, $2, $3, $4, 'owner', $5, $6, $7, $8, $9, 'Physiotherapy Board public register', 'Name, number and certificate seen')`,
        [
          check.id,
          id,
          physio.id,
          check.recordedAt,
          owner.id,
          physio.registrationNumber,
          checkedOn,
          check.validUntil,
          found,
        ],
      );
      checks.push(check);
    },

    /** A mum joins; her story follows day by day on the builder that comes back. */
    async mum(details: MumInput): Promise<Mum> {
      const userId = details.account === false ? null : await ground.user(details.name, details.email);
      const clientId = randomUUID();
      const joinedOn = addDays(today, -details.joinedDaysAgo);
      await db.query(
        `INSERT INTO client (id, practice_id, user_id, name, email, zone, country, coach_id, joined_on, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          clientId,
          id,
          userId,
          details.name,
          details.email.toLowerCase(),
          zone,
          country,
          (details.coach ?? owner).id,
          joinedOn,
          instantOn(joinedOn, 0, today),
        ],
      );
      return new Mum(this, {
        clientId,
        userId,
        joinedOn,
        zone,
        country,
        coachId: (details.coach ?? owner).id,
      });
    },

    /** A secret address for a physio to one mum's request: the token that stands in her mail. */
    async link(clientId: string, requestId: string, physio: PhysioRef): Promise<string> {
      const token = randomBytes(32).toString("base64url");
      await db.query(
        `INSERT INTO physio_link (id, practice_id, client_id, physio_id, request_id, token_hash, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, now() + interval '60 days')`,
        [randomUUID(), id, clientId, physio.id, requestId, createHash("sha256").update(token).digest()],
      );
      return token;
    },
  };
}

async function publishLibrary(db: pg.Client, practiceId: string): Promise<ReadonlyMap<string, VersionRef>> {
  const versions = new Map<string, VersionRef>();
  for (const content of LIBRARY) {
    const protocolId = randomUUID();
    const versionId = randomUUID();
    const outline = outlineOf(versionId, content);
    await db.query(`INSERT INTO protocol (id, practice_id, kind, slug) VALUES ($1, $2, $3, $4)`, [
      protocolId,
      practiceId,
      content.kind,
      content.slug,
    ]);
    await db.query(
      `INSERT INTO protocol_version (id, practice_id, protocol_id, number, title, content, outline) VALUES ($1, $2, $3, 1, $4, $5, $6)`,
      [versionId, practiceId, protocolId, content.title, JSON.stringify(content), JSON.stringify(outline)],
    );
    versions.set(content.slug, { ...outline, slug: content.slug, content });
  }
  return versions;
}
