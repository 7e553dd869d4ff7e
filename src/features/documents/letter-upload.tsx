"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Camera, FileUp } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import { useTRPC } from "@/trpc/react.tsx";
import { Button } from "@/ui/button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { sendFile, type Sending, type Target, type UploadProblem } from "./send-file.ts";

type Upload = {
  readonly id: string;
  readonly file: File;
  readonly part: number;
  readonly state: "going" | "done" | UploadProblem;
};

const ACCEPT = "application/pdf,image/jpeg,image/png,image/webp,.pdf,.jpg,.jpeg,.png,.webp";

/** Brings a letter: dropped, chosen, or photographed. Each file has its own line with how far it is, or why it is not taken. */
export function LetterUpload({ target }: { target: Target }) {
  const t = useTranslations("physio.upload");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [isOver, setIsOver] = useState(false);
  const sendings = useRef(new Map<string, Sending>());
  const hintId = useId();

  const change = (id: string, next: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...next } : one)));

  const start = async (file: File, id: string) => {
    const sending = sendFile(file, id, target, (part) => change(id, { part }));
    sendings.current.set(id, sending);
    const problem = await sending.done;
    change(id, { state: problem ?? "done", part: 1 });
    if (!problem) await queries.invalidateQueries(trpc.documents.pathFilter());
  };
  const take = (files: FileList | null) => {
    for (const file of files ?? []) {
      const id = crypto.randomUUID();
      setUploads((all) => [...all, { id, file, part: 0, state: "going" }]);
      void start(file, id);
    }
  };
  const again = (one: Upload) => {
    change(one.id, { state: "going", part: 0 });
    void start(one.file, one.id);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <div className="space-y-4">
      {/* Dropping is a shortcut for those with a mouse; the two buttons inside do the same. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={cn(
          "rounded-card border-2 border-line-strong border-dashed p-5 text-center transition-colors",
          isOver && "border-primary bg-primary-soft",
        )}
      >
        <p className="hidden font-semibold pointer-fine:block">{t("title")}</p>
        <p id={hintId} className="text-ink-soft text-sm">
          {t("hint")}
        </p>
        <div className="mt-4 flex flex-wrap justify-center gap-3">
          <Picker
            label={t("choose")}
            icon={<FileUp aria-hidden />}
            accept={ACCEPT}
            multiple
            describedBy={hintId}
            onTake={take}
          />
          <span className="pointer-fine:hidden">
            <Picker
              label={t("camera")}
              icon={<Camera aria-hidden />}
              accept="image/jpeg"
              capture
              describedBy={hintId}
              onTake={take}
            />
          </span>
        </div>
      </div>
      <ul aria-live="polite" className="space-y-3 empty:hidden">
        {uploads.map((one) => (
          <li key={one.id}>
            <UploadLine
              one={one}
              onStop={() => sendings.current.get(one.id)?.stop()}
              onAgain={() => again(one)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

type PickerProps = {
  readonly label: string;
  readonly icon: React.ReactNode;
  readonly accept: string;
  readonly multiple?: boolean;
  readonly capture?: boolean;
  readonly describedBy: string;
  readonly onTake: (files: FileList | null) => void;
};

function Picker({ label, icon, accept, multiple, capture, describedBy, onTake }: PickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="secondary"
        icon={icon}
        onClick={() => input.current?.click()}
        aria-describedby={describedBy}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        {...(multiple ? { multiple } : {})}
        {...(capture ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          onTake(event.target.files);
          // The same file chosen again, after a repair, is a change too.
          event.target.value = "";
        }}
      />
    </>
  );
}

function UploadLine({ one, onStop, onAgain }: { one: Upload; onStop: () => void; onAgain: () => void }) {
  const t = useTranslations("physio.upload");
  const { name } = one.file;
  if (one.state === "done") return <Notice tone="good">{t("done", { name })}</Notice>;
  if (one.state !== "going") {
    const mayRetry = ["broken", "failed", "not_scanned"].includes(one.state);
    return (
      <Notice
        tone="stop"
        title={name}
        live
        actions={
          mayRetry ? (
            <Button size="compact" variant="secondary" onClick={onAgain}>
              {t("retry")}
            </Button>
          ) : undefined
        }
      >
        {t(`problem.${one.state}`)}
      </Notice>
    );
  }
  const percent = Math.round(one.part * 100);
  const label = percent < 100 ? t("going", { name }) : t("checking", { name });
  return (
    <div className="flex items-center gap-4 rounded-control border border-line p-3">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">{label}</p>
        <progress
          value={one.part}
          max={1}
          aria-label={label}
          className="mt-1 block h-2 w-full accent-primary"
        >
          {t("progress", { percent })}
        </progress>
      </div>
      {percent < 100 && (
        <Button size="compact" variant="quiet" onClick={onStop}>
          {t("cancel")}
        </Button>
      )}
    </div>
  );
}
