import type { Outputs } from "@/trpc/wire.ts";

export type Physios = Outputs["practice"]["physios"];
export type Physio = Physios["physios"][number];
export type Overview = Outputs["practice"]["overview"];
