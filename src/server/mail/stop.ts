import { z } from "zod";
import { isUnavailable } from "../db/errors.ts";
import { databases } from "../db/pools.ts";
import { log } from "../log.ts";
import { openText, sealText } from "../sealed-text.ts";

const MONTH = "month-mail ";
const HEADERS = { "Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer" };
const bare = (status: number) => new Response(null, { status, headers: HEADERS });

/** What stops the monthly mail to one physio, and can do nothing else. It needs no row: the secret of this installation made it. */
export function stopToken(physioId: string): string {
  return sealText(`${MONTH}${physioId}`);
}

function physioOf(token: string | null): string | null {
  try {
    const plain = openText(token ?? "");
    const id = z.uuid().safeParse(plain.slice(MONTH.length));
    return plain.startsWith(MONTH) && id.success ? id.data : null;
  } catch {
    return null;
  }
}

/**
 * Stops the monthly mail of whoever this token was made for: one POST, from the page's button or from her mail program
 * (RFC 8058), without a sign-in. Opening the address changes nothing. 404 for a token we did not make.
 */
export async function stopMonthMail(request: Request): Promise<Response> {
  const physioId = physioOf(new URL(request.url).searchParams.get("t"));
  if (!physioId) return bare(404);
  try {
    await databases().auth.$executeRaw`SELECT app.stop_month_mail(${physioId}::uuid)`;
    return bare(204);
  } catch (error) {
    if (isUnavailable(error))
      return new Response(null, { status: 503, headers: { ...HEADERS, "Retry-After": "60" } });
    log().error({ err: error, step: "stop" });
    return bare(500);
  }
}
