import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@/server/trpc/router.ts";

/** What each procedure takes: `Inputs["clients"]["completeIntake"]`. */
export type Inputs = inferRouterInputs<AppRouter>;
/** What each procedure answers: `Outputs["plans"]["today"]`. */
export type Outputs = inferRouterOutputs<AppRouter>;
