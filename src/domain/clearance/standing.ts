import type { Birth, Clearance, ClientRecord } from "../journey/facts.ts";
import type { ClearanceState } from "../journey/journey.ts";
import type { CredentialState } from "../journey/reasons.ts";
import { type Day, daysBetween } from "../shared/day.ts";
import { newest, newestBy } from "../shared/newest.ts";
import type { Scope } from "../shared/vocabulary.ts";

/** The latest birth; her journey starts there and nothing from before it counts. */
export function latestBirth(record: ClientRecord): Birth | null {
  let latest: Birth | null = null;
  for (const birth of record.birth) if (!latest || birth.bornOn > latest.bornOn) latest = birth;
  return latest;
}

/** The newest sign-off decides. Whatever an older one said is superseded by it. */
export function newestClearance(record: ClientRecord): Clearance | null {
  return newest(record.clearance);
}

function withdrawalOf(record: ClientRecord, clearance: Clearance) {
  return newest(record.clearanceWithdrawal, (row) => row.clearanceId === clearance.id);
}

function confirmationOf(record: ClientRecord, clearance: Clearance) {
  return newest(record.clearanceConfirmation, (row) => row.clearanceId === clearance.id);
}

function credentialCheckOf(record: ClientRecord, clearance: Clearance) {
  return newest(
    record.credentialChecks,
    (row) => row.physioId === clearance.physioId && row.registrationNumber === clearance.registrationNumber,
  );
}

/** What is wrong with the signer's credential on that day, or null when it was found in the register and is valid. */
function credentialProblem(record: ClientRecord, clearance: Clearance, day: Day): CredentialState | null {
  const check = credentialCheckOf(record, clearance);
  if (!check || check.checkedOn > day) return "unchecked";
  if (!check.found) return check.restriction === "excludes" ? "restricted" : "not_found";
  return check.validUntil < day ? "expired" : null;
}

/**
 * When the newest sign-off that mum confirmed and the practice verified was recorded, or null. What was recorded
 * before it has been answered by a physio. Its review date does not matter here: an answer does not wear off.
 */
export function answeredUntil(record: ClientRecord): string | null {
  if (record.clearance.length === 0) return null;
  const withdrawn = new Set(record.clearanceWithdrawal.map((row) => row.clearanceId));
  const confirmations = newestBy(record.clearanceConfirmation, (row) => row.clearanceId);
  const credentials = newestBy(record.credentialChecks, credentialKey);
  const trusted = newest(
    record.clearance,
    (row) =>
      row.decision !== "not_yet" &&
      !withdrawn.has(row.id) &&
      !record.brokenSeals.includes(row.id) &&
      confirmations.get(row.id)?.saw === true &&
      credentials.get(credentialKey(row))?.found === true,
  );
  return trusted?.recordedAt ?? null;
}

function credentialKey(row: { readonly physioId: string; readonly registrationNumber: string }): string {
  return `${row.physioId} ${row.registrationNumber}`;
}

/**
 * Where her sign-off stands on a day. Total: any record has an answer. Only `standing` ever opens running, and
 * that needs a physio's signature, mum's yes and a credential checked by the practice. The GP check never counts.
 */
export function clearanceState(record: ClientRecord, day: Day): ClearanceState {
  const clearance = newestClearance(record);
  if (!clearance) return { status: "none" };
  const base = { clearanceId: clearance.id, signer: clearance.signerName };
  if (clearance.decision === "not_yet") return { status: "not_yet", ...base, reviewBy: clearance.reviewBy };

  const withdrawal = withdrawalOf(record, clearance);
  if (withdrawal) return { status: "withdrawn", ...base, on: withdrawal.withdrawnOn };
  if (record.brokenSeals.includes(clearance.id)) return { status: "seal_broken", ...base };
  const birth = latestBirth(record);
  // An old sign-off with a far review date must not outlive the next pregnancy.
  if (birth && clearance.assessedOn < birth.bornOn) {
    return { status: "before_birth", ...base, on: clearance.assessedOn };
  }
  if (clearance.reviewBy < day) return { status: "past_review", ...base, on: clearance.reviewBy };
  if (clearance.signedOn > day) return { status: "starts_later", ...base, on: clearance.signedOn };

  const confirmation = confirmationOf(record, clearance);
  if (confirmation && !confirmation.saw) return { status: "denied", ...base };
  const waitsForCredential = credentialProblem(record, clearance, day);
  if (!confirmation || waitsForCredential) {
    return {
      status: "pending",
      ...base,
      physioId: clearance.physioId,
      registrationNumber: clearance.registrationNumber,
      signedOn: clearance.signedOn,
      waitsForMum: !confirmation,
      waitsForCredential,
    };
  }
  return {
    status: "standing",
    ...base,
    physioId: clearance.physioId,
    signedOn: clearance.signedOn,
    assessedOn: clearance.assessedOn,
    scope: clearance.scope,
    conditions: clearance.conditions,
    reviewBy: clearance.reviewBy,
    daysLeft: daysBetween(day, clearance.reviewBy),
    earlierTestsCount: clearance.earlierTestsCount,
  };
}

/** Does a scope that was signed cover what is asked? Being looked at while running is running, so walk/run covers technique. */
export function covers(scope: readonly Scope[], asked: RunScope): boolean {
  return scope.includes(asked) || (asked === "technique" && scope.includes("walk_run"));
}

/** The scopes that mean running. */
export type RunScope = "walk_run" | "technique";
