"use client";

import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { Card } from "@/ui/card.tsx";
import { CodeInput } from "@/ui/code-input.tsx";
import { Notice } from "@/ui/notice.tsx";
import { PageHeader } from "@/ui/page-header.tsx";
import { LoadingState } from "@/ui/skeleton.tsx";
import { ErrorState } from "@/ui/states.tsx";
import { filled } from "@/words/gap.ts";
import type { OpenWords } from "./open-words.ts";
import { postStep, type StepError } from "./post-step.ts";

type Opened =
  | { state: "reading" }
  | { state: "live"; practiceName: string; physioName: string; sentTo: string }
  | { state: "over" | "missing" }
  | { state: "failed"; error: StepError };

/**
 * The door for a physio without an account. The secret stands in the part of the address that browsers never send;
 * opening the page uses nothing up, and only the code to the stored address lets her in.
 */
export function OpenLink({ words }: { words: OpenWords }) {
  const [token, setToken] = useState("");
  const [opened, setOpened] = useState<Opened>({ state: "reading" });

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const found = window.location.hash.slice(1);
      setToken(found);
      if (!found) return setOpened({ state: "missing" });
      const answer = await postStep<Exclude<Opened, { state: "reading" | "failed" }>>("link/open", {
        token: found,
      });
      if (!isGone) setOpened(answer.ok ? answer.answer : { state: "failed", error: answer.error });
    };
    const again = () => void read();
    again();
    window.addEventListener("hashchange", again);
    return () => {
      isGone = true;
      window.removeEventListener("hashchange", again);
    };
  }, []);

  if (opened.state === "reading") return <LoadingState label={words.reading} shape="cards" count={1} />;
  if (opened.state === "live") return <ProveAddress words={words} token={token} opened={opened} />;
  if (opened.state === "failed") {
    return (
      <ErrorState
        level={1}
        title={words.failed}
        actions={<Button onClick={() => window.location.reload()}>{words.retry}</Button>}
      >
        <p>{words.errors[opened.error]}</p>
      </ErrorState>
    );
  }
  return (
    <ErrorState level={1} title={words[opened.state].title}>
      <p>{words[opened.state].body}</p>
    </ErrorState>
  );
}

type Proving = {
  readonly words: OpenWords;
  readonly token: string;
  readonly opened: Extract<Opened, { state: "live" }>;
};

function ProveAddress({ words, token, opened }: Proving) {
  const [isSent, setIsSent] = useState(false);
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState<"send" | "confirm" | null>(null);
  const [error, setError] = useState<StepError | null>(null);

  const send = async () => {
    setBusy("send");
    const answer = await postStep("link/code", { token });
    setBusy(null);
    setError(answer.ok ? null : answer.error);
    if (answer.ok) setIsSent(true);
  };
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy("confirm");
    const answer = await postStep<{ next: string }>("link/verify", { token, code });
    // A whole new page, so that nothing of the open link stays in memory or in the address.
    if (answer.ok) return window.location.replace(answer.answer.next);
    setBusy(null);
    setError(answer.error);
  };

  return (
    <>
      <PageHeader
        title={filled(words.title, opened.physioName)}
        lead={filled(words.lead, opened.practiceName)}
      />
      <Card>
        {!isSent && (
          <div className="space-y-4">
            {error && (
              <Notice tone="stop" live>
                {words.errors[error]}
              </Notice>
            )}
            <Button wide size="large" loading={busy === "send"} onClick={send}>
              {filled(words.send, opened.sentTo)}
            </Button>
            <p className="text-ink-soft text-sm">{words.noAccount}</p>
          </div>
        )}
        {isSent && (
          <form onSubmit={confirm} className="space-y-5" noValidate>
            <p role="status">{filled(words.sent, opened.sentTo)}</p>
            <CodeInput
              label={words.code}
              hint={words.codeHint}
              error={error ? words.errors[error] : undefined}
              value={code}
              onChange={(event) => setCode(event.target.value)}
              autoFocus
            />
            <div className="flex flex-wrap gap-3">
              <Button type="submit" loading={busy === "confirm"}>
                {words.confirm}
              </Button>
              <Button variant="quiet" loading={busy === "send"} onClick={send}>
                {words.again}
              </Button>
            </div>
          </form>
        )}
      </Card>
    </>
  );
}
