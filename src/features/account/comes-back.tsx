"use client";

import { useEffect, useState } from "react";
import { buttonLook } from "@/ui/button-look.ts";
import { ErrorState } from "@/ui/states.tsx";
import broken from "@/words/en/broken.json" with { type: "json" };

const LOOK_EVERY_MS = 2_000;

/** The whole page anew. What React keeps of one that failed, its layouts among it, would only fail once more. */
const again = () => window.location.reload();

/**
 * The page for when something failed. While the server is not ready (the database is away) it says so and looks every two
 * seconds; once it is, the page comes back by itself. Words come straight from their file: what gives words may be what
 * failed. Every page carries it along, so it is made of little.
 */
export function ComesBack() {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    let wasAway = false;
    const look = async () => {
      const isReady = await fetch("/readyz", { cache: "no-store" }).then(
        (response) => response.ok,
        () => false,
      );
      if (isReady && wasAway) return again();
      wasAway = !isReady;
      setIsAway(!isReady);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const { title, body } = isAway ? broken.away : broken.failed;
  return (
    <ErrorState
      level={1}
      title={title}
      actions={
        <button
          type="button"
          className={buttonLook({ variant: isAway ? "secondary" : "primary" })}
          onClick={again}
        >
          {broken.again}
        </button>
      }
    >
      {body}
    </ErrorState>
  );
}
