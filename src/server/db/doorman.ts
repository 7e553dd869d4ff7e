import { Prisma } from "../../generated/prisma/client.ts";
import { databases } from "./pools.ts";

/** The doorman's way to Postgres: his client, or one transaction of it. */
export type Doorman = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;

/** A piece of SQL that several of his statements share. */
export const piece = Prisma.sql;

/** All or nothing, as the doorman. */
export function asDoorman<T>(work: (db: Doorman) => Promise<T>): Promise<T> {
  return databases().auth.$transaction((tx) => work(tx), { maxWait: 2_000, timeout: 10_000 });
}
