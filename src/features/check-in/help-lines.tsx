"use client";

import { Phone } from "lucide-react";
import { useTranslations } from "use-intl";
import type { RedFlagTier } from "@/domain/journey/journey.ts";
import { helpLinesFor } from "@/domain/symptoms/help-lines.ts";
import { Button } from "@/ui/button.tsx";

/** Whom to call, the most fitting first, each a button that dials. Needs no network: the numbers travel with the page. */
export function HelpLines({ country, tier }: { country: string; tier: RedFlagTier }) {
  const t = useTranslations("mum");
  return (
    <ul className="space-y-3">
      {helpLinesFor(country, tier).map((line, index) => (
        <li key={line.id}>
          {line.dial === null ? (
            <p className="rounded-card bg-sunken p-4 font-semibold text-xl">{t("redFlag.callLocal")}</p>
          ) : (
            <Button asChild wide size="large" variant={index === 0 ? "stop" : "secondary"}>
              <a href={`tel:${line.dial}`}>
                <Phone aria-hidden />
                <span className="flex flex-col text-start leading-tight">
                  <span className="text-2xl tabular-nums">{line.shown}</span>
                  <span className="font-normal text-sm">
                    {line.name === line.shown
                      ? t(`redFlag.line.${line.id}`)
                      : `${line.name}: ${t(`redFlag.line.${line.id}`)}`}
                    {line.text && `, ${t("redFlag.textToo")}`}
                  </span>
                </span>
              </a>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
