"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { useTRPC } from "@/trpc/react.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { FileLink } from "@/ui/file-link.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { FreshCode } from "./fresh-code.tsx";
import { KeepCopy } from "./keep-copy.tsx";
import { KeepList } from "./keep-list.tsx";
import type { SignedOff, View } from "./view.ts";

/** After signing: that it is done, what happens next, the passport's code, and the way to take it back or amend it. */
export function SignedPanel({ view, onAmend }: { view: View; onAmend: () => void }) {
  const t = useTranslations("physio.signed");
  const papers = useTranslations("common.papers");
  const [newest, ...older] = view.signed;
  if (!newest) return null;
  const client = view.client.name;
  const stands = newest.decision !== "not_yet" && newest.withdrawnOn === null;
  return (
    <div className="space-y-6">
      {newest.isBroken && (
        <Notice tone="stop" title={t("broken.title")}>
          {t("broken.body", { client })}
        </Notice>
      )}
      {newest.withdrawnOn === null && !newest.isBroken && (
        <Notice tone="good" title={t("title")}>
          {t("lead", { client })}
        </Notice>
      )}
      <Card title={t("summary")} level={3} aside={<State signed={newest} />}>
        <Summary signed={newest} />
        {stands && <p className="mt-3 text-ink-soft">{t(`saw.${sawKey(newest)}`)}</p>}
        <div className="mt-3 print:hidden">
          <FileLink href={`/api/papers/summary/${newest.clearanceId}?as=physio`}>
            {papers("summary")}
          </FileLink>
        </div>
      </Card>
      {newest.withdrawnOn === null && (
        <Card title={t("next")} level={3} variant="sunken">
          {newest.decision === "not_yet" ? (
            <p>{t("steps.notYet")}</p>
          ) : (
            <ol className="list-decimal space-y-1.5 ps-5">
              <li>{t("steps.mum", { client })}</li>
              <li>{t("steps.register")}</li>
              <li>{t("steps.open")}</li>
            </ol>
          )}
        </Card>
      )}
      {stands && (
        <Card title={t("passport")} level={3}>
          <p className="font-mono text-2xl tracking-wider">{newest.passportCode}</p>
          <p className="mt-2 text-ink-soft text-sm">{t("passportHint")}</p>
          {/* Handed out once it stands: before her yes and the register the check would call it not valid. */}
          {view.passportId === newest.clearanceId && (
            <div className="mt-3 print:hidden">
              <FileLink href={`/api/papers/passport/${newest.clearanceId}?as=physio`}>
                {papers("passport")}
              </FileLink>
            </div>
          )}
        </Card>
      )}
      <Card variant="outline">
        <div className="space-y-4">
          <div>
            <Button variant="secondary" onClick={onAmend}>
              {t("amend")}
            </Button>
            <p className="mt-2 text-ink-soft text-sm">{t("amendHint")}</p>
          </div>
          <KeepCopy clearanceId={newest.clearanceId} />
          {newest.withdrawnOn === null && <Withdraw clearanceId={newest.clearanceId} />}
        </div>
      </Card>
      {!view.physio.hasAccount && <KeepList />}
      {older.length > 0 && (
        <Card title={t("older")} level={3} variant="outline">
          <ul className="space-y-4">
            {older.map((one) => (
              <li key={one.clearanceId}>
                <Badge size="small">
                  {one.withdrawnOn ? t("withdrawn", { date: dayInWords(one.withdrawnOn) }) : t("superseded")}
                </Badge>
                <Summary signed={one} isOlder />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

const sawKey = ({ saw }: SignedOff) => (saw === null ? "open" : saw ? "yes" : "no");

function State({ signed }: { signed: SignedOff }) {
  const t = useTranslations("physio");
  if (signed.withdrawnOn)
    return <Badge tone="stop">{t("signed.withdrawn", { date: dayInWords(signed.withdrawnOn) })}</Badge>;
  return (
    <Badge tone={signed.decision === "not_yet" ? "wait" : "good"}>
      {t(`form.decisions.${signed.decision}`)}
    </Badge>
  );
}

function Summary({ signed, isOlder = false }: { signed: SignedOff; isOlder?: boolean }) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  return (
    <div className="space-y-1">
      {isOlder && <p className="font-semibold">{t(`form.decisions.${signed.decision}`)}</p>}
      {signed.scope.length > 0 && <p>{signed.scope.map((one) => t(`form.scopes.${one}`)).join(", ")}</p>}
      {signed.conditions.length > 0 && (
        <ul className="list-disc ps-5">
          {signed.conditions.map((one) => (
            <li key={say.condition(one)}>{say.condition(one)}</li>
          ))}
        </ul>
      )}
      <p className="text-ink-soft text-sm">
        {t("signed.when", {
          date: dayInWords(signed.signedOn, "year"),
          review: dayInWords(signed.reviewBy, "year"),
        })}
      </p>
      <p className="text-ink-soft text-sm">
        {`${signed.signer.name}, ${signed.signer.title}, ${signed.signer.regulator} ${signed.signer.registrationNumber}`}
      </p>
    </div>
  );
}

function Withdraw({ clearanceId }: { clearanceId: string }) {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [key, setKey] = useState(() => crypto.randomUUID());
  const withdraw = useMutation(
    trpc.clearance.withdraw.mutationOptions({
      onSuccess: () => queries.invalidateQueries(trpc.clearance.pathFilter()),
    }),
  );
  const wantsCode = withdraw.error?.data?.code === "PRECONDITION_REQUIRED" && !withdraw.isPending;
  const refusal = refusalOf(withdraw.error);
  const go = (event?: FormEvent) => {
    event?.preventDefault();
    setIsTried(true);
    if (reason.trim() !== "") withdraw.mutate({ key, clearanceId, reason });
  };

  if (!isOpen) {
    return (
      <Button variant="quiet" onClick={() => setIsOpen(true)}>
        {t("signed.withdraw")}
      </Button>
    );
  }
  return (
    <div className="space-y-4 border-stop border-s-4 ps-4">
      <form onSubmit={go} noValidate className="space-y-4">
        <h3 className="font-semibold text-lg">{t("signed.withdrawTitle")}</h3>
        <p>{t("signed.withdrawBody")}</p>
        <TextArea
          label={t("signed.withdrawReason")}
          error={isTried && reason.trim() === "" ? t("signed.withdrawNeed") : undefined}
          maxLength={2000}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
            setKey(crypto.randomUUID());
          }}
          autoFocus
        />
        {withdraw.error && !wantsCode && (
          <Notice tone="stop" live>
            {(refusal && say.refusal(refusal)) ?? t("errors.failed")}
          </Notice>
        )}
        {!wantsCode && (
          <div className="flex flex-wrap gap-3">
            <Button type="submit" variant="stop" loading={withdraw.isPending}>
              {t("signed.withdrawYes")}
            </Button>
            <Button variant="quiet" onClick={() => setIsOpen(false)}>
              {t("requests.keep")}
            </Button>
          </div>
        )}
      </form>
      {wantsCode && <FreshCode onProved={() => go()} />}
    </div>
  );
}
