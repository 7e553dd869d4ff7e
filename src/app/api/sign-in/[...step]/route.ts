import { STEPS, type StepName } from "@/server/account/steps.ts";

type Params = { params: Promise<{ step: string[] }> };

/** All steps of sign-in. There is no GET: opening an address changes nothing. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const name = (await params).step.join("/");
  if (!Object.hasOwn(STEPS, name)) return Response.json({ error: "not_found" }, { status: 404 });
  return STEPS[name as StepName](request);
}
