import pino from "pino";
import { env } from "../env.ts";

/**
 * JSON lines of codes and ids: procedure, verdict, milliseconds, request id. Never a name, an address, a body or a word
 * a person wrote; the redaction is the second net, not the first.
 */
let made: pino.Logger | undefined;
export function log(): pino.Logger {
  made ??= pino({
    level: env().LOG_LEVEL,
    base: { app: "sevenstride" },
    redact: {
      paths: ["email", "name", "*.email", "*.name", "*.body", "*.note", "*.words", "req", "res"],
      censor: "[gone]",
    },
  });
  return made;
}
