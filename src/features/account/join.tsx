"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { ActionButton } from "./action-button.tsx";
import { CodeForm } from "./code-form.tsx";
import { postStep, type Problem } from "./post-step.ts";
import { StepProblem } from "./step-problem.tsx";
import { useStep } from "./use-step.ts";

type Ticket = {
  purpose: "client" | "coach";
  practiceName: string;
  inviter: string;
  name: string;
  sentTo: string;
};
type Shown =
  | { kind: "opening" }
  | { kind: "missing" }
  | { kind: "turned"; problem: Problem }
  | { kind: "open"; token: string; ticket: Ticket };

/** An invitation: who invites to what, then the code to the invited address, then in. The token stays behind the #. */
export function Join({ hasDemoMailbox }: { hasDemoMailbox: boolean }) {
  const t = useTranslations("account.join");
  const [shown, setShown] = useState<Shown>({ kind: "opening" });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isGone = false;
    const open = async () => {
      const token = window.location.hash.slice(1);
      if (!token) return setShown({ kind: "missing" });
      setShown({ kind: "opening" });
      const answer = await postStep<Ticket>("join", { token });
      if (isGone) return;
      setShown(
        answer.ok
          ? { kind: "open", token, ticket: answer.data }
          : { kind: "turned", problem: answer.problem },
      );
    };
    const again = () => setRound((n) => n + 1);
    void open();
    window.addEventListener("hashchange", again);
    return () => {
      isGone = true;
      window.removeEventListener("hashchange", again);
    };
  }, [round]);

  if (shown.kind === "opening") return <LoadingState label={t("loading")} shape="lines" />;
  if (shown.kind === "open")
    return <Invitation token={shown.token} ticket={shown.ticket} hasDemoMailbox={hasDemoMailbox} />;
  if (shown.kind === "turned" && shown.problem.code !== "over")
    return <TurnedAway problem={shown.problem} onAgain={() => setRound((n) => n + 1)} />;
  return (
    <ErrorState
      level={1}
      title={shown.kind === "missing" ? t("missingTitle") : t("overTitle")}
      actions={
        <Link href="/sign-in" variant="alone">
          {t("signIn")}
        </Link>
      }
    >
      {shown.kind === "missing" ? t("missing") : t("overBody")}
    </ErrorState>
  );
}

function TurnedAway({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  const t = useTranslations("common");
  return (
    <div className="space-y-4">
      <StepProblem problem={problem} />
      <ActionButton variant="secondary" onClick={onAgain}>
        {t("tryAgain")}
      </ActionButton>
    </div>
  );
}

function Invitation({
  token,
  ticket,
  hasDemoMailbox,
}: {
  token: string;
  ticket: Ticket;
  hasDemoMailbox: boolean;
}) {
  const t = useTranslations("account");
  const [isAsked, setIsAsked] = useState(false);
  const step = useStep("join/code", () => setIsAsked(true));
  const { purpose, practiceName: practice, inviter, name, sentTo } = ticket;
  if (isAsked)
    return (
      <CodeForm
        lead={t("code.leadSent", { email: sentTo })}
        verify="join/accept"
        body={{ token }}
        ask="join/code"
        askBody={{ token }}
        hasDemoMailbox={hasDemoMailbox}
      />
    );
  const lead =
    purpose === "coach"
      ? t("join.coach", { practice })
      : inviter === practice
        ? t("join.clientSolo", { practice })
        : t("join.client", { inviter, practice });
  return (
    <div className="space-y-6">
      <PageHeader
        over={t("join.title")}
        title={t("join.hello", { name: name.split(" ")[0] ?? name })}
        lead={lead}
        className="mb-0 sm:mb-0"
      />
      <p>{t("join.how", { email: sentTo })}</p>
      {purpose === "client" && <p className="text-ink-soft">{t("join.yours")}</p>}
      <StepProblem problem={step.problem} />
      <ActionButton wide size="large" loading={step.busy} onClick={() => void step.send({ token })}>
        {t("join.go")}
      </ActionButton>
    </div>
  );
}
