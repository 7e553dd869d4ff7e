import { expect, test } from "vitest";
import { securityHeaders } from "./proxy-headers.ts";

const policyOf = (dev = false) => {
  const policy = securityHeaders("abc", { dev })["Content-Security-Policy"] ?? "";
  return Object.fromEntries(policy.split("; ").map((line) => [line.split(" ")[0], line.split(" ").slice(1)]));
};

test("only scripts that carry this answer's nonce run", () => {
  expect(policyOf()["script-src"]).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
});

test("nothing may frame us, rebase us, or be loaded that is not named", () => {
  expect(policyOf()).toMatchObject({
    "default-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "object-src": ["'none'"],
    "form-action": ["'self'"],
  });
});

test("eval exists only while developing", () => {
  expect(policyOf()["script-src"]).not.toContain("'unsafe-eval'");
  expect(policyOf(true)["script-src"]).toContain("'unsafe-eval'");
});

test("addresses of pages stay with us, and answers are nobody's to keep", () => {
  expect(securityHeaders("abc", { dev: false })).toMatchObject({
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
  });
});
