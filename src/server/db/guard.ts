import { AsyncLocalStorage } from "node:async_hooks";
import type { PrismaClient } from "../../generated/prisma/client.ts";

/**
 * A thin guard over Prisma. Prisma reads `where: { id: undefined }` as "no filter": one forgotten value would match
 * every row. Here that throws, as do bulk writes without a filter and any query outside `withActor`.
 */
// One for the process: the bundler makes several copies of this module, and the pools are shared between them.
const shared = globalThis as { sevenstrideInside?: AsyncLocalStorage<true> };
shared.sevenstrideInside ??= new AsyncLocalStorage<true>();
const inside = shared.sevenstrideInside;

/** Runs the work with the guard open: only `withActor` may call this. */
export function insideActor<T>(work: () => Promise<T>): Promise<T> {
  return inside.run(true, work);
}

/** Thrown for a query that could touch rows nobody asked for. Always a mistake of ours, never of a person. */
export class UnsafeQuery extends Error {
  override name = "UnsafeQuery";
}

function undefinedIn(value: unknown, path: string): string | null {
  if (value === undefined) return path;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const found = undefinedIn(item, `${path}[${index}]`);
      if (found) return found;
    }
    return null;
  }
  if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    for (const [key, item] of Object.entries(value)) {
      const found = undefinedIn(item, `${path}.${key}`);
      if (found) return found;
    }
  }
  return null;
}

const BULK = new Set(["updateMany", "deleteMany", "updateManyAndReturn"]);

/** Throws UnsafeQuery when the filter holds an undefined, or a bulk write has none. */
export function checkQuery(model: string, operation: string, args: { where?: unknown } | undefined): void {
  const where = args?.where;
  if (args && "where" in args) {
    const hole = undefinedIn(where, "where");
    if (hole) throw new UnsafeQuery(`${model}.${operation}: ${hole} is undefined`);
  }
  if (BULK.has(operation) && (where === undefined || Object.keys(where as object).length === 0)) {
    throw new UnsafeQuery(`${model}.${operation} without a filter`);
  }
}

const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const MOST_NAMED = 50;

/** Rows a failed statement named, by id, in its text or its values: what a missing grant refused never got to say whose. */
const named = new WeakMap<object, readonly string[]>();
export const namedBy = (error: unknown): readonly string[] =>
  (typeof error === "object" && error !== null && named.get(error)) || [];

type Statement = { readonly args: unknown; readonly query: (args: never) => Promise<unknown> };
const naming = async ({ args, query }: Statement) => {
  try {
    return await query(args as never);
  } catch (error) {
    if (typeof error === "object" && error !== null) {
      const text =
        JSON.stringify(args, (_, value) => (typeof value === "bigint" ? String(value) : value)) ?? "";
      named.set(error, [...new Set(text.match(UUIDS))].slice(0, MOST_NAMED));
    }
    throw error;
  }
};

/** The client with the guard around every model query. */
export function guarded(client: PrismaClient) {
  return client.$extends({
    query: {
      $executeRaw: naming,
      $executeRawUnsafe: naming,
      $queryRaw: naming,
      $queryRawUnsafe: naming,
      $allModels: {
        $allOperations({ model, operation, args, query }) {
          if (!inside.getStore()) throw new UnsafeQuery(`${model}.${operation} outside withActor`);
          checkQuery(model, operation, args as { where?: unknown });
          return naming({ args, query }) as ReturnType<typeof query>;
        },
      },
    },
  });
}

export type GuardedClient = ReturnType<typeof guarded>;
