import { sendFeed } from "@/server/reports/send-feed.ts";

export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }) {
  return sendFeed(request, (await params).name, new Date());
}
