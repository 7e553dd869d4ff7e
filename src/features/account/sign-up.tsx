"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { ActionButton } from "./action-button.tsx";
import { CodeForm } from "./code-form.tsx";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

/** A coach makes her account: name and address, then the code. Her practice comes right after. */
export function SignUp({ hasDemoMailbox }: { hasDemoMailbox: boolean }) {
  const t = useTranslations("account");
  const [person, setPerson] = useState({ name: "", email: "" });
  const [isAsked, setIsAsked] = useState(false);
  const step = useStep("sign-up", () => {
    setIsAsked(true);
    step.settle();
  });
  const set = (name: "name" | "email") => (event: { target: { value: string } }) =>
    setPerson({ ...person, [name]: event.target.value });
  if (isAsked)
    return (
      <CodeForm
        lead={t("code.leadSent", { email: person.email.trim() })}
        verify="sign-up/verify"
        body={{ name: person.name }}
        ask="sign-up"
        askBody={person}
        hasDemoMailbox={hasDemoMailbox}
        onOther={() => setIsAsked(false)}
      />
    );
  return (
    <StepForm
      onSubmit={() => {
        void step.send(person);
      }}
      className="space-y-5"
    >
      <PageHeader title={t("signUp.title")} lead={t("signUp.lead")} className="mb-0 sm:mb-0" />
      <TextInput
        name="name"
        label={t("signUp.name")}
        hint={t("signUp.nameHint")}
        autoComplete="name"
        required
        value={person.name}
        onChange={set("name")}
        error={step.fieldError("name")}
      />
      <TextInput
        type="email"
        name="email"
        label={t("signUp.email")}
        autoComplete="email"
        inputMode="email"
        required
        value={person.email}
        onChange={set("email")}
        error={step.fieldError("email")}
      />
      <StepProblem problem={step.problem} />
      <ActionButton type="submit" wide loading={step.busy}>
        {t("signUp.go")}
      </ActionButton>
      <p className="border-line border-t pt-5 text-ink-soft">
        {t("signUp.have")} <Link href="/sign-in">{t("signUp.signIn")}</Link>
      </p>
    </StepForm>
  );
}
