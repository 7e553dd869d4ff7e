"use client";

import { Volume2, VolumeX } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { IconButton } from "@/ui/icon-button.tsx";
import type { Cues } from "./use-cues.ts";

const SWITCHES = ["beeps", "voice", "buzz"] as const;

/** Beeps, voice, vibration and how loud: always in reach during a session, kept on this phone. */
export function CueSwitches({ settings, set, play }: Cues) {
  const t = useTranslations("mum.session.sounds");
  const [isOpen, setIsOpen] = useState(false);
  const volume = useId();
  const isQuiet = !settings.beeps && !settings.voice;
  return (
    <>
      <IconButton
        label={t("title")}
        icon={isQuiet ? <VolumeX aria-hidden /> : <Volume2 aria-hidden />}
        onClick={() => setIsOpen(true)}
      />
      <Dialog
        open={isOpen}
        onClose={() => setIsOpen(false)}
        title={t("title")}
        words={{ close: t("close") }}
        footer={
          <Button variant="secondary" onClick={() => play("half_way")}>
            {t("try")}
          </Button>
        }
      >
        <div className="space-y-2">
          {SWITCHES.map((name) => (
            <Checkbox
              key={name}
              label={t(name)}
              checked={settings[name]}
              onChange={(event) => set({ ...settings, [name]: event.target.checked })}
            />
          ))}
          <label htmlFor={volume} className="block pt-2 font-semibold">
            {t("volume")}
          </label>
          <input
            id={volume}
            type="range"
            min={0}
            max={100}
            step={5}
            value={Math.round(settings.volume * 100)}
            onChange={(event) => set({ ...settings, volume: Number(event.target.value) / 100 })}
            className="h-12 w-full cursor-pointer accent-primary"
          />
          <p className="text-ink-soft text-sm">{t("music")}</p>
        </div>
      </Dialog>
    </>
  );
}
