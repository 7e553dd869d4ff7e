import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";

const isOver = (states: readonly { readonly step: string }[]) =>
  states.some(({ step }) => step === "ready" || step === "rejected");

/** Names of letters that are still coming in or being checked: a signature now would not cover them. */
export function useUnderway(requestId: string): readonly string[] {
  const underway = useQuery(useTRPC().documents.underway.queryOptions({ requestId }));
  return (underway.data ?? []).filter(({ states }) => !isOver(states)).map(({ fileName }) => fileName);
}

type Props = { readonly names: readonly string[]; readonly onWait: () => void; readonly onSign: () => void };

/** Asked once, when she presses Sign: wait for the letter, or sign without it. */
export function LettersUnderway({ names, onWait, onSign }: Props) {
  const t = useTranslations("physio.form.underway");
  return (
    <Notice
      tone="wait"
      live
      title={t("title", { count: names.length, name: names[0] ?? "" })}
      actions={
        <>
          <Button onClick={onWait}>{t("wait")}</Button>
          <Button variant="quiet" onClick={onSign}>
            {t("without", { count: names.length })}
          </Button>
        </>
      }
    >
      {t("body")}
    </Notice>
  );
}
