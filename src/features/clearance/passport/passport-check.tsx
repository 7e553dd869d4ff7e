"use client";

import { type FormEvent, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { Scope } from "@/domain/shared/vocabulary.ts";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";

type Passport = {
  readonly valid: boolean;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly scope: readonly Scope[];
  readonly reviewBy: string;
};
type Answer =
  | { kind: "none" }
  | { kind: "passport"; passport: Passport }
  | { kind: "unknown" | "tooMany" | "failed" };

async function ask(code: string): Promise<Answer> {
  try {
    const response = await fetch("/api/passport", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    });
    if (response.ok) return { kind: "passport", passport: (await response.json()) as Passport };
    return { kind: response.status === 429 ? "tooMany" : response.status < 500 ? "unknown" : "failed" };
  } catch {
    return { kind: "failed" };
  }
}

/** Does the sign-off behind a printed code stand today? A code in the address's fragment (a QR) is filled in, not asked. */
export function PassportCheck() {
  const t = useTranslations("physio.passport");
  const [code, setCode] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>({ kind: "none" });

  useEffect(() => {
    const inAddress = decodeURIComponent(window.location.hash.slice(1));
    if (inAddress) setCode(inAddress.slice(0, 20));
  }, []);
  const check = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setAnswer(await ask(code));
    setIsBusy(false);
  };

  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Card>
        <form onSubmit={check} noValidate className="space-y-5">
          <TextInput
            label={t("code")}
            hint={t("codeHint")}
            error={answer.kind === "unknown" ? t("unknown") : undefined}
            value={code}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            onChange={(event) => {
              setCode(event.target.value);
              setAnswer({ kind: "none" });
            }}
          />
          {(answer.kind === "tooMany" || answer.kind === "failed") && (
            <Notice tone="wait" live>
              {t(answer.kind)}
            </Notice>
          )}
          <Button type="submit" loading={isBusy}>
            {t("check")}
          </Button>
        </form>
      </Card>
      <div role="status" className="mt-6">
        {answer.kind === "passport" && <Found passport={answer.passport} />}
      </div>
    </>
  );
}

function Found({ passport }: { passport: Passport }) {
  const t = useTranslations("physio");
  return (
    <Card
      title={
        <Badge tone={passport.valid ? "good" : "stop"}>
          {passport.valid ? t("passport.valid") : t("passport.notValid")}
        </Badge>
      }
    >
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[8rem_1fr]">
        <div className="sm:contents">
          <dt className="text-ink-soft">{t("passport.signer")}</dt>
          <dd className="font-semibold">{`${passport.signerName}, ${passport.signerTitle}`}</dd>
        </div>
        <div className="sm:contents">
          <dt className="text-ink-soft">{t("passport.scope")}</dt>
          <dd>{passport.scope.map((one) => t(`form.scopes.${one}`)).join(", ")}</dd>
        </div>
        <div className="sm:contents">
          <dt className="text-ink-soft">{t("passport.until")}</dt>
          <dd>{dayInWords(passport.reviewBy, "year")}</dd>
        </div>
      </dl>
      <p className="mt-4 text-ink-soft text-sm">{t("passport.nothingElse")}</p>
    </Card>
  );
}
