import { stopMonthMail } from "@/server/mail/stop.ts";

/** Only by POST: whatever opens a link in a mail to look at it stops nothing. */
export async function POST(request: Request): Promise<Response> {
  return stopMonthMail(request);
}
