"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { useTranslations } from "use-intl";
import type { Outputs } from "@/trpc/wire.ts";
import { isWaiting } from "@/domain/clearance/request-state.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FileLink } from "@/ui/file-link.tsx";
import type { Tone } from "@/ui/tokens.ts";
import { dayInWords } from "@/words/days.ts";
import { useSay } from "@/words/use-say.ts";
import { AskMyPhysio } from "./ask-physio.tsx";
import { MyMeasures } from "./my-measures.tsx";
import { MyRequestActions } from "./my-request-actions.tsx";
import { Failed, Loading } from "./states.tsx";

/** As its coach sees it in the list of requests. */
const TONES: Record<Mine["requests"][number]["state"], Tone> = {
  sent: "info",
  opened: "info",
  answered: "good",
  declined: "stop",
  cancelled: "neutral",
  expired: "wait",
};

type Mine = Outputs["clearance"]["mine"];

/** Who was asked and when, what the physio found, and where the sign-off stands. */
export function MyPhysio() {
  const t = useTranslations("mum");
  const trpc = useTRPC();
  const query = useQuery(trpc.clearance.mine.queryOptions({}));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Failed onAgain={() => void query.refetch()} />;
  const mine = query.data;
  return (
    <div className="space-y-4">
      {mine.requests.length === 0 && (
        <Card level={3} title={t("care.noPhysio")}>
          <p>{t("care.noPhysioBody")}</p>
        </Card>
      )}
      {mine.requests.map((request) => (
        <RequestCard key={request.requestId} request={request} />
      ))}
      {mine.assessments.map((assessment) => (
        <AssessmentCard key={assessment.assessmentId} assessment={assessment} />
      ))}
      <SignOff mine={mine} />
      <AskMyPhysio />
    </div>
  );
}

function RequestCard({ request }: { request: Mine["requests"][number] }) {
  const t = useTranslations("mum");
  const { requestId, physio, askedOn, dueOn, reason, steps, state, remindOn, expiresOn } = request;
  const isOpen = isWaiting(state);
  return (
    <Card
      level={3}
      title={
        physio
          ? t("care.asked", { physio, day: dayInWords(askedOn) })
          : t("care.askedUnknown", { day: dayInWords(askedOn) })
      }
      aside={<Badge tone={TONES[state]}>{t(`care.requestState.${state}`)}</Badge>}
    >
      <p className="whitespace-pre-line">
        <span className="font-semibold">{t("care.askedWhy")}: </span>
        {reason}
      </p>
      <ul className="mt-2 text-ink-soft">
        {steps.map(({ step, on }) => (
          <li key={`${step} ${on}`}>{t(`care.step.${step}`, { day: dayInWords(on) })}</li>
        ))}
        {isOpen && <li>{t("care.dueBy", { day: dayInWords(dueOn) })}</li>}
        {remindOn !== null && <li>{t("care.remindOn", { day: dayInWords(remindOn) })}</li>}
        {isOpen && <li>{t("care.openUntil", { day: dayInWords(expiresOn) })}</li>}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2 print:hidden">
        <FileLink href={`/api/papers/request/${requestId}?as=client`}>{t("care.papers.request")}</FileLink>
        <FileLink href={`/api/papers/update/${requestId}?as=client`}>{t("care.papers.update")}</FileLink>
      </div>
      {request.isMine && isOpen && <MyRequestActions requestId={requestId} physio={physio} />}
    </Card>
  );
}

function AssessmentCard({ assessment }: { assessment: Mine["assessments"][number] }) {
  const t = useTranslations("mum");
  const { physio, assessedOn, restorationOk, findings, homeProgramme, measures } = assessment;
  return (
    <Card level={3} over={physio} title={t("care.assessment", { day: dayInWords(assessedOn) })}>
      <p className="font-semibold">{t(restorationOk ? "care.restorationYes" : "care.restorationNo")}</p>
      {findings && <p className="mt-2 whitespace-pre-wrap">{findings}</p>}
      <MyMeasures measures={measures} />
      {homeProgramme && (
        <p className="mt-2 whitespace-pre-wrap">
          <span className="font-semibold">{t("care.home")}: </span>
          {homeProgramme}
        </p>
      )}
    </Card>
  );
}

function useStateWords() {
  const t = useTranslations("mum");
  return (state: Mine["state"]): string => {
    switch (state.status) {
      case "none":
        return t("care.state.none");
      case "not_yet":
        return t("care.state.not_yet", { signer: state.signer, day: dayInWords(state.reviewBy) });
      case "pending":
        return t("care.state.pending", { signer: state.signer });
      case "seal_broken":
        return t("care.state.seal_broken", { signer: state.signer });
      case "denied":
        return t("care.state.denied", { signer: state.signer });
      case "standing":
        return t("care.state.standing", { signer: state.signer, day: dayInWords(state.reviewBy, "year") });
      case "withdrawn":
      case "past_review":
      case "starts_later":
      case "before_birth":
        return t(`care.state.${state.status}`, { signer: state.signer, day: dayInWords(state.on) });
    }
  };
}

function SignOff({ mine }: { mine: Mine }) {
  const t = useTranslations("mum");
  const journey = useTranslations("journey");
  const say = useSay("mum");
  const words = useStateWords();
  const { state } = mine;
  return (
    <Card level={3} title={t("care.signoff")}>
      <p>{words(state)}</p>
      {state.status === "pending" && (
        <ul className="mt-2 list-disc ps-5">
          {state.waitsForMum && <li>{t("care.state.waitsMum")}</li>}
          {state.waitsForCredential && <li>{t("care.state.waitsPractice")}</li>}
        </ul>
      )}
      {state.status !== "none" && (
        <div className="mt-3 flex flex-wrap gap-2 print:hidden">
          {state.status === "standing" && (
            <Button asChild size="compact">
              <NextLink href="/me/passport">{t("care.passport")}</NextLink>
            </Button>
          )}
          <FileLink href={`/api/papers/summary/${state.clearanceId}?as=client`}>
            {t("care.papers.summary")}
          </FileLink>
        </div>
      )}
      {state.status === "standing" && (
        <>
          <p className="mt-2">
            {t("care.covers", {
              list: state.scope.map((scope) => journey(`names.scope.${scope}`)).join(", "),
            })}
          </p>
          <ul className="mt-2 list-disc ps-5">
            {state.conditions.map((condition) => (
              <li key={JSON.stringify(condition)}>{say.condition(condition)}</li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
