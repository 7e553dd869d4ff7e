import type { Outputs } from "@/trpc/wire.ts";

/** All a physio sees, as the server sends it. */
export type View = Outputs["clearance"]["forPhysio"];
export type SignedOff = View["signed"][number];
export type Files = Outputs["documents"]["forRequest"];
