"use client";

import { FileDown } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Prove } from "./prove.tsx";
import { SignInAgain } from "./sign-in-again.tsx";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

const FILE = "/api/my-data";

type TakeMyDataProps = {
  readonly label: string;
  readonly hasDemoMailbox: boolean;
};
type How = { isFresh: boolean; email: string; generator: boolean; passkey: boolean };

/** All that is hers as one file. Her phone may lie open for weeks, so she shows first that it is she, unless she just has. */
export function TakeMyData({ label, hasDemoMailbox }: TakeMyDataProps) {
  const t = useTranslations("account");
  const [how, setHow] = useState<How | null>(null);
  const take = () => {
    setHow(null);
    Object.assign(document.createElement("a"), { href: FILE, download: "" }).click();
  };
  const ask = useStep<How>("prove/lately", (answer) => {
    ask.settle();
    if (answer.isFresh) take();
    else setHow(answer);
  });
  return (
    <>
      <Button size="compact" variant="secondary" loading={ask.busy} onClick={() => void ask.send()}>
        <FileDown aria-hidden className="size-5 shrink-0" />
        {label}
      </Button>
      <StepProblem problem={ask.problem} />
      <Dialog
        open={how !== null}
        onClose={() => setHow(null)}
        title={t("stepUp.title")}
        lead={t("stepUp.lead")}
        words={{ close: t("stepUp.cancel") }}
      >
        {how &&
          (how.generator || how.passkey ? (
            <Prove passkey={how.passkey} generator={how.generator} onDone={take} />
          ) : (
            <SignInAgain
              email={how.email}
              hasDemoMailbox={hasDemoMailbox}
              onDone={take}
              lead={t("page.proveTake")}
            />
          ))}
      </Dialog>
    </>
  );
}
