"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type DroppedFile, FileDrop } from "@/ui/file-drop.tsx";
import { type Brought, sendRecording } from "./send-recording.ts";

const ACCEPT = ".fit,.gpx,.tcx,.zip,.gz";

/** Takes recordings, several at once or packed; each says what it became, or why it was not taken. */
export function Bring() {
  const t = useTranslations("mum");
  const cache = useQueryClient();
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  // One after the other: a phone sends twenty at once to nobody's good.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const rowOf = (one: Brought, id: string): DroppedFile =>
    one.ok
      ? {
          id,
          name: one.fileName,
          state: "there",
          note: t(`recordings.state.${one.state}`, {
            kind: t(`kind.${one.kind}`),
            minutes: Math.max(1, Math.round(one.minutesTotal)),
            run: Math.round(one.minutesRun),
          }),
        }
      : { id, name: one.fileName, state: "refused", error: t(`recordings.problem.${one.problem}`) };

  const bring = async (file: File, id: string) => {
    const brought = await sendRecording(file, (share) =>
      setFiles((all) => all.map((one) => (one.id === id ? { ...one, share } : one))),
    );
    setFiles((all) =>
      all.flatMap((one) =>
        one.id === id ? brought.map((each, at) => rowOf(each, at === 0 ? id : crypto.randomUUID())) : [one],
      ),
    );
    if (brought.some((one) => one.ok)) await cache.invalidateQueries();
  };
  const take = (chosen: readonly File[]) => {
    for (const file of chosen) {
      const id = crypto.randomUUID();
      setFiles((all) => [...all, { id, name: file.name, state: "sending", share: 0 }]);
      queue.current = queue.current.then(() => bring(file, id));
    }
  };
  return (
    <FileDrop
      label={t("recordings.choose")}
      hint={t("recordings.hint")}
      accept={ACCEPT}
      multiple
      files={files}
      onFiles={take}
      words={{
        choose: t("recordings.pick"),
        drop: t("recordings.drop"),
        remove: (name) => t("recordings.remove", { name }),
        sending: t("recordings.sending"),
      }}
      onRemove={(id) => setFiles((all) => all.filter((one) => one.id !== id || one.state === "sending"))}
    />
  );
}
