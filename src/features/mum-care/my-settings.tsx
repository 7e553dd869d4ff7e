"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Day } from "@/domain/shared/day.ts";
import { HAND_COOKIE, TEXT_COOKIE, type TextSize } from "@/lib/device.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import { NumberInput } from "@/ui/text-input.tsx";
import { THEME_COOKIE, type ThemeChoice, themeFrom } from "@/ui/theme.ts";

const YEAR_SECONDS = 31_536_000;

/** Kept on this device, and read by the server for the next page. */
function writeCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the store that is meant for it is not in every phone yet
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}

export type DeviceSettings = {
  readonly theme: ThemeChoice;
  readonly text: TextSize;
  readonly hand: "left" | "right";
};

/** Light, text size, hand: at once on this device. */
export function MyDevice({ initial }: { initial: DeviceSettings }) {
  const t = useTranslations("mum");
  const router = useRouter();
  const [settings, setSettings] = useState(initial);
  const root = () => document.documentElement;
  const setTheme = (theme: ThemeChoice) => {
    setSettings({ ...settings, theme });
    writeCookie(THEME_COOKIE, theme);
    const chosen = themeFrom(theme);
    if (chosen) root().dataset.theme = chosen;
    else delete root().dataset.theme;
  };
  const setText = (text: TextSize) => {
    setSettings({ ...settings, text });
    writeCookie(TEXT_COOKIE, text);
    root().dataset.text = text;
  };
  const setHand = (hand: "left" | "right") => {
    setSettings({ ...settings, hand });
    writeCookie(HAND_COOKIE, hand);
    router.refresh();
  };
  return (
    <div className="space-y-8">
      <RadioCards
        name="theme"
        label={t("settings.theme")}
        columns={2}
        value={settings.theme}
        onChange={(event) => setTheme(event.target.value as ThemeChoice)}
        choices={[
          { value: "system", label: t("settings.themeSystem") },
          { value: "light", label: t("settings.themeLight") },
          { value: "dark", label: t("settings.themeDark") },
          { value: "night", label: t("settings.themeNight"), hint: t("settings.themeNightHint") },
        ]}
      />
      <RadioCards
        name="text"
        label={t("settings.text")}
        columns={3}
        value={settings.text}
        onChange={(event) => setText(event.target.value as TextSize)}
        choices={[
          { value: "normal", label: t("settings.textNormal") },
          { value: "large", label: t("settings.textLarge") },
          { value: "largest", label: t("settings.textLargest") },
        ]}
      />
      <RadioCards
        name="hand"
        label={t("settings.hand")}
        hint={t("settings.handHint")}
        columns={2}
        value={settings.hand}
        onChange={(event) => setHand(event.target.value === "left" ? "left" : "right")}
        choices={[
          { value: "right", label: t("settings.handRight") },
          { value: "left", label: t("settings.handLeft") },
        ]}
      />
      <p className="text-ink-soft text-sm">{t("settings.device")}</p>
    </div>
  );
}

const whole = (text: string, least: number, most: number) => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
};

/** What she wants to run; walking is counted against it. */
export function MyGoal({ goal }: { goal: { daysPerWeek: number; minutesPerRun: number } | null }) {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [days, setDays] = useState(goal ? String(goal.daysPerWeek) : "");
  const [minutes, setMinutes] = useState(goal ? String(goal.minutesPerRun) : "");
  const [isTried, setIsTried] = useState(false);
  const set = useMutation(
    trpc.clients.setGoal.mutationOptions({ onSuccess: () => cache.invalidateQueries() }),
  );
  const daysPerWeek = whole(days, 1, 7);
  const minutesPerRun = whole(minutes, 5, 300);
  return (
    <Card title={t("settings.goal")}>
      <p className="text-ink-soft">{t("settings.goalLead")}</p>
      <form
        noValidate
        className="mt-4 space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setIsTried(true);
          if (daysPerWeek !== null && minutesPerRun !== null)
            set.mutate({ key: crypto.randomUUID(), daysPerWeek, minutesPerRun });
        }}
      >
        <NumberInput
          label={t("settings.goalDays")}
          value={days}
          onChange={(event) => setDays(event.target.value)}
          error={isTried && daysPerWeek === null ? t("intake.error.days") : undefined}
        />
        <NumberInput
          label={t("settings.goalMinutes")}
          unit={t("intake.run.minutesUnit")}
          value={minutes}
          onChange={(event) => setMinutes(event.target.value)}
          error={isTried && minutesPerRun === null ? t("intake.error.minutes") : undefined}
        />
        <Button type="submit" variant="secondary" loading={set.isPending}>
          {t("settings.goalSave")}
        </Button>
        <p role="status" className="min-h-6">
          {set.isSuccess && t("settings.goalSaved")}
          {set.isError && t("error.body")}
        </p>
      </form>
    </Card>
  );
}

/** Off for good, no reason asked. */
export function BabyPrompts({ day }: { day: Day }) {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const query = useQuery(trpc.clients.consents.queryOptions({}));
  const off = useMutation(
    trpc.clients.recordLifeEvent.mutationOptions({ onSuccess: () => cache.invalidateQueries() }),
  );
  const isOff = query.data?.babyPromptsOff || off.isSuccess;
  return (
    <Card title={t("settings.baby")}>
      {isOff ? (
        <p role="status">{t("settings.babyIsOff")}</p>
      ) : (
        <>
          <p>{t("settings.babyBody")}</p>
          <Button
            variant="secondary"
            className="mt-4"
            loading={off.isPending}
            onClick={() =>
              off.mutate({ key, kind: "baby_prompts_off", startsOn: day, endsOn: null, note: null })
            }
          >
            {t("settings.babyOff")}
          </Button>
          {off.isError && <p role="alert">{t("error.body")}</p>}
        </>
      )}
    </Card>
  );
}
