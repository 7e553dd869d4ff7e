import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/react.tsx";

type Trpc = ReturnType<typeof useTRPC>;

/** All a physio sees, as the server sends it. */
export type View = inferOutput<Trpc["clearance"]["forPhysio"]>;
export type SignedOff = View["signed"][number];
export type Files = inferOutput<Trpc["documents"]["forRequest"]>;
