import { t } from "../trpc/base.ts";
import { mumProcedures } from "./mum-procedures.ts";
import { staffProcedures } from "./staff-procedures.ts";

export const journeyRouter = t.router({ ...staffProcedures, ...mumProcedures });
