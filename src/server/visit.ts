import { z } from "zod";
import { databaseRefusal, isUnavailable } from "./db/errors.ts";
import { log } from "./log.ts";
import { isOwnOrigin } from "./trpc/origin.ts";
import { cookieOptions, sessionCookieName } from "./account/cookies.ts";
import { addressPrefixOf, deviceOf } from "./device.ts";

/** What a step of sign-in knows about the browser it talks to, and how it answers with cookies. */
export type Visit = {
  readonly cookie: (name: string) => string | null;
  readonly setCookie: (name: string, value: string, maxAgeSeconds: number) => void;
  readonly dropCookie: (name: string) => void;
  readonly setHeader: (name: string, value: string) => void;
  /** The token of the session she came with, live or not. */
  readonly token: string | null;
  readonly device: string;
  readonly addressPrefix: string;
};

/** A no with a code; the page has the sentence (words: account.errors). */
export class TurnedAway extends Error {
  override name = "TurnedAway";
  readonly code: TurnedAwayCode;
  constructor(code: TurnedAwayCode) {
    super(code);
    this.code = code;
  }
}

const STATUS = {
  invalid: 400,
  not_signed_in: 401,
  wrong: 422,
  over: 410,
  prove: 428,
  enrol: 428,
  same_browser: 403,
  weak: 422,
  last_factor: 409,
  too_many: 429,
  not_found: 404,
} as const;
export type TurnedAwayCode = keyof typeof STATUS;

export type Step = (request: Request) => Promise<Response>;

const MAX_BODY = 32_768;

function cookiesOf(request: Request): Map<string, string> {
  const pairs = (request.headers.get("cookie") ?? "").split(";").map((pair) => pair.trim().split("="));
  return new Map(pairs.map(([name = "", ...value]) => [name, decode(value.join("="))]));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function serialise(name: string, value: string, maxAgeSeconds: number): string {
  const { secure, httpOnly, path, maxAge } = cookieOptions(maxAgeSeconds);
  return `${name}=${encodeURIComponent(value)}; Path=${path}; Max-Age=${maxAge}; SameSite=Lax${httpOnly ? "; HttpOnly" : ""}${secure ? "; Secure" : ""}`;
}

async function bodyOf(request: Request): Promise<unknown> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) throw new TurnedAway("invalid");
  const text = await request.text();
  if (text.length > MAX_BODY) throw new TurnedAway("invalid");
  try {
    return JSON.parse(text || "{}");
  } catch {
    throw new TurnedAway("invalid");
  }
}

const json = (status: number, body: unknown, headers: Headers) => {
  headers.set("content-type", "application/json");
  headers.set("cache-control", "private, no-store");
  return new Response(JSON.stringify(body), { status, headers });
};

function answerFor(error: unknown, headers: Headers): Response {
  if (error instanceof TurnedAway) return json(STATUS[error.code], { error: error.code }, headers);
  if (databaseRefusal(error) === "not_signed_in") return json(401, { error: "not_signed_in" }, headers);
  if (isUnavailable(error)) {
    headers.set("retry-after", "5");
    return json(503, { error: "unavailable" }, headers);
  }
  log().error({ err: error, step: "sign-in" });
  return json(500, { error: "failed" }, headers);
}

/**
 * One step of sign-in as a POST handler: same-origin JSON in, JSON out, the same neutral answers for all. `work` answers
 * with what the page may know, or throws `TurnedAway`.
 */
export function step<I extends z.ZodRawShape, O>(
  input: I,
  work: (input: z.output<z.ZodObject<I>>, visit: Visit) => Promise<O>,
): Step {
  const schema = z.strictObject(input);
  return async (request) => {
    const headers = new Headers();
    try {
      if (!isOwnOrigin(request.headers)) return json(403, { error: "not_ours" }, headers);
      const parsed = schema.safeParse(await bodyOf(request));
      if (!parsed.success) {
        const fields = parsed.error.issues.map((issue) => ({
          path: issue.path.join("."),
          code: issue.message,
        }));
        return json(400, { error: "invalid", fields }, headers);
      }
      const sent = cookiesOf(request);
      const visit: Visit = {
        cookie: (name) => sent.get(name) ?? null,
        setCookie: (name, value, maxAge) => headers.append("set-cookie", serialise(name, value, maxAge)),
        dropCookie: (name) => headers.append("set-cookie", serialise(name, "", 0)),
        setHeader: (name, value) => headers.set(name, value),
        token: sent.get(sessionCookieName()) ?? null,
        device: deviceOf(request.headers.get("user-agent")),
        addressPrefix: addressPrefixOf(request.headers.get("x-forwarded-for")),
      };
      return json(200, await work(parsed.data, visit), headers);
    } catch (error) {
      return answerFor(error, headers);
    }
  };
}
