"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useOnArrival } from "@/lib/use-on-phone.ts";
import { type CueSettings, readCueSettings, USUAL_CUES, writeCueSettings } from "./cue-settings.ts";
import type { Cue } from "./cues.ts";
import { play } from "./sound.ts";

export type Cues = {
  readonly settings: CueSettings;
  readonly set: (settings: CueSettings) => void;
  readonly play: (cue: Cue) => void;
};

/** The cues as this phone gives them, and how to choose them. */
export function useCues(): Cues {
  const t = useTranslations("mum.session.spoken");
  const kept = useOnArrival(readCueSettings, USUAL_CUES);
  const [chosen, setChosen] = useState<CueSettings | null>(null);
  const settings = chosen ?? kept;
  return {
    settings,
    set: (next) => {
      setChosen(next);
      writeCueSettings(next);
    },
    // Three, two, one is beeped: a word would be late.
    play: (cue) => play(cue, settings, cue === "tick" ? null : t(cue)),
  };
}
