import { Download } from "lucide-react";
import type { ReactNode } from "react";
import type { ProtocolContent } from "@/domain/protocols/grammar.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { words } from "@/words/server.ts";
import { ExerciseCards } from "./exercise-cards.tsx";
import { ruleInWords } from "./in-words.ts";
import { Criteria, ProtocolLevels } from "./protocol-levels.tsx";

const t = words("tests");
const say = words("protocols");
const w = { say, tests: t };

export type ProtocolDetailProps = {
  readonly content: ProtocolContent;
  readonly number: number;
  /** Draft or reviewed, in its own card: it can be changed there. */
  readonly review: ReactNode;
  /** What a coach can do with it. */
  readonly actions: ReactNode;
  /** Where its file is. */
  readonly fileHref: string;
};

/** One version, whole: what opens it, its levels, what it does when something is felt, where its figures are from. */
export function ProtocolDetail({ content, number, review, actions, fileHref }: ProtocolDetailProps) {
  return (
    <>
      <PageHeader
        over={
          <Link href="/coach/protocols" variant="alone">
            {t("protocols.back")}
          </Link>
        }
        title={content.title}
        lead={content.summary}
        actions={actions}
      />
      <div className="mb-6 flex flex-wrap items-center gap-2">
        <Badge>{say(`kind.${content.kind}`)}</Badge>
        {content.variant && <Badge>{say(`variant.${content.variant}`)}</Badge>}
        <Badge>{t("protocols.version", { number })}</Badge>
        <Button asChild variant="quiet" size="compact" className="ms-auto">
          <a href={fileHref} download>
            <Download aria-hidden />
            {say("file.export")}
          </a>
        </Button>
      </div>
      {review}
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <section aria-labelledby="levels">
          <h2 id="levels" className="mb-4">
            {t("protocols.levels", { count: content.levels.length })}
          </h2>
          <ProtocolLevels content={content} />
          <ExerciseCards content={content} />
        </section>
        <div className="space-y-5">
          <Card variant="sunken" className="space-y-4">
            <Criteria title={t("protocols.entry")} criteria={content.entry} />
            <Criteria title={t("protocols.exit")} criteria={content.exit} />
          </Card>
          <Card variant="sunken" title={t("protocols.rule")}>
            <ul className="list-disc space-y-1 ps-5">
              {ruleInWords(w, content.symptomRule).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </Card>
          <Card variant="sunken" title={t("protocols.sources")}>
            <dl className="space-y-3">
              {content.sources.map((source) => (
                <div key={source.key}>
                  <dt className="font-semibold">
                    {source.title}{" "}
                    <span className="font-normal text-ink-soft text-sm">
                      ({say(`strength.${source.strength}`)})
                    </span>
                  </dt>
                  <dd className="text-ink-soft text-sm">{source.says}</dd>
                </div>
              ))}
            </dl>
          </Card>
        </div>
      </div>
    </>
  );
}
