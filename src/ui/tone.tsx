import {
  CircleCheck,
  Hourglass,
  Info,
  type LucideIcon,
  OctagonAlert,
  Sparkles,
  StickyNote,
} from "lucide-react";
import type { Tone } from "./tokens.ts";

const PICTURES: Record<Tone, LucideIcon> = {
  neutral: StickyNote,
  info: Info,
  good: CircleCheck,
  wait: Hourglass,
  stop: OctagonAlert,
  accent: Sparkles,
};

/** Class names of a tone: soft ground with readable text, and the tone's own text colour. */
export const TONE_SOFT: Record<Tone, string> = {
  neutral: "bg-sunken text-ink",
  info: "bg-info-soft text-info",
  good: "bg-good-soft text-good",
  wait: "bg-wait-soft text-wait",
  stop: "bg-stop-soft text-stop",
  accent: "bg-accent-soft text-accent",
};

export const TONE_TEXT: Record<Tone, string> = {
  neutral: "text-ink-soft",
  info: "text-info",
  good: "text-good",
  wait: "text-wait",
  stop: "text-stop",
  accent: "text-accent",
};

export const TONE_EDGE: Record<Tone, string> = {
  neutral: "border-line-strong",
  info: "border-info",
  good: "border-good",
  wait: "border-wait",
  stop: "border-stop",
  accent: "border-accent",
};

/** The picture of a tone: each has its own outline, so a tone never hangs on its colour. Decoration only. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string | undefined }) {
  const Picture = PICTURES[tone];
  return <Picture aria-hidden className={className} />;
}
