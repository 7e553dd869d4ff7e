"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { PELVIC_SYMPTOMS } from "@/domain/shared/findings.ts";
import { type Finding, RED_FLAGS, type RedFlagSign, type Symptom } from "@/domain/shared/vocabulary.ts";
import { Button } from "@/ui/button.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { findingsOf, PainPicker } from "./findings-picker.tsx";

type Tell = (findings: readonly Finding[], note?: string) => void;
export type Page = "pick" | "flags" | "pain" | "bleeding" | "else";

function Row({ children, hint, onClick }: { children: ReactNode; hint?: ReactNode; onClick: () => void }) {
  return (
    <Button variant="secondary" size="large" wide onClick={onClick}>
      <span className="flex-1 text-start">
        {children}
        {hint && <span className="block font-normal text-ink-soft text-sm">{hint}</span>}
      </span>
      <ChevronRight aria-hidden className="text-ink-soft" />
    </Button>
  );
}

const symptom = (name: Exclude<Symptom, "pain">): Finding => ({ kind: "symptom", symptom: name });
const flag = (sign: RedFlagSign): Finding => ({ kind: "red_flag", sign });

/** First look: what fits best. A pelvic symptom is told with this one tap. */
function Pick({ tell, go }: { tell: Tell; go: (page: Page) => void }) {
  const t = useTranslations("mum");
  return (
    <div className="space-y-3">
      <Row hint={t("wrong.suddenHint")} onClick={() => go("flags")}>
        {t("wrong.sudden")}
      </Row>
      {PELVIC_SYMPTOMS.toReversed().map((name) => (
        <Row key={name} onClick={() => tell([symptom(name)])}>
          {t(`symptom.${name}`)}
        </Row>
      ))}
      <Row onClick={() => go("pain")}>{t("wrong.pain")}</Row>
      <Row onClick={() => go("bleeding")}>{t("wrong.bleeding")}</Row>
      <Row onClick={() => tell([symptom("doming")])}>{t("symptom.doming")}</Row>
      <Row onClick={() => go("else")}>{t("wrong.else")}</Row>
    </div>
  );
}

function Flags({ tell, go }: { tell: Tell; go: (page: Page) => void }) {
  const t = useTranslations("mum");
  return (
    <div className="space-y-3">
      <p>{t("wrong.whichFlagLead")}</p>
      {RED_FLAGS.map((sign) => (
        <Row key={sign} onClick={() => tell([flag(sign)])}>
          {t(`flag.${sign}`)}
        </Row>
      ))}
      <Button variant="quiet" wide onClick={() => go("else")}>
        {t("wrong.none")}
      </Button>
    </div>
  );
}

function Bleeding({ tell }: { tell: Tell }) {
  const t = useTranslations("mum");
  return (
    <div className="space-y-3">
      <Row onClick={() => tell([flag("heavy_bleeding")])}>{t("wrong.heavy")}</Row>
      {(["bleeding_lochia", "bleeding_period", "bleeding_other"] as const).map((name) => (
        <Row key={name} onClick={() => tell([symptom(name)])}>
          {t(`symptom.${name}`)}
        </Row>
      ))}
    </div>
  );
}

function Pain({ tell }: { tell: Tell }) {
  const t = useTranslations("mum");
  const [pain, setPain] = useState<{ site: Parameters<typeof PainPicker>[0]["site"]; level: number | null }>({
    site: null,
    level: null,
  });
  const [isTried, setIsTried] = useState(false);
  const submit = () => {
    const findings = findingsOf({ noticed: "yes", symptoms: ["pain"], ...pain });
    if (findings) tell(findings);
    else setIsTried(true);
  };
  return (
    <div className="space-y-5">
      <PainPicker {...pain} showErrors={isTried} onChange={setPain} />
      <Button wide size="large" onClick={submit}>
        {t("wrong.send")}
      </Button>
    </div>
  );
}

function Else({ tell }: { tell: Tell }) {
  const t = useTranslations("mum");
  const [words, setWords] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isEmpty = words.trim() === "";
  return (
    <div className="space-y-5">
      <TextArea
        label={t("wrong.elseLabel")}
        hint={t("wrong.elseHint")}
        value={words}
        maxLength={4000}
        onChange={(event) => setWords(event.target.value)}
        error={isTried && isEmpty ? t("messages.error") : undefined}
      />
      <Button wide size="large" onClick={() => (isEmpty ? setIsTried(true) : tell([], words.trim()))}>
        {t("wrong.send")}
      </Button>
    </div>
  );
}

/** The pages of choices. Every way ends in `tell`. */
export function WrongChoices({ page, tell, go }: { page: Page; tell: Tell; go: (page: Page) => void }) {
  switch (page) {
    case "pick":
      return <Pick tell={tell} go={go} />;
    case "flags":
      return <Flags tell={tell} go={go} />;
    case "pain":
      return <Pain tell={tell} />;
    case "bleeding":
      return <Bleeding tell={tell} />;
    case "else":
      return <Else tell={tell} />;
  }
}
