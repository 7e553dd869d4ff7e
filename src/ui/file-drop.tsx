"use client";

import { FileCheck, FileText, FileX, Upload, X } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { cn } from "@/lib/cn.ts";
import { FieldError, FieldHint, FieldLabelText, type FieldText } from "./field.tsx";
import { IconButton } from "./icon-button.tsx";
import { Progress } from "./progress.tsx";

export type DroppedFile = {
  id: string;
  name: string;
  /** Size, kind, or how it stands, in words. */
  note?: string | undefined;
  /** `sending` has `share`, `refused` has `error`. */
  state: "sending" | "there" | "refused";
  /** 0 to 1. */
  share?: number | undefined;
  /** Why it was refused and what to do. */
  error?: string | undefined;
};

export type FileDropProps = FieldText & {
  words: { choose: string; drop: string; remove: (name: string) => string; sending: string };
  /** What the file window offers. The server decides. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
  disabled?: boolean | undefined;
  files: readonly DroppedFile[];
  onFiles: (files: File[]) => void;
  onRemove?: ((id: string) => void) | undefined;
  className?: string | undefined;
};

const PICTURES = { sending: FileText, there: FileCheck, refused: FileX } as const;

function FileRow({
  file,
  words,
  onRemove,
}: { file: DroppedFile } & Pick<FileDropProps, "words" | "onRemove">) {
  const Picture = PICTURES[file.state];
  return (
    <li className="flex items-center gap-3 rounded-control border border-line bg-raised py-2 ps-4 pe-2">
      <Picture
        aria-hidden
        className={cn("size-6 shrink-0", file.state === "refused" ? "text-stop" : "text-primary")}
      />
      <div className="min-w-0 flex-1 py-1">
        <p className="font-semibold [overflow-wrap:anywhere]">{file.name}</p>
        {file.note && <p className="text-ink-soft text-sm">{file.note}</p>}
        {file.state === "sending" && (
          <Progress
            kind="progress"
            quiet
            label={`${words.sending} ${file.name}`}
            value={Math.round((file.share ?? 0) * 100)}
            max={100}
            text={`${Math.round((file.share ?? 0) * 100)} %`}
            className="mt-1.5"
          />
        )}
        {file.error && <p className="text-sm text-stop">{file.error}</p>}
      </div>
      {onRemove && (
        <IconButton
          label={words.remove(file.name)}
          icon={<X aria-hidden />}
          onClick={() => onRemove(file.id)}
        />
      )}
    </li>
  );
}

/** Takes files: a button for everybody, a place to drop them for those with a mouse, and how each one stands. */
export function FileDrop(props: FileDropProps): ReactNode {
  const { label, hint, error, mark, words, accept, multiple, disabled, files, onFiles, onRemove, className } =
    props;
  const [over, setOver] = useState(false);
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const take = (list: FileList | null) => {
    const chosen = [...(list ?? [])];
    if (chosen.length > 0) onFiles(multiple ? chosen : chosen.slice(0, 1));
  };

  return (
    <div className={cn("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className="font-semibold">
        <FieldLabelText label={label} mark={mark} />
      </label>
      {hint && <FieldHint id={`${id}-hint`}>{hint}</FieldHint>}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!disabled) take(event.dataTransfer.files);
        }}
        className={cn(
          "relative flex min-h-32 flex-col items-center justify-center gap-1 rounded-card border-2 border-dashed p-6 text-center transition-colors",
          "has-focus-visible:outline-3 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
          over ? "border-primary bg-primary-soft" : "border-line-strong bg-raised",
          error && "border-stop",
        )}
      >
        <Upload aria-hidden className="size-7 text-primary" />
        <span className="font-semibold text-primary underline underline-offset-[0.2em]">{words.choose}</span>
        <span className="text-ink-soft text-sm pointer-coarse:hidden">{words.drop}</span>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          onChange={(event) => {
            take(event.target.files);
            // The same file again must count as a change: she may have mended it.
            event.target.value = "";
          }}
          className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
        />
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <ul aria-live="polite" className="space-y-2 empty:hidden">
        {files.map((file) => (
          <FileRow key={file.id} file={file} words={words} onRemove={onRemove} />
        ))}
      </ul>
    </div>
  );
}
