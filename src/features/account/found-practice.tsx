"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { REGISTERS } from "@/domain/clearance/registers.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { Select } from "@/ui/select.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { ActionButton } from "./action-button.tsx";
import { goTo, postStep } from "./post-step.ts";
import { StepForm } from "./step-form.tsx";

const NAMED = ["NZ", "AU", "GB", "IE", "US", "CA"] as const;
type Country = (typeof NAMED)[number];
/** Those whose registers of physios the rules know. */
const COUNTRIES = NAMED.filter((code) => REGISTERS.some((register) => register.country === code));

/** The country whose zone the browser is in, for a first guess she can change. */
const ZONES_OF: readonly (readonly [RegExp, Country])[] = [
  [/^Pacific\/(Auckland|Chatham)$/, "NZ"],
  [/^Australia\//, "AU"],
  [/^Europe\/(London|Belfast|Jersey|Guernsey|Isle_of_Man)$/, "GB"],
  [/^Europe\/Dublin$/, "IE"],
  [
    /^America\/(Toronto|Vancouver|Edmonton|Winnipeg|Halifax|St_Johns|Regina|Moncton|Whitehorse|Iqaluit)$/,
    "CA",
  ],
  [
    /^America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Anchorage|Detroit|Boise|Indiana|Kentucky)|^Pacific\/Honolulu$/,
    "US",
  ],
];
const HOME = { zone: "Pacific/Auckland", country: "NZ" } as const;

function guess(): { zone: string; country: Country } {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const country = ZONES_OF.find(([sign]) => sign.test(zone))?.[1];
  return { zone: zone || HOME.zone, country: country ?? HOME.country };
}

/** A coach without a practice founds one. */
export function FoundPractice() {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const [key] = useState(() => crypto.randomUUID());
  const [name, setName] = useState("");
  const [place, setPlace] = useState<{ zone: string; country: string }>(HOME);
  const [zones, setZones] = useState<readonly string[]>([HOME.zone]);
  const [isEmpty, setIsEmpty] = useState(false);
  // The server does not know where she is; her browser does.
  useEffect(() => {
    const here = guess();
    setPlace({ ...here, country: COUNTRIES.includes(here.country) ? here.country : HOME.country });
    setZones([...new Set([here.zone, ...Intl.supportedValuesOf("timeZone")])]);
  }, []);
  const found = useMutation(
    trpc.practice.found.mutationOptions({
      onSuccess: async () => {
        await postStep("renew");
        goTo("/doors");
      },
    }),
  );
  return (
    <StepForm
      onSubmit={() => {
        setIsEmpty(name.trim() === "");
        if (name.trim() !== "" && !found.isPending) found.mutate({ key, name, ...place });
      }}
      className="space-y-5"
    >
      <PageHeader title={t("found.title")} lead={t("found.lead")} className="mb-0 sm:mb-0" />
      <TextInput
        name="practice"
        label={t("found.name")}
        hint={t("found.nameHint")}
        autoComplete="organization"
        required
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={isEmpty && name.trim() === "" ? t("fields.required") : undefined}
      />
      <Select
        name="country"
        label={t("found.country")}
        hint={t("found.countryHint")}
        value={place.country}
        onChange={(event) => setPlace({ ...place, country: event.target.value })}
        options={COUNTRIES.map((value) => ({ value, label: t(`found.countries.${value}`) }))}
      />
      <Select
        name="zone"
        label={t("found.zone")}
        hint={t("found.zoneHint")}
        value={place.zone}
        onChange={(event) => setPlace({ ...place, zone: event.target.value })}
        options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
      />
      {found.error && (
        <Notice tone="wait" live>
          {found.error.data?.httpStatus === 401 ? t("errors.not_signed_in") : t("errors.failed")}
        </Notice>
      )}
      <ActionButton type="submit" wide loading={found.isPending || found.isSuccess}>
        {t("found.go")}
      </ActionButton>
      <p className="border-line border-t pt-5 text-ink-soft text-sm">{t("found.invited")}</p>
    </StepForm>
  );
}
