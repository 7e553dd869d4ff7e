"use client";

import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import type { Lent } from "./shapes.ts";

/** What a session under way does when she tells that something is wrong. */
type UnderWay = { readonly pause: () => void; readonly end: () => void; readonly told: () => void };

type FrameValue = { readonly slot: HTMLElement | null; readonly lend: (underWay: UnderWay | null) => void };
const FrameContext = createContext<FrameValue | null>(null);
function useFrame(): FrameValue {
  const value = useContext(FrameContext);
  if (!value) throw new Error("outside Frame");
  return value;
}

export type FrameProps = {
  readonly Wrong: Lent["SomethingWrong"];
  readonly session: ComponentProps<Lent["SomethingWrong"]>["session"];
  /** She told of something while no session was under way. */
  readonly onTold: () => void;
  /** What she told ends what she is in, and no session is under way. */
  readonly onEnd: () => void;
  readonly children: ReactNode;
};

/**
 * Around every screen of a session, from looking at it to having told how it was: "something feels wrong" is part of the
 * frame and not of a screen, so that no screen can be without it. It stays under the thumb, below what the screen puts
 * there with `Actions`.
 */
export function Frame({ Wrong, session, onTold, onEnd, children }: FrameProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [lent, lend] = useLent();
  return (
    <FrameContext value={{ slot, lend }}>
      <div className="group/frame flex min-h-dvh flex-col bg-surface has-data-running:bg-primary-soft">
        <div className="flex flex-1 flex-col">{children}</div>
        <div className="sticky bottom-0 z-10 bg-linear-to-t from-85% from-surface to-transparent pt-4 pb-[max(0.75rem,env(safe-area-inset-bottom))] group-has-data-running/frame:from-primary-soft print:hidden">
          <div className="mx-auto w-full max-w-[40rem] space-y-2 px-4">
            <div ref={setSlot} className="space-y-2 empty:hidden" />
            <Wrong
              session={session}
              onOpen={() => lent()?.pause()}
              onTold={() => (lent()?.told ?? onTold)()}
              onEnd={() => (lent()?.end ?? onEnd)()}
            />
          </div>
        </div>
      </div>
    </FrameContext>
  );
}

/** What the screen of today lends, asked when it is needed: it changes with every second of a session. */
function useLent(): readonly [() => UnderWay | null, FrameValue["lend"]] {
  const underWay = useRef<UnderWay | null>(null);
  const [hands] = useState(
    () =>
      [
        () => underWay.current,
        (next: UnderWay | null) => {
          underWay.current = next;
        },
      ] as const,
  );
  return hands;
}

/** A session under way lends the frame its hands for as long as it is on screen. */
export function useUnderWay(underWay: UnderWay): void {
  const { lend } = useFrame();
  useEffect(() => {
    lend(underWay);
    return () => lend(null);
  });
}

/** What she presses on this screen: under the thumb, above "something feels wrong". */
export function Actions({ children }: { children: ReactNode }) {
  const { slot } = useFrame();
  return slot && createPortal(children, slot);
}

/** The column of a session's quiet pages. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-[40rem] px-4 pt-6 pb-10">{children}</div>;
}
