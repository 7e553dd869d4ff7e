import { initTRPC } from "@trpc/server";
import superjson from "superjson";
import { ZodError, z } from "zod";
import type { Permission } from "../../domain/access/permissions.ts";
import type { Context } from "./context.ts";
import { type AnyRefusal, Refused } from "./errors.ts";

/** The wire: superjson, and errors of codes and data. Sentences are made where they can be translated. */
export const t = initTRPC
  .context<Context>()
  .meta<{ permission: Permission }>()
  .create({
    transformer: superjson,
    isDev: false,
    errorFormatter({ shape, error }) {
      const issues =
        error.cause instanceof ZodError
          ? error.cause.issues.map((issue) => ({ path: issue.path.join("."), code: issue.message }))
          : null;
      const refusal: AnyRefusal | null = error.cause instanceof Refused ? error.cause.refusal : null;
      // A 5xx says nothing about our insides, whatever was thrown.
      const message =
        shape.data.httpStatus >= 500 && error.code !== "SERVICE_UNAVAILABLE" ? "internal" : shape.message;
      return {
        code: shape.code,
        message: issues ? "invalid_input" : message,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, issues, refusal },
      };
    },
  });

/** Every mutation carries a client-made key: the same key twice gives the same answer and one row. */
export const keyed = { key: z.uuid() };

/** The declared output of a procedure whose shape is a type of the domain, already built field by field there. */
export function shape<T>(): z.ZodType<T, T> {
  return z.custom<T>(() => true);
}
