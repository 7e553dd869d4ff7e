import type { NextRequest } from "next/server";
import { sendHerData } from "@/server/her-data.ts";
import { contextFrom } from "@/server/trpc/request-context.ts";

export function GET(request: NextRequest): Promise<Response> {
  return sendHerData(contextFrom((name) => request.cookies.get(name)?.value, "client"));
}
