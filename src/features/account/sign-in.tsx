"use client";

import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { ActionButton } from "./action-button.tsx";
import { CodeForm } from "./code-form.tsx";
import { PasskeyButton } from "./passkey-button.tsx";
import { withPasskey } from "./passkey.ts";
import { goTo, type Problem } from "./post-step.ts";
import { SignInByLink } from "./sign-in-by-link.tsx";
import { StepForm } from "./step-form.tsx";
import { StepProblem } from "./step-problem.tsx";
import { textIn, useStep } from "./use-step.ts";

type SignInProps = {
  /** Where she wanted to go, already checked. */
  next: string | null;
  hasDemoMailbox: boolean;
  /** Shown above the form while nothing has been asked for: the people of a demo. */
  children?: ReactNode;
};

const CODE_IN_LINK = /^#code=([A-Z0-9]{8})$/;

/** Signing in: by a code in the mail, a link in the same mail, a passkey or a password. */
export function SignIn({ next, hasDemoMailbox, children }: SignInProps) {
  const t = useTranslations("account");
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const [linkCode, setLinkCode] = useState<string | null>(null);

  // Only the browser sees what stands behind the #. Nothing happens with it until a person presses the button.
  useEffect(() => {
    const read = () => setLinkCode(CODE_IN_LINK.exec(window.location.hash)?.[1] ?? null);
    read();
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);

  const onwards = (path: string) => goTo(next ? `${path}?next=${encodeURIComponent(next)}` : path);
  if (linkCode) return <SignInByLink code={linkCode} onDone={onwards} />;
  if (askedFor !== null)
    return (
      <CodeForm
        lead={t("code.lead", { email: askedFor })}
        verify="verify"
        ask="code"
        askBody={{ email: askedFor }}
        hasDemoMailbox={hasDemoMailbox}
        onOther={() => setAskedFor(null)}
        onDone={onwards}
      />
    );
  return (
    <div className="space-y-8">
      {children}
      <WaysIn onAsked={setAskedFor} onDone={onwards} />
    </div>
  );
}

function WaysIn({ onAsked, onDone }: { onAsked: (email: string) => void; onDone: (path: string) => void }) {
  const t = useTranslations("account");
  const [byPassword, setByPassword] = useState(false);
  const [email, setEmail] = useState("");
  const [passkeyProblem, setPasskeyProblem] = useState<Problem | null>(null);
  const ask = useStep("code", () => onAsked(email.trim()));
  const password = useStep<{ next: string }>("password", (data) => onDone(data.next));
  const step = byPassword ? password : ask;
  return (
    <div className="space-y-6">
      <StepForm
        onSubmit={(form) => {
          setPasskeyProblem(null);
          void step.send(byPassword ? { email, password: textIn(form, "password") } : { email });
        }}
        className="space-y-5"
      >
        <PageHeader title={t("signIn.title")} lead={t("signIn.lead")} className="mb-0 sm:mb-0" />
        <TextInput
          type="email"
          name="email"
          label={t("signIn.email")}
          autoComplete="username webauthn"
          inputMode="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
          error={step.fieldError("email")}
        />
        {byPassword && (
          <TextInput
            type="password"
            name="password"
            label={t("signIn.password")}
            autoComplete="current-password"
            required
          />
        )}
        <StepProblem problem={step.problem ?? passkeyProblem} />
        <ActionButton type="submit" wide loading={step.busy}>
          {byPassword ? t("signIn.go") : t("signIn.send")}
        </ActionButton>
      </StepForm>
      <div className="flex flex-wrap justify-between gap-x-2">
        <PasskeyButton
          variant="quiet"
          use={() => withPasskey<{ next: string }>("passkey")}
          onDone={(data) => onDone(data.next)}
          onProblem={setPasskeyProblem}
        >
          {t("signIn.passkey")}
        </PasskeyButton>
        <ActionButton variant="quiet" onClick={() => setByPassword(!byPassword)}>
          {byPassword ? t("signIn.withCode") : t("signIn.withPassword")}
        </ActionButton>
      </div>
      <div className="space-y-1 border-line border-t pt-5 text-ink-soft">
        <p>
          {t("signIn.new")} <Link href="/sign-up">{t("signIn.signUp")}</Link>
        </p>
        <p>{t("signIn.physio")}</p>
      </div>
    </div>
  );
}
