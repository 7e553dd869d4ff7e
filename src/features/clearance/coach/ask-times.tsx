import { useTranslations } from "use-intl";
import { Checkbox } from "@/ui/checkbox.tsx";
import { RadioCards } from "@/ui/choice-cards.tsx";
import type { usePrefill } from "./prefill.ts";

const REMIND_AFTER = [3, 7, 14, 21] as const;
const OPEN_FOR = [0, 14, 28] as const;

type Form = Pick<ReturnType<typeof usePrefill>, "draft" | "set">;

/** When she is reminded while she has not answered, and until when she may. */
export function AskTimes({ draft, set }: Form) {
  const t = useTranslations("physio.ask");
  const tick = (days: number, isOn: boolean) =>
    set({ remindIn: isOn ? [...draft.remindIn, days] : draft.remindIn.filter((one) => one !== days) });
  return (
    <>
      <fieldset>
        <legend className="font-semibold">{t("remind")}</legend>
        <p className="text-ink-soft text-sm">{t("remindHint")}</p>
        <div className="grid grid-cols-2 gap-x-4">
          {REMIND_AFTER.map((days) => (
            <Checkbox
              key={days}
              label={t("remindAfter", { days })}
              checked={draft.remindIn.includes(days)}
              onChange={(event) => tick(days, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
      <RadioCards
        name="openFor"
        label={t("openFor")}
        columns={3}
        value={String(draft.openFor)}
        choices={OPEN_FOR.map((days) => ({ value: String(days), label: t("openForDays", { days }) }))}
        onChange={(event) => set({ openFor: Number(event.target.value) })}
      />
    </>
  );
}
