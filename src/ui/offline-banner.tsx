"use client";

import { CloudOff } from "lucide-react";
import { type ReactNode, useSyncExternalStore } from "react";

function subscribe(listener: () => void) {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Whether the device believes it has a network. True on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** Says that there is no network and what still works, wherever one has scrolled to. Nothing while there is one. */
export function OfflineBanner({ children }: { children: ReactNode }) {
  const online = useOnline();
  return (
    <div role="status" className="sticky top-0 z-40 print:hidden">
      {!online && (
        <p className="flex items-center justify-center gap-2 border-line border-b bg-sunken px-4 py-2 text-center text-sm">
          <CloudOff aria-hidden className="size-5 shrink-0 text-ink-soft" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
