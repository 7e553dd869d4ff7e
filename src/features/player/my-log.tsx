"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Performance } from "@/domain/journey/performance.ts";
import type { Finding } from "@/domain/shared/vocabulary.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { useWaiting } from "@/trpc/waiting.tsx";
import { Button } from "@/ui/button.tsx";
import { Link } from "@/ui/link.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { TextArea } from "@/ui/text-input.tsx";
import { dayInWords } from "@/words/days.ts";
import { Refused } from "@/words/refused.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { After, type AfterAnswer } from "./after.tsx";
import { filledFromLog } from "./filled.ts";
import { Saved } from "./resume.tsx";
import { LogDetail, type LogShown } from "./log-detail.tsx";
import { isRunKind, type Lent } from "./shapes.ts";

export type MyLogProps = Pick<Lent, "Findings" | "Answer" | "needsAnswer"> & { readonly logId: string };

/** One session she did: what was planned, what she told, and a way to put it right. */
export function MyLog({ logId, ...lent }: MyLogProps) {
  const t = useTranslations("mum");
  const query = useQuery(useTRPC().plans.myLog.queryOptions({ logId }));
  if (query.isPending) return <LoadingState label={t("state.loading")} shape="cards" />;
  if (query.isError) {
    return (
      <ErrorState
        title={t("error.title")}
        actions={<Button onClick={() => void query.refetch()}>{t("error.again")}</Button>}
      >
        <p>{t("error.body")}</p>
      </ErrorState>
    );
  }
  // A newer version is another form: what was typed over the older one would not fit.
  return <Shown key={query.data.logId} log={query.data} {...lent} />;
}

type Doing =
  | { readonly at: "looking" }
  | { readonly at: "correcting" }
  | { readonly at: "answer"; readonly findings: readonly Finding[] }
  | { readonly at: "kept" };

function Shown({ log, ...lent }: Omit<MyLogProps, "logId"> & { log: LogShown }) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  const { send } = useWaiting();
  const [doing, setDoing] = useState<Doing>({ at: "looking" });
  const [state, setState] = useState<"idle" | "sending" | "failed">("idle");
  const [error, setError] = useState<unknown>(null);
  // Pressed twice, or again after a lost connection, it is one correction.
  const [key] = useState(() => crypto.randomUUID());

  const save = async (change: Correction) => {
    setState("sending");
    setError(null);
    try {
      const { kept } = await send("plans.log", { ...asTold(log), ...change, key });
      const { findings } = change;
      if (findings && lent.needsAnswer(findings)) setDoing({ at: "answer", findings });
      else setDoing({ at: kept ? "kept" : "looking" });
      setState("idle");
    } catch (problem) {
      setError(problem);
      setState("failed");
    }
  };

  if (doing.at === "answer") {
    return <lent.Answer findings={doing.findings} onEnd={() => setDoing({ at: "looking" })} />;
  }
  if (doing.at === "kept") return <Saved isKept hasEcho={false} onHome={() => setDoing({ at: "looking" })} />;
  if (doing.at === "correcting") {
    const refusal = refusalOf(error);
    return (
      <>
        <After
          Findings={lent.Findings}
          filled={filledFromLog(log, log.planned, log.performance)}
          versions={[]}
          isRun={isRunKind(log.kind)}
          isCorrection
          state={state}
          problem={refusal && say.refusal(refusal)}
          onSave={(answer) => void save(corrected(log, answer))}
        />
        <Button wide variant="quiet" className="mt-2" onClick={() => setDoing({ at: "looking" })}>
          {t("log.stop")}
        </Button>
      </>
    );
  }
  const isOpen = log.today <= log.until;
  const until = dayInWords(log.until, "long");
  return (
    <>
      <PageHeader
        over={<Link href="/me/plan">{t("log.back")}</Link>}
        title={t(`kind.${log.kind}`)}
        lead={[dayInWords(log.day, "long"), log.levelTitle].filter(Boolean).join(", ")}
      />
      <div className="space-y-6">
        <LogDetail log={log} />
        <p className="text-ink-soft">{t(isOpen ? "log.correctUntil" : "log.closed", { day: until })}</p>
        {isOpen ? (
          <Button wide size="large" variant="secondary" onClick={() => setDoing({ at: "correcting" })}>
            {t("log.correct")}
          </Button>
        ) : (
          <AddNote
            log={log}
            isBusy={state === "sending"}
            error={error}
            onSave={(note) => void save({ note })}
          />
        )}
      </div>
    </>
  );
}

/** Too late to change: what she adds stands beside what she told. */
function AddNote({
  log,
  isBusy,
  error,
  onSave,
}: {
  log: LogShown;
  isBusy: boolean;
  error: unknown;
  onSave: (note: string) => void;
}) {
  const t = useTranslations("mum");
  const [note, setNote] = useState("");
  const [isTried, setIsTried] = useState(false);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setIsTried(true);
        if (note.trim()) onSave([log.note, note.trim()].filter(Boolean).join("\n"));
      }}
    >
      <TextArea
        label={t("log.note")}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.target.value)}
        error={isTried && !note.trim() ? t("log.noteError") : undefined}
      />
      <Refused error={error} reader="mum" />
      <Button type="submit" variant="secondary" loading={isBusy}>
        {t("log.saveNote")}
      </Button>
    </form>
  );
}

/** The log as it stands, as the start of one that takes its place. */
function asTold(log: LogShown) {
  const { planId, sessionId, kind, level, day, minutesTotal, minutesRun, minutesWalk } = log;
  const { effort, completion, note, performance, logId } = log;
  return {
    planId,
    sessionId,
    kind,
    level,
    doneOn: day,
    minutesTotal,
    minutesRun,
    minutesWalk,
    effort,
    completion,
    note,
    performance,
    supersedesId: logId,
    findings: null as Finding[] | null,
  };
}
type Correction = Partial<ReturnType<typeof asTold>>;

function corrected(
  log: LogShown,
  { minutes, findings, performance: told, ...answer }: AfterAnswer,
): Correction {
  const { spentSeconds, turn } = log.performance ?? {};
  const performance: Performance = {
    ...(spentSeconds === undefined ? {} : { spentSeconds }),
    ...(turn === undefined ? {} : { turn }),
    ...told,
  };
  return {
    ...answer,
    // A log that had nothing to say beside the plan, and still has not, stays as it was.
    performance: log.performance === null && Object.keys(performance).length === 0 ? null : performance,
    findings: findings && [...findings],
    minutesTotal: minutes.total,
    minutesRun: minutes.run,
    minutesWalk: minutes.walk,
  };
}
