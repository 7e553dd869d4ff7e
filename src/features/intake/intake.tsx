"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { EMPTY_DRAFT, type IntakeDraft } from "@/domain/clients/intake-draft.ts";
import { useTRPCClient } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { refusalOf, useSay } from "@/words/use-say.ts";
import { CheckPage } from "./check-page.tsx";
import {
  BirthPage,
  BodyPage,
  ConsentsPage,
  type PageProps,
  RunPage,
  useProblemWords,
  WordsPage,
} from "./pages.tsx";
import { PAGES, type PageId, pageOf, readDraft } from "./read-draft.ts";
import { useDraft } from "./use-draft.ts";
import { Welcome } from "./welcome.tsx";

export type IntakeProps = {
  readonly owner: string;
  readonly name: string;
  readonly coach: string;
  readonly country: string;
  readonly today: string;
  readonly initial: { readonly answers: IntakeDraft | null; readonly version: number };
};

type Failure = { readonly field: string | null; readonly words: string };

/** The questionnaire: short pages, kept as she goes, sent once. */
export function Intake({ owner, name, coach, country, today, initial }: IntakeProps) {
  const t = useTranslations("mum");
  const say = useSay("mum");
  const router = useRouter();
  const client = useTRPCClient();
  const {
    answers: draft,
    write,
    save,
    keeping,
    forget,
  } = useDraft(owner, {
    answers: initial.answers ?? EMPTY_DRAFT,
    version: initial.version,
  });
  const [key] = useState(() => crypto.randomUUID());
  const [tried, setTried] = useState<readonly PageId[]>([]);
  const [state, setState] = useState<"idle" | "sending">("idle");
  const [failure, setFailure] = useState<Failure | null>(null);
  const problemWords = useProblemWords();
  const heading = useRef<HTMLDivElement>(null);

  const page = PAGES.find((id) => id === draft.page) ?? null;
  const { problems, answers } = readDraft(draft, today);
  const here = Object.keys(problems).filter((field) => pageOf(field) === page);
  const isTried = page !== null && tried.includes(page);

  // A new page begins at its heading, for the eye and for the ear.
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    window.scrollTo(0, 0);
    heading.current?.focus();
  }, [page]);

  const go = (next: PageId | "") => {
    write({ page: next });
    void save();
  };
  const errorAt = (field: string) => {
    if (failure?.field === field) return failure.words;
    const problem = problems[field];
    return isTried && problem ? problemWords(problem) : undefined;
  };

  const finish = async () => {
    const first = Object.keys(problems)[0];
    if (!answers) {
      setTried(PAGES);
      return go(pageOf(first ?? ""));
    }
    setState("sending");
    setFailure(null);
    try {
      await client.clients.completeIntake.mutate({ key, ...answers });
      forget();
      router.replace("/me/steps");
      router.refresh();
    } catch (error) {
      const refusal = refusalOf(error);
      const words = (refusal && say.refusal(refusal)) ?? t("intake.failed");
      const field =
        refusal && "bornOn" in refusal
          ? fieldOfBirth(draft, refusal.bornOn)
          : refusal && "day" in refusal
            ? fieldOfBirth(draft, refusal.day)
            : null;
      setFailure({ field, words });
      setState("idle");
      if (field) go("birth");
    }
  };

  const next = (event: FormEvent) => {
    event.preventDefault();
    if (page === null || state === "sending") return;
    if (page === "check") return void finish();
    setTried([...tried, page]);
    if (here.length > 0) focusFirstError();
    else go(PAGES[PAGES.indexOf(page) + 1] ?? "check");
  };

  if (page === null) {
    return (
      <Welcome
        {...{ name, coach, country }}
        isBegun={initial.answers !== null}
        onBegin={() => go("consents")}
      />
    );
  }
  const number = PAGES.indexOf(page) + 1;
  const props: PageProps = { draft, write, errorAt };
  return (
    <form noValidate onSubmit={next} className="flex flex-1 flex-col">
      <Keeping keeping={keeping} progress={t("intake.progress", { page: number, pages: PAGES.length })} />
      <div ref={heading} tabIndex={-1}>
        <PageHeader
          title={t(`intake.${page}.title`)}
          lead={page === "body" || page === "run" ? undefined : t(`intake.${page}.lead`)}
        />
      </div>
      {keeping === "stale" && (
        <Notice
          tone="wait"
          live
          className="mb-5"
          actions={
            <Button variant="secondary" onClick={() => window.location.reload()}>
              {t("intake.staleLoad")}
            </Button>
          }
        >
          {t("intake.stale")}
        </Notice>
      )}
      {page === "check" ? <CheckPage draft={draft} go={go} /> : <CurrentPage page={page} {...props} />}
      {isTried && here.length > 0 && (
        <Notice tone="stop" live className="mt-6">
          {t("intake.fix")}
        </Notice>
      )}
      {failure && failure.field === null && (
        <Notice tone="stop" live className="mt-6">
          {failure.words}
        </Notice>
      )}
      <div className="sticky bottom-0 z-10 -mx-4 mt-auto grid grid-cols-[auto_1fr] gap-3 bg-linear-to-t from-75% from-surface to-transparent px-4 pt-8 pb-4 left-hand:[direction:rtl]">
        <Button variant="secondary" size="large" onClick={() => go(PAGES[number - 2] ?? "")}>
          {t("intake.back")}
        </Button>
        <Button type="submit" size="large" loading={state === "sending"}>
          {t(state === "sending" ? "intake.finishing" : page === "check" ? "intake.finish" : "intake.next")}
        </Button>
      </div>
    </form>
  );
}

function CurrentPage({ page, ...props }: PageProps & { page: Exclude<PageId, "check"> }) {
  switch (page) {
    case "consents":
      return <ConsentsPage {...props} />;
    case "birth":
      return <BirthPage {...props} />;
    case "body":
      return <BodyPage {...props} />;
    case "run":
      return <RunPage {...props} />;
    case "words":
      return <WordsPage {...props} />;
  }
}

function Keeping({
  keeping,
  progress,
}: {
  keeping: ReturnType<typeof useDraft>["keeping"];
  progress: string;
}) {
  const t = useTranslations("mum");
  const words = {
    kept: t("intake.saved"),
    keeping: t("intake.saving"),
    here: t("intake.savedOffline"),
    stale: "",
  }[keeping];
  return (
    <p className="mb-1 flex justify-between gap-4 text-ink-soft text-sm">
      <span>{progress}</span>
      <span role="status" data-keeping={keeping}>
        {words}
      </span>
    </p>
  );
}

/** Which birth a refusal speaks of. */
function fieldOfBirth(draft: IntakeDraft, day: string): string | null {
  const at = draft.births.findIndex((birth) => birth.bornOn === day);
  return at < 0 ? null : `births.${at}.bornOn`;
}

/** After the errors are drawn, the first of them gets the focus. */
function focusFirstError(): void {
  requestAnimationFrame(() => {
    const wrong = document.querySelector<HTMLElement>(
      "[aria-invalid='true']:is(input, select, textarea), fieldset[aria-invalid='true'] input",
    );
    wrong?.focus();
  });
}
