import type { z } from "zod";
import { contextOf } from "../../domain/journey/context.ts";
import { deriveJourney } from "../../domain/journey/derive.ts";
import type {
  checkInSchema,
  checkSymptomsSchema,
  setPainBandsSchema,
} from "../../domain/symptoms/commands.ts";
import { judge } from "../../domain/symptoms/judge.ts";
import { painBandsOf } from "../../domain/symptoms/pain-bands.ts";
import { todayIn } from "../clock.ts";
import { act } from "../journey/act.ts";
import { ownId, whoIsSelf } from "../journey/self.ts";
import type { Shell } from "../trpc/procedures.ts";

type Check = Omit<z.output<typeof checkSymptomsSchema>, "type" | "id"> & { readonly key: string };

/**
 * She tells how she is. Holds and the alert follow in the same transaction; the answer says what it means and what was
 * done, so that her screen never has to guess.
 */
export async function checkSymptoms(shell: Shell, { key, ...check }: Check) {
  const record = await act(shell, ownId(shell).clientId, { type: "checkSymptoms", id: key, ...check });
  const today = todayIn(record.client.zone, shell.now);
  const journey = deriveJourney(record, today);
  const judged = contextOf(record, today).checks.find((row) => row.check.id === key);
  return {
    verdict: judged?.verdict ?? judge(check.findings, null, painBandsOf(record)),
    holds: journey.holds,
    isRunOpen: journey.lock.open,
    country: (await whoIsSelf(shell)).country,
  };
}

type CheckIn = Omit<z.output<typeof checkInSchema>, "type" | "id"> & { readonly key: string };

/** The weekly minute. */
export async function checkIn(shell: Shell, { key, ...answers }: CheckIn) {
  await act(shell, ownId(shell).clientId, { type: "checkIn", id: key, ...answers });
  return { ok: true as const };
}

type Acknowledge = {
  readonly key: string;
  readonly clientId: string;
  readonly checkId: string;
  readonly note: string | null;
};

/** A coach has seen the red flag; the time it took is kept. */
export async function acknowledgeRedFlag(shell: Shell, { key, clientId, checkId, note }: Acknowledge) {
  await act(shell, clientId, { type: "acknowledgeRedFlag", id: key, checkId, note });
  return { ok: true as const };
}

type Bands = Omit<z.output<typeof setPainBandsSchema>, "type" | "id"> & {
  readonly key: string;
  readonly clientId: string;
};

/** Her own traffic light of pain, never looser than the house's. */
export async function setPainBands(shell: Shell, { key, clientId, ...bands }: Bands) {
  await act(shell, clientId, { type: "setPainBands", id: key, ...bands });
  return { ok: true as const };
}
