"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button, type ButtonProps } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";

type Sending = { readonly isBusy: boolean; readonly error: unknown; readonly reset: () => void };

/** A button and its dialog for something that wants a reason in a person's words. What is written stays until it is sent. */
export function AskWhy({
  button,
  look = "secondary",
  title,
  lead,
  label,
  press,
  isNeeded,
  sending,
  onSend,
  children,
}: {
  button: string;
  look?: ButtonProps["variant"];
  title: string;
  lead: string;
  label: string;
  press: string;
  isNeeded: boolean;
  sending: Sending;
  /** `close` when it was taken. */
  onSend: (words: string, close: () => void) => void;
  children?: ReactNode;
}) {
  const t = useTranslations("coach");
  const form = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [words, setWords] = useState("");
  const [isTried, setIsTried] = useState(false);
  const isMissing = isTried && isNeeded && words.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = words.trim();
    setIsTried(true);
    if (isNeeded && text === "") return;
    onSend(text, () => {
      setIsOpen(false);
      setWords("");
      setIsTried(false);
    });
  };
  return (
    <>
      <Button
        size="compact"
        variant={look}
        onClick={() => {
          sending.reset();
          setIsOpen(true);
        }}
      >
        {button}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={title}
        lead={lead}
        words={{ close: t("close") }}
        footer={
          <Button type="submit" form={form} loading={sending.isBusy}>
            {press}
          </Button>
        }
      >
        <form id={form} noValidate onSubmit={submit} className="space-y-5">
          {children}
          <TextArea
            label={label}
            value={words}
            maxLength={2000}
            error={isMissing ? t("reasonMissing") : undefined}
            onChange={(event) => setWords(event.target.value)}
          />
          <Refused error={sending.error} reader="coach" />
        </form>
      </Dialog>
    </>
  );
}
