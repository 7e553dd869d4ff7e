"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { isDay } from "@/domain/shared/day.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useChange } from "@/trpc/use-change.ts";
import type { Outputs } from "@/trpc/wire.ts";
import { Button } from "@/ui/button.tsx";
import { DateInput } from "@/ui/date-input.tsx";
import { Disclosure } from "@/ui/disclosure.tsx";
import { Notice } from "@/ui/notice.tsx";
import { TextArea, TextInput } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";

type Version = Outputs["protocols"]["byId"];
type Props = Pick<Version, "versionId" | "review" | "mayReview">;

/** Draft or reviewed, and by whom; the owner notes it, and takes it back, under the same line. */
export function ReviewCard({ versionId, review, mayReview }: Props) {
  const t = useTranslations("protocols");
  return (
    <Notice tone={review ? "good" : "wait"} title={review ? t("review.done") : t("draft")} className="mb-8">
      <p>
        {review
          ? t("review.by", { name: review.physioName, day: dayInWords(review.reviewedOn, "year") })
          : t("draftLong")}
      </p>
      {review?.note && <p className="mt-2 whitespace-pre-line">{review.note}</p>}
      {mayReview && (review ? <TakeBack versionId={versionId} /> : <ReviewForm versionId={versionId} />)}
    </Notice>
  );
}

function TakeBack({ versionId }: { versionId: string }) {
  const t = useTranslations("protocols.review");
  const router = useRouter();
  const review = useChange(useTRPC().protocols.review.mutationOptions());
  return (
    <Disclosure summary={t("takeBack")}>
      <p className="mb-3">{t("takeBackLead")}</p>
      <Button
        variant="secondary"
        loading={review.isBusy}
        onClick={() => review.send({ versionId, by: null, note: null }, () => router.refresh())}
      >
        {t("takeBackYes")}
      </Button>
      <Refused error={review.error} reader="coach" />
    </Disclosure>
  );
}

function ReviewForm({ versionId }: { versionId: string }) {
  const t = useTranslations("protocols.review");
  const [draft, setDraft] = useState({ physioName: "", reviewedOn: "", note: "" });
  const [isTried, setIsTried] = useState(false);
  const router = useRouter();
  const review = useChange(useTRPC().protocols.review.mutationOptions());
  const physioName = draft.physioName.trim();
  const { reviewedOn } = draft;
  const need = {
    physioName: physioName.length < 2,
    // A day still to come is refused by the server, which knows the practice's calendar.
    reviewedOn: !isDay(reviewedOn),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (need.physioName || !isDay(reviewedOn) || need.reviewedOn) return;
    const note = draft.note.trim() || null;
    // The page itself was made on the server: it is asked for anew.
    review.send({ versionId, by: { physioName, reviewedOn }, note }, () => router.refresh());
  };
  return (
    <Disclosure summary={t("note")}>
      <form noValidate onSubmit={submit} className="max-w-[32rem] space-y-5">
        <p>{t("noteLead")}</p>
        <TextInput
          label={t("physioName")}
          maxLength={120}
          value={draft.physioName}
          error={isTried && need.physioName ? t("need.physioName") : undefined}
          onChange={(event) => setDraft({ ...draft, physioName: event.target.value })}
        />
        <DateInput
          label={t("reviewedOn")}
          value={draft.reviewedOn}
          words={{ day: t("words.day"), month: t("words.month"), year: t("words.year") }}
          error={isTried && need.reviewedOn ? t("need.reviewedOn") : undefined}
          onChange={(value) => setDraft({ ...draft, reviewedOn: value })}
        />
        <TextArea
          label={t("said")}
          mark={t("optional")}
          maxLength={1000}
          value={draft.note}
          onChange={(event) => setDraft({ ...draft, note: event.target.value })}
        />
        <Refused error={review.error} reader="coach" />
        <Button type="submit" loading={review.isBusy}>
          {t("noteYes")}
        </Button>
      </form>
    </Disclosure>
  );
}
