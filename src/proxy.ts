import { type NextRequest, NextResponse } from "next/server";
import { securityHeaders } from "./server/proxy-headers.ts";

/** Headers only. Who may see what is decided in each procedure, never here. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(nonce, { dev: process.env.NODE_ENV === "development" });
  const forward = new Headers(request.headers);
  forward.set("x-nonce", nonce);
  forward.set("Content-Security-Policy", headers["Content-Security-Policy"] ?? "");
  const response = NextResponse.next({ request: { headers: forward } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static|icon.svg|manifest.webmanifest|sw.js).*)"] };
