"use client";

import { UserPlus } from "lucide-react";
import NextLink from "next/link";
import { createContext, type FormEvent, type ReactNode, use, useState } from "react";
import { useTranslations } from "use-intl";
import { normaliseEmail } from "@/lib/email-address.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { Refused } from "@/words/refused.tsx";
import { refusalOf } from "@/words/use-say.ts";

type Errors = { readonly name?: "required" | "too_long"; readonly email?: "email" };

function errorsOf(name: string, email: string): Errors {
  return {
    ...(name.trim() === ""
      ? { name: "required" as const }
      : name.trim().length > 120
        ? { name: "too_long" as const }
        : {}),
    ...(normaliseEmail(email) === null ? { email: "email" as const } : {}),
  };
}

const OpenInvitation = createContext<() => void>(() => undefined);

/**
 * Home of the dialog: a name and an address, and she has mail. It stands around the page, because the button moves as
 * soon as the first mum is there, and what the dialog has to say must outlive it.
 */
export function InviteHere({ children }: { children: ReactNode }) {
  const t = useTranslations("coach.invite");
  const common = useTranslations("coach");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <OpenInvitation value={() => setIsOpen(true)}>
      {children}
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title")}
        lead={t("lead")}
        words={{ close: common("close") }}
      >
        <InviteForm />
      </Dialog>
    </OpenInvitation>
  );
}

/** Opens the dialog of `InviteHere`, in which it must stand. */
export function InviteMum() {
  const t = useTranslations("coach.invite");
  return (
    <Button icon={<UserPlus aria-hidden />} onClick={use(OpenInvitation)}>
      {t("open")}
    </Button>
  );
}

function InviteForm() {
  const t = useTranslations("coach.invite");
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  // Nothing is wrong before she presses; from then on a field is put right the moment it is.
  const [isTried, setIsTried] = useState(false);
  const invite = useChange(useTRPC().clients.invite.mutationOptions());
  if (invite.answer) {
    return (
      <Sent
        name={name}
        clientId={invite.answer.clientId}
        onAnother={() => {
          setName("");
          setEmail("");
          setIsTried(false);
          invite.reset();
        }}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    const { name: ofName, email: ofEmail } = errorsOf(name, email);
    if (!ofName && !ofEmail) invite.send({ name, email });
  };
  const refusal = refusalOf(invite.error);
  const errors: Errors = isTried ? errorsOf(name, email) : {};
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <TextInput
        label={t("name")}
        hint={t("nameHint")}
        autoComplete="off"
        value={name}
        error={errors.name && t(`errors.${errors.name}`)}
        onChange={(event) => setName(event.target.value)}
      />
      <TextInput
        label={t("email")}
        type="email"
        autoComplete="off"
        value={email}
        error={errors.email && t("errors.email")}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Refused error={invite.error} reader="coach" />
      {refusal?.code === "client_known" && (
        <Button asChild variant="secondary">
          <NextLink href={`/coach/clients/${refusal.clientId}`}>{t("goTo", { name: refusal.name })}</NextLink>
        </Button>
      )}
      <Button type="submit" wide loading={invite.isBusy}>
        {t("send")}
      </Button>
    </form>
  );
}

function Sent({ name, clientId, onAnother }: { name: string; clientId: string; onAnother: () => void }) {
  const t = useTranslations("coach.invite");
  return (
    <Notice
      tone="good"
      live
      title={t("sent", { name })}
      actions={
        <>
          <Button variant="secondary" onClick={onAnother}>
            {t("another")}
          </Button>
          <Button asChild variant="quiet">
            <NextLink href={`/coach/clients/${clientId}`}>{t("toHer")}</NextLink>
          </Button>
        </>
      }
    >
      <p>{t("sentBody")}</p>
    </Notice>
  );
}
