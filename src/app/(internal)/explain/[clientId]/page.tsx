import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { day as asDay, daySchema } from "@/domain/shared/day.ts";
import { caller } from "@/trpc/server.tsx";
import { Wordmark } from "@/ui/brand/wordmark.tsx";
import { Button } from "@/ui/button.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { PlainShell } from "@/ui/plain-shell.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { explained } from "@/words/explain.ts";
import { words } from "@/words/server.ts";

const t = words("explain");

// A title may be seen over a shoulder: it never says whose page it is.
export const metadata: Metadata = { title: t("title") };

type Props = {
  readonly params: Promise<{ clientId: string }>;
  readonly searchParams: Promise<{ on?: string | string[] }>;
};
const ABSENT = new Set(["NOT_FOUND", "BAD_REQUEST", "UNAUTHORIZED"]);

/** A mum's journey as of any day, fact by fact: for a coach of her practice who wants to know why, and for us. */
export default async function ExplainPage({ params, searchParams }: Props) {
  const { clientId } = await params;
  const on = daySchema.safeParse((await searchParams).on);
  const found = await lookUp(clientId, on.success ? on.data : null);
  const { day, today, zone, facts, journey } = found;
  const dayOf = (at: string) =>
    asDay(new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(at)));
  return (
    <PlainShell
      width="wide"
      brand={<Wordmark href="/coach/today" />}
      words={{ skip: words("coach")("shell.skip") }}
    >
      <PageHeader title={t("title")} lead={t("lead", { day: dayInWords(day, "year") })} />
      <form className="my-6 flex flex-wrap items-end gap-3 print:hidden">
        <TextInput type="date" name="on" label={t("on")} defaultValue={day} max={today} />
        <Button type="submit">{t("show")}</Button>
      </form>
      {explained({ facts, journey }, dayOf).map(({ title, lines }) => (
        <section key={title} className="mt-8">
          <h2>{title}</h2>
          <ul className="mt-2 list-disc space-y-1 ps-5 [overflow-wrap:anywhere]">
            {[...new Set(lines)].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </PlainShell>
  );
}

async function lookUp(clientId: string, on: ReturnType<typeof asDay> | null) {
  try {
    return await (await caller("coach")).journey.explain({ clientId, on });
  } catch (error) {
    if (ABSENT.has((error as { code?: string }).code ?? "")) notFound();
    throw error;
  }
}
