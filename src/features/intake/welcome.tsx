"use client";

import { useTranslations } from "use-intl";
import { emergencyNumberOf } from "@/domain/symptoms/help-lines.ts";
import { Button } from "@/ui/button.tsx";
import { BrandTrail } from "@/ui/brand/trail.tsx";

export type WelcomeProps = {
  name: string;
  coach: string;
  country: string;
  isBegun: boolean;
  onBegin: () => void;
};

/** What this is, in a few plain sentences, before anything is asked. */
export function Welcome({ name, coach, country, isBegun, onBegin }: WelcomeProps) {
  const t = useTranslations("mum");
  const number = emergencyNumberOf(country) ?? t("redFlag.localNumber");
  const [first = name] = name.split(" ");
  return (
    <div className="flex flex-1 flex-col">
      <BrandTrail />
      <h1 className="mt-4">{t("welcome.title", { name: first })}</h1>
      <div className="mt-4 space-y-4 text-lg">
        <p>{t("welcome.lead", { coach })}</p>
        <p>{t("welcome.p1")}</p>
        <p>{t("welcome.p2")}</p>
        <p className="text-base text-ink-soft">{t("welcome.p3", { number })}</p>
      </div>
      <div className="sticky bottom-0 mt-auto bg-linear-to-t from-75% from-surface to-transparent pt-8 pb-4">
        <Button wide size="large" onClick={onBegin}>
          {t(isBegun ? "welcome.resume" : "welcome.go")}
        </Button>
      </div>
    </div>
  );
}
