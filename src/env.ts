// The settings of an installation, and the only place that reads them. `.env.example` explains each to whoever deploys.
import { z } from "zod";

const LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];
const LOCAL = ["localhost", "127.0.0.1", "[::1]"];

const address = (kinds: string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && kinds.includes(new URL(text).protocol), {
    error: `must look like ${example}`,
  });
const postgres = (role: string) =>
  address(["postgresql:", "postgres:"], `postgresql://${role}:password@host:5432/sevenstride`);
const appUrl = address(["http:", "https:"], "https://coach.example.org")
  .refine((text) => !URL.canParse(text) || new URL(text).href === `${new URL(text).origin}/`, {
    error: "must be an address without a path, like https://coach.example.org",
  })
  .transform((text) => new URL(text).origin);

const settings = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    DATABASE_URL: postgres("sevenstride_app"),
    AUTH_DATABASE_URL: postgres("sevenstride_auth"),
    PORT: z
      .string()
      .regex(/^\d+$/, "must be a number")
      .default("3000")
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, "must be between 1 and 65535"),
    HOST: z.string().default("127.0.0.1"),
    APP_URL: appUrl.optional(),
    NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 random characters: openssl rand -base64 33"),
    // Seals the sign-offs. Without it a key is derived from NEXTAUTH_SECRET.
    SEAL_KEY: z
      .string()
      .min(32, "must have at least 32 random characters: openssl rand -base64 33")
      .optional(),
    // Public halves of the keys that sealed before this one, as published, with commas: their sign-offs stay checkable.
    FORMER_SEAL_KEYS: z
      .string()
      .regex(
        /^(?:[0-9a-f]{88}(?:,[0-9a-f]{88})*)?$/,
        "must be public keys as /.well-known/sign-off-keys.json tells them",
      )
      .default("")
      .transform((text) => text.split(",").filter(Boolean)),
    // Asked about every letter that comes in, when there is one.
    CLAMD_URL: z
      .string()
      .regex(/^(unix:\/.+|tcp:\/\/[^/]+)$/, "must look like unix:/run/clamav/clamd.ctl or tcp://clamav:3310")
      .optional(),
    // Where the bytes of letters are put, instead of Postgres.
    S3_URL: address(["https:", "http:"], "https://key:secret@s3.example.org/bucket?region=eu-west-1")
      .refine(
        (text) =>
          !URL.canParse(text) ||
          (new URL(text).username !== "" &&
            new URL(text).password !== "" &&
            /^\/[^/]+\/?$/.test(new URL(text).pathname)),
        { error: "must hold key, secret and one bucket: https://key:secret@s3.example.org/bucket" },
      )
      .optional(),
    SMTP_URL: address(["smtp:", "smtps:"], "smtps://user:password@mail.example.org:465").optional(),
    MAIL_FROM: z.string().includes("@", { error: "must hold an e-mail address" }).optional(),
    DEMO: z
      .enum(["0", "1"], { error: "must be 1 (a demo) or 0" })
      .default("0")
      .transform((demo) => demo === "1"),
    DATA_DIR: z.string().default(".data"),
    LOG_LEVEL: z.enum(LEVELS, { error: `must be one of ${LEVELS.join(", ")}` }).default("info"),
  })
  .transform(({ APP_URL, MAIL_FROM, ...rest }) => ({
    ...rest,
    APP_URL: APP_URL ?? `http://localhost:${rest.PORT}`,
    MAIL_FROM: MAIL_FROM ?? "Sevenstride <no-reply@localhost>",
  }))
  .superRefine((env, context) => {
    const complain = (name: string, message: string) =>
      context.addIssue({ code: "custom", path: [name], message });
    if (new URL(env.DATABASE_URL).username === new URL(env.AUTH_DATABASE_URL).username)
      complain("AUTH_DATABASE_URL", "must sign in as another role than DATABASE_URL does");
    const { protocol, host, hostname } = new URL(env.APP_URL);
    const isLocal = LOCAL.includes(hostname);
    if (protocol === "http:" && !isLocal && env.NODE_ENV === "production")
      complain("APP_URL", `must be https: sessions sent to http://${host} could be read on the way`);
    if (env.S3_URL !== undefined && new URL(env.S3_URL).protocol === "http:" && env.NODE_ENV === "production")
      complain("S3_URL", "must be https");
    if (env.NODE_ENV === "production" && !env.DEMO && env.SMTP_URL === undefined)
      complain("SMTP_URL", "is needed, because people sign in by mail (only a demo, DEMO=1, does without)");
    if (env.SMTP_URL !== undefined && !isLocal && env.MAIL_FROM.endsWith("@localhost>"))
      complain("MAIL_FROM", "is needed when mail is sent: the sender people see");
  });

export type Env = z.output<typeof settings>;

/** Reads the settings out of `source`, or throws an `EnvError` that lists everything wrong with them. */
export function readEnv(source: Record<string, string | undefined>): Env {
  // An empty line in a settings file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = settings.safeParse(given);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const name = issue.path.join(".");
    const missing = issue.code === "invalid_type" && given[name] === undefined;
    return `  ${name}: ${missing ? "is not set" : issue.message}`;
  });
  throw new EnvError(`Sevenstride cannot start with these settings:\n${lines.join("\n")}`);
}

/** Its message is a readable list, one setting a line. Values are left out: they hold passwords. */
export class EnvError extends Error {
  override name = "EnvError";
}

let known: Env | undefined;

/** The settings of this process, read when first asked for. Throws an `EnvError` when they make no sense. */
export function env(): Env {
  known ??= readEnv(isBuild() ? { ...process.env, ...BUILD } : process.env);
  // next-auth reads its own variable and must not believe another address than ours.
  process.env["NEXTAUTH_URL"] = known.APP_URL;
  return known;
}

/** True when this installation's mail lies in a mailbox that anybody may look into: a demo without a mail server. */
export function hasDemoMailbox(): boolean {
  return env().DEMO && env().SMTP_URL === undefined;
}

/** `next build` loads modules to look at them and serves nobody: it needs no real settings and must not use them. */
const isBuild = () => process.env["NEXT_PHASE"] === "phase-production-build";
const BUILD = {
  DATABASE_URL: "postgresql://app@build.invalid/none",
  AUTH_DATABASE_URL: "postgresql://auth@build.invalid/none",
  NEXTAUTH_SECRET: "only for the build, where nobody signs in",
  DEMO: "1",
};
