import { t } from "../trpc/base.ts";
import { mumProcedures } from "./mum-procedures.ts";
import { physioProcedures } from "./physio-procedures.ts";
import { staffProcedures } from "./staff-procedures.ts";

export const documentsRouter = t.router({ ...staffProcedures, ...mumProcedures, ...physioProcedures });
