"use client";

import NextLink from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { OpenRedFlag } from "@/domain/journey/journey.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";

type Props = {
  readonly clientId: string;
  readonly flags: readonly OpenRedFlag[];
  /** No physio has been asked yet. */
  readonly canHandBack: boolean;
};

/** What cannot wait, before anything else on her pages. Reading it is timed; the hold stays. */
export function RedFlags({ clientId, flags, canHandBack }: Props) {
  if (flags.length === 0) return null;
  return (
    <div id="red-flag" className="mt-5 space-y-4">
      {flags.map((flag) => (
        <RedFlag
          key={`${flag.checkId} ${flag.sign}`}
          clientId={clientId}
          flag={flag}
          canHandBack={canHandBack && flag === flags[0]}
        />
      ))}
    </div>
  );
}

type One = { readonly clientId: string; readonly flag: OpenRedFlag; readonly canHandBack: boolean };

function RedFlag({ clientId, flag, canHandBack }: One) {
  const t = useTranslations("coach.flags");
  const journey = useTranslations("journey");
  const [note, setNote] = useState("");
  const acknowledge = useChange(useTRPC().symptoms.acknowledge.mutationOptions());
  const title = t("title", { sign: journey(`names.sign.${flag.sign}`) });
  const on = t("on", { day: dayInWords(flag.on, "long") });
  if (flag.acknowledgedAt !== null) {
    return (
      <Notice
        tone="wait"
        title={title}
        actions={
          canHandBack && (
            <Button asChild variant="secondary">
              <NextLink href={`/coach/clients/${clientId}?ask=now`}>{t("handBack")}</NextLink>
            </Button>
          )
        }
      >
        <p>
          {on} {t("acknowledged")}
        </p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="stop"
      title={title}
      actions={
        <Button
          variant="stop"
          loading={acknowledge.isBusy}
          onClick={() => acknowledge.send({ clientId, checkId: flag.checkId, note: note.trim() || null })}
        >
          {t("acknowledge")}
        </Button>
      }
    >
      <p className="font-semibold">{t(flag.tier)}</p>
      <p>
        {on} {t("body")}
      </p>
      <TextArea
        label={t("note")}
        rows={2}
        maxLength={4000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        className="mt-3 max-w-[40rem]"
      />
      <Refused error={acknowledge.error} reader="coach" />
    </Notice>
  );
}
