import { Card } from "@/ui/card.tsx";
import { FileLink } from "@/ui/file-link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PrintButton } from "@/ui/print-button.tsx";
import { Qr } from "@/ui/qr.tsx";
import type { Outputs } from "@/trpc/wire.ts";
import { dayInWords } from "@/words/days.ts";
import { words } from "@/words/server.ts";

type Mine = Outputs["clearance"]["mine"];
const p = words("papers");

/** Her return passport as one page: on her phone to show, on paper to hand in. Says no more than its own check would. */
export function PassportSheet({ mine, checkAt }: { mine: Mine; checkAt: string }) {
  const t = words("mum");
  const { passport, state } = mine;
  if (!passport || state.status !== "standing")
    return (
      <>
        <PageHeader title={p("passport.title")} />
        <p>{t("care.passportNone")}</p>
      </>
    );
  const { name, code, signer, scope, reviewBy, hasConditions } = passport;
  const covers = scope.map((one) => words("physio")(`form.scopes.${one}`)).join(", ");
  const rows: readonly (readonly [string, string])[] = [
    [p("passport.name"), name],
    [p("summary.covers"), covers],
    [p("passport.until"), dayInWords(reviewBy, "year")],
    [p("summary.signer"), p("summary.signerLine", signer)],
  ];
  return (
    <>
      <PageHeader title={p("passport.title")} lead={p("passport.lead", { name })} />
      <Card>
        <dl className="space-y-3">
          {rows.map(([term, value]) => (
            <div key={term}>
              <dt className="text-ink-soft text-sm">{term}</dt>
              <dd className="font-semibold">{value}</dd>
            </div>
          ))}
        </dl>
        {hasConditions && <p className="mt-3">{p("passport.conditions", { name })}</p>}
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <Qr
            address={`${checkAt}#${code}`}
            label={p("passport.picture", { code: [...code.replaceAll("-", "")].join(" ") })}
          />
          <div className="min-w-52 flex-1">
            <p className="whitespace-nowrap font-mono font-semibold text-xl tracking-wider">{code}</p>
            <p className="mt-1 text-sm [overflow-wrap:anywhere]">
              {p("passport.checkHow", { address: checkAt.replace(/^https?:\/\//, "") })}
            </p>
          </div>
        </div>
        <p className="mt-4 text-ink-soft text-sm">
          {p("passport.today", { date: dayInWords(mine.day, "year") })}
        </p>
      </Card>
      <div className="mt-6 flex flex-wrap gap-3 print:hidden">
        <PrintButton>{t("care.print")}</PrintButton>
        <FileLink href={`/api/papers/passport/${state.clearanceId}?as=client`}>
          {t("care.papers.passport")}
        </FileLink>
      </div>
    </>
  );
}
