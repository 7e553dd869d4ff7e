"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { rule } from "@/domain/shared/rules.ts";
import { HOUSE_BANDS } from "@/domain/symptoms/pain-bands.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Card } from "@/ui/card.tsx";
import { Select } from "@/ui/select.tsx";
import { dayInWords } from "@/words/days.ts";
import { AskWhy } from "./ask-why.tsx";
import type { Client } from "./use-client.ts";

const upTo = (max: number, from = 0) => Array.from({ length: max - from + 1 }, (_, at) => from + at);

/** Her traffic light of pain: the house's, or her own with who set it when. */
export function PainBandsCard({ data }: { data: Client }) {
  const t = useTranslations("coach.pain");
  const { bands, changes } = data.pain;
  const { greenMax: houseGreen, amberMax: houseAmber } = HOUSE_BANDS;
  const isOwn = bands.greenMax !== houseGreen || bands.amberMax !== houseAmber;
  const args = { green: bands.greenMax, amber: bands.amberMax };
  return (
    <Card title={t("title")} aside={<Change data={data} />}>
      <p>
        {isOwn
          ? t("own", { ...args, houseGreen, houseAmber })
          : t("house", { ...args, source: rule("pain_green_max").source })}
      </p>
      {changes.length > 0 && (
        <>
          <h3 className="mt-4 text-base">{t("before")}</h3>
          <ul className="mt-1 space-y-1 text-sm">
            {changes.map((row) => (
              <li key={row.id} className="[overflow-wrap:anywhere]">
                {t("line", {
                  day: dayInWords(row.setOn, "year"),
                  name: (row.by && data.names[row.by]) ?? "",
                  green: row.greenMax,
                  amber: row.amberMax,
                })}
                {row.note && <span className="block text-ink-soft">“{row.note}”</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Change({ data }: { data: Client }) {
  const t = useTranslations("coach.pain");
  const set = useChange(useTRPC().symptoms.setPainBands.mutationOptions());
  const [green, setGreen] = useState(data.pain.bands.greenMax);
  const [amber, setAmber] = useState(data.pain.bands.amberMax);
  const options = (values: readonly number[]) =>
    values.map((value) => ({ value: String(value), label: t("ofTen", { value }) }));
  const { clientId } = data.client;
  return (
    <AskWhy
      button={t("change")}
      title={t("changeTitle")}
      lead={t("changeLead")}
      label={t("why")}
      press={t("save")}
      isNeeded
      sending={set}
      onSend={(note, done) => set.send({ clientId, greenMax: green, amberMax: amber, note }, done)}
    >
      <Select
        label={t("green")}
        value={String(green)}
        options={options(upTo(HOUSE_BANDS.greenMax))}
        onChange={(event) => {
          const next = Number(event.target.value);
          setGreen(next);
          setAmber(Math.max(next, amber));
        }}
      />
      <Select
        label={t("amber")}
        value={String(amber)}
        options={options(upTo(HOUSE_BANDS.amberMax, green))}
        onChange={(event) => setAmber(Number(event.target.value))}
      />
    </AskWhy>
  );
}
