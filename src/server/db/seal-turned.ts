import { databases } from "./pools.ts";

/** A sign-off's seal answers otherwise than Postgres has written down. Nothing is decided before that is put right. */
export class SealTurned extends Error {
  override name = "SealTurned";
  readonly clearanceId: string;
  readonly fits: boolean;
  constructor(clearanceId: string, fits: boolean) {
    super(`the seal of ${clearanceId} ${fits ? "fits again" : "does not fit"}`);
    this.clearanceId = clearanceId;
    this.fits = fits;
  }
}

/**
 * Does work that reads sign-offs. When a seal answered otherwise than known, it is written down in a transaction of its
 * own (running locked, the trail, the owner and the mum told) and the work, which was rolled back, is done again once.
 */
export async function heedingSeals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof SealTurned)) throw error;
    const { clearanceId, fits } = error;
    await databases().auth.$executeRaw`SELECT app.note_seal(${clearanceId}::uuid, ${fits})`;
    return work();
  }
}
