import { checkPassport } from "@/server/clearance/passport.ts";

export const POST = checkPassport;
