"use client";

import { Smartphone } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import type { Block } from "@/domain/protocols/blocks.ts";
import { type ProtocolLevel, SHORT_MINUTES, sessionSchema } from "@/domain/protocols/grammar.ts";
import { shortVersion } from "@/domain/protocols/shorten.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Select } from "@/ui/select.tsx";
import { totalsInWords } from "../in-words.ts";
import { useProtocolWords } from "./context.tsx";

/** A level as the mum will see it on her phone, every session and every shorter version of it. */
export function Preview(props: {
  readonly level: ProtocolLevel | undefined;
  readonly outline: (blocks: readonly Block[]) => ReactNode;
}) {
  const { level, outline } = props;
  const { say } = useProtocolWords();
  const t = useTranslations("protocols.builder.preview");
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [minutes, setMinutes] = useState<(typeof SHORT_MINUTES)[number] | null>(null);
  const session = level?.sessions[at] ?? level?.sessions[0];
  const isSound = session !== undefined && sessionSchema.safeParse(session).success;
  return (
    <>
      <Button
        variant="secondary"
        icon={<Smartphone aria-hidden />}
        disabled={level === undefined}
        onClick={() => setIsOpen(true)}
      >
        {t("open")}
      </Button>
      <Dialog open={isOpen} onClose={() => setIsOpen(false)} title={t("title")} words={{ close: t("close") }}>
        <div className="mb-5 grid gap-4 sm:grid-cols-2">
          <Select
            label={t("session")}
            value={String(at)}
            onChange={(event) => setAt(Number(event.target.value))}
            options={(level?.sessions ?? []).map((row, index) => ({
              value: String(index),
              label: row.title || String(index + 1),
            }))}
          />
          <Select
            label={t("version")}
            value={minutes === null ? "" : String(minutes)}
            onChange={(event) =>
              setMinutes(SHORT_MINUTES.find((row) => String(row) === event.target.value) ?? null)
            }
            options={[
              { value: "", label: t("whole") },
              ...SHORT_MINUTES.map((row) => ({
                value: String(row),
                label: say("short.label", { minutes: row }),
              })),
            ]}
          />
        </div>
        <div className="mx-auto max-w-[24rem] rounded-card border-2 border-line-strong bg-surface p-5">
          {session && isSound ? (
            <SessionOfHers level={level} title={session.title}>
              <Totals blocks={minutes === null ? session.blocks : shortVersion(session, minutes)} />
              {outline(minutes === null ? session.blocks : shortVersion(session, minutes))}
            </SessionOfHers>
          ) : (
            <p>{t("notYet")}</p>
          )}
        </div>
      </Dialog>
    </>
  );
}

function SessionOfHers(props: { level: ProtocolLevel | undefined; title: string; children: ReactNode }) {
  return (
    <div className="space-y-4">
      <p className="font-heading font-medium text-2xl [overflow-wrap:anywhere]">{props.title}</p>
      {props.level?.note && <p>{props.level.note}</p>}
      {props.children}
    </div>
  );
}

function Totals({ blocks }: { blocks: readonly Block[] }) {
  const w = useProtocolWords();
  return <p className="text-ink-soft">{totalsInWords(w, { title: "", blocks: [...blocks] }).join(" · ")}</p>;
}
