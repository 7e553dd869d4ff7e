import { t } from "./base.ts";
import { accountRouter } from "../account/router.ts";
import { attentionRouter } from "../attention/router.ts";
import { clearanceRouter } from "../clearance/router.ts";
import { clientsRouter } from "../clients/router.ts";
import { documentsRouter } from "../documents/router.ts";
import { journeyRouter } from "../journey/router.ts";
import { messagesRouter } from "../messages/router.ts";
import { plansRouter } from "../plans/router.ts";
import { practiceRouter } from "../practice/router.ts";
import { protocolsRouter } from "../protocols/router.ts";
import { readinessRouter } from "../readiness/router.ts";
import { reportsRouter } from "../reports/router.ts";
import { symptomsRouter } from "../symptoms/router.ts";
import { techniqueRouter } from "../technique/router.ts";

/** One router a room; the names are those of the table of permissions. */
export const appRouter = t.router({
  account: accountRouter,
  attention: attentionRouter,
  clearance: clearanceRouter,
  clients: clientsRouter,
  documents: documentsRouter,
  journey: journeyRouter,
  messages: messagesRouter,
  plans: plansRouter,
  practice: practiceRouter,
  protocols: protocolsRouter,
  readiness: readinessRouter,
  reports: reportsRouter,
  symptoms: symptomsRouter,
  technique: techniqueRouter,
});

export type AppRouter = typeof appRouter;
