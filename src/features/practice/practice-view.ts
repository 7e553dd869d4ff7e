import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/trpc/react.tsx";

type Trpc = ReturnType<typeof useTRPC>;
export type Physios = inferOutput<Trpc["practice"]["physios"]>;
export type Physio = Physios["physios"][number];
export type Overview = inferOutput<Trpc["practice"]["overview"]>;
