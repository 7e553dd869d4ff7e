"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { emergencyNumberOf } from "@/domain/symptoms/help-lines.ts";
import type { RedFlagTier } from "@/domain/journey/journey.ts";
import { Button } from "@/ui/button.tsx";
import { HelpLines } from "./help-lines.tsx";

/** Where she is when she tells: in a run, in another session, telling how one was, or in none. */
export type Where = "run" | "session" | "after" | "rest";

/** The heading takes the focus, so that what interrupts is read out at once. */
function Told({ title, children }: { title: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="space-y-6" role="alert">
      <h1 ref={heading} tabIndex={-1} className="font-heading text-4xl">
        {title}
      </h1>
      {children}
    </div>
  );
}

function WhatNext({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <h2 className="text-xl">{title}</h2>
      <ul className="mt-2 space-y-2">
        {lines.map((line) => (
          <li key={line} className="flex gap-3">
            <span aria-hidden className="mt-2.5 size-2 shrink-0 rounded-full bg-primary" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One sign is enough: plain words and the numbers first, then what we do. */
export function RedFlagScreen(props: { tier: RedFlagTier; country: string; onClose: () => void }) {
  const { tier, country, onClose } = props;
  const t = useTranslations("mum");
  return (
    <Told title={t(`redFlag.title.${tier}`)}>
      <p className="text-lg">{t(`redFlag.body.${tier}`)}</p>
      <HelpLines country={country} tier={tier} />
      {tier !== "emergency" && (
        <p>{t("redFlag.worse", { number: emergencyNumberOf(country) ?? t("redFlag.localNumber") })}</p>
      )}
      <WhatNext
        title={t("redFlag.then")}
        lines={[t("redFlag.then1"), t("redFlag.then2"), t("redFlag.then3")]}
      />
      <p className="text-ink-soft">{t("redFlag.notWatched")}</p>
      <Button variant="quiet" wide onClick={onClose}>
        {t("redFlag.ok")}
      </Button>
    </Told>
  );
}

/** A pelvic symptom: stop, walk home, and what happens now. Shown at once, whether or not there is a network. */
export function StopScreen(props: { where: Where; country: string; onEnd: () => void }) {
  const { where, country, onEnd } = props;
  const t = useTranslations("mum");
  return (
    <Told title={t(`stop.title.${where}`)}>
      <p className="text-lg">{t(`stop.body.${where}`)}</p>
      <WhatNext
        title={t("stop.next")}
        lines={[t("stop.held"), t("stop.coach"), t("stop.letter"), t("stop.still")]}
      />
      <Button wide size="large" onClick={onEnd}>
        {t(where === "rest" ? "stop.home" : where === "after" ? "stop.back" : "stop.log")}
      </Button>
      <details>
        <summary className="min-h-12 cursor-pointer py-3 font-semibold text-primary">
          {t("stop.whatElse")}
        </summary>
        <HelpLines country={country} tier="same_day" />
      </details>
    </Told>
  );
}

/** Noted, with what it changes; never a diagnosis. */
export function NotedScreen(props: {
  what: "green" | "amber" | "pain" | "bleeding" | "else";
  isInSession: boolean;
  onCarryOn: () => void;
  onEnd: () => void;
}) {
  const { what, isInSession, onCarryOn, onEnd } = props;
  const t = useTranslations("mum");
  const mayCarryOn = what === "green" || what === "amber" || what === "else";
  return (
    <Told title={t("noted.title")}>
      <p className="text-lg">{t(`noted.${what}`)}</p>
      {isInSession && mayCarryOn && (
        <Button wide size="large" onClick={onCarryOn}>
          {t("noted.carryOn")}
        </Button>
      )}
      <Button
        wide
        size={isInSession && mayCarryOn ? "normal" : "large"}
        variant={isInSession && mayCarryOn ? "secondary" : "primary"}
        onClick={onEnd}
      >
        {isInSession ? t("noted.endHere") : t("noted.ok")}
      </Button>
    </Told>
  );
}
