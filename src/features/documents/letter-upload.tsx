"use client";

import { Camera, FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/lib/cn.ts";
import { LetterLine } from "./letter-line.tsx";
import { ACCEPT, LetterPicker } from "./letter-picker.tsx";
import { useLetters } from "./use-letters.ts";

/**
 * Brings a letter about a request: dropped, chosen, or photographed. Each has its own line with how far it is, or why it is
 * not taken; the form beside it goes on meanwhile.
 */
export function LetterUpload({ requestId }: { requestId: string }) {
  const t = useTranslations("physio.upload");
  const { lines, take, drop, again } = useLetters(requestId);
  const [isOver, setIsOver] = useState(false);
  const hintId = useId();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const isUnderway = lines.some(({ state }) => state.at !== "ready" && state.at !== "refused");

  return (
    <div className="space-y-4">
      {/* Dropping is a shortcut for those with a mouse; the two buttons inside do the same. */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        // Over a child of its own it is still over.
        onDragLeave={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
        }}
        onDrop={onDrop}
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
          <LetterPicker
            label={t("choose")}
            icon={<FileUp aria-hidden />}
            accept={ACCEPT}
            multiple
            describedBy={hintId}
            onTake={take}
          />
          <span className="pointer-fine:hidden">
            <LetterPicker
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
      <ul className="space-y-3 empty:hidden">
        {lines.map((line) => (
          <li key={line.key}>
            <LetterLine
              line={line}
              onDrop={() => void drop(line)}
              onAgain={() => again(line)}
              onTake={take}
            />
          </li>
        ))}
      </ul>
      {isUnderway && <p className="text-ink-soft text-sm">{t("meanwhile")}</p>}
    </div>
  );
}
