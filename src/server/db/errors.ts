/** What Postgres says when it refuses, by SQLSTATE. Its own rules answer P0…; the rest are Postgres's. */
const KNOWN = {
  P0R01: "running_locked",
  P0S01: "signer_coaches_here",
  P0S02: "registration_in_use",
  P0S03: "not_the_signer",
  P0S04: "dated_in_future",
  P0S05: "signer_is_client",
  P0S06: "evidence_wrong",
  P0H01: "only_physio_lifts",
  P0I01: "insert_only",
  "28000": "not_signed_in",
  "42501": "not_allowed",
  "23503": "points_nowhere",
  "23505": "exists_already",
  "23514": "out_of_bounds",
} as const;

export type DatabaseRefusal = (typeof KNOWN)[keyof typeof KNOWN];

function sqlState(error: unknown, depth = 0): string | null {
  if (depth > 6 || error === null || typeof error !== "object") return null;
  const e = error as Record<string, unknown>;
  for (const key of ["originalCode", "code", "sqlState"]) {
    const code = e[key];
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P[12]\d{3}$/.test(code)) return code;
  }
  for (const key of ["cause", "meta", "driverAdapterError"]) {
    const found = sqlState(e[key], depth + 1);
    if (found) return found;
  }
  return null;
}

/** The innermost text under a name in an error and its causes, however the driver wrapped it; null when none has it. */
export function deepest(error: unknown, name: string, depth = 0): string | null {
  if (depth > 6 || error === null || typeof error !== "object") return null;
  const e = error as Record<string, unknown>;
  for (const key of ["cause", "meta", "driverAdapterError"]) {
    const found = deepest(e[key], name, depth + 1);
    if (found) return found;
  }
  const text = e[name];
  return typeof text === "string" ? text : null;
}

/** Why Postgres refused, or null when the error is something else (a bug, a lost connection). */
export function databaseRefusal(error: unknown): DatabaseRefusal | null {
  const state = sqlState(error);
  return state !== null && state in KNOWN ? KNOWN[state as keyof typeof KNOWN] : null;
}

/** True when the database could not be reached or was too busy: worth a calm page and another try. */
export function isUnavailable(error: unknown): boolean {
  const text =
    error instanceof Error
      ? `${error.name} ${error.message} ${String((error as { code?: unknown }).code)}`
      : "";
  return /ECONNREFUSED|ECONNRESET|ENOTFOUND|terminat|P1001|P1017|P2024|P2028|Can't reach|57P0[123]|timeout exceeded|Connection/i.test(
    text,
  );
}
