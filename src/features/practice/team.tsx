"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { normaliseEmail } from "@/lib/email-address.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Badge } from "@/ui/badge.tsx";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextInput } from "@/ui/text-input.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import type { Overview } from "./practice-view.ts";

/** Who coaches here, who was asked to, and (for the owner) the way to ask another. */
export function TeamPart({ overview }: { overview: Overview }) {
  const t = useTranslations("physio.practice");
  const format = useFormatter();
  return (
    <Card title={t("team")}>
      <ul className="divide-y divide-line">
        {overview.members.map((member) => (
          <li key={member.id} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
            <span className="min-w-0">
              <span className="block font-semibold">
                {member.name}
                {member.isMe && <span className="ms-2 font-normal text-ink-soft text-sm">{t("you")}</span>}
              </span>
              <span className="text-ink-soft text-sm [overflow-wrap:anywhere]">{member.email}</span>
            </span>
            <Badge>{t(`roles.${member.role}`)}</Badge>
          </li>
        ))}
        {overview.invited.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="block font-semibold">{one.name}</span>
              <span className="text-ink-soft text-sm [overflow-wrap:anywhere]">{one.email}</span>
            </span>
            <Badge tone="wait">
              {t("invited", { date: format.dateTime(one.expiresAt, { day: "numeric", month: "short" }) })}
            </Badge>
          </li>
        ))}
      </ul>
      {overview.isOwner && <InviteCoach />}
    </Card>
  );
}

function InviteCoach() {
  const t = useTranslations("physio");
  const say = useSay("coach");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const [draft, setDraft] = useState({ name: "", email: "" });
  const invite = useMutation(
    trpc.practice.inviteCoach.mutationOptions({
      onSuccess: async () => {
        setIsOpen(false);
        setIsTried(false);
        setDraft({ name: "", email: "" });
        await queries.invalidateQueries(trpc.practice.pathFilter());
      },
    }),
  );
  const refusal = refusalOf(invite.error);
  const isMissing = { name: draft.name.trim() === "", email: normaliseEmail(draft.email) === null };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isMissing.name && !isMissing.email) invite.mutate({ key: crypto.randomUUID(), ...draft });
  };
  if (!isOpen) {
    return (
      <div className="mt-4 space-y-3">
        {invite.isSuccess && (
          <Notice tone="good" live>
            {t("practice.inviteSent", { email: invite.variables.email })}
          </Notice>
        )}
        <Button variant="secondary" onClick={() => setIsOpen(true)}>
          {t("practice.invite")}
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="mt-4 space-y-4 rounded-card bg-sunken p-5">
      <TextInput
        label={t("practice.inviteName")}
        maxLength={120}
        error={isTried && isMissing.name ? t("ask.need.name") : undefined}
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        autoFocus
      />
      <TextInput
        label={t("practice.inviteEmail")}
        type="email"
        inputMode="email"
        error={isTried && isMissing.email ? t("ask.need.email") : undefined}
        value={draft.email}
        onChange={(event) => setDraft({ ...draft, email: event.target.value })}
      />
      {invite.error && (
        <Notice tone="stop" live>
          {(refusal && say.refusal(refusal)) ?? t("errors.failed")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" loading={invite.isPending}>
          {t("practice.inviteSend")}
        </Button>
        <Button variant="quiet" onClick={() => setIsOpen(false)}>
          {t("practice.form.cancel")}
        </Button>
      </div>
    </form>
  );
}
