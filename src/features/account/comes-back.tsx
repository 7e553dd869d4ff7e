"use client";

import { useEffect, useState } from "react";
import { Button } from "@/ui/button.tsx";
import { ErrorState } from "@/ui/states.tsx";
import common from "@/words/en/common.json" with { type: "json" };

const LOOK_EVERY_MS = 2_000;

/** The whole page anew. What React keeps of one that failed, its layouts among it, would only fail once more. */
const again = () => window.location.reload();

/**
 * The page for when something failed. While the server is not ready (the database is away) it says so and looks every two
 * seconds; once it is, the page comes back by itself. Words come straight from their file: what gives words may be what
 * failed.
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
  const { title, body } = isAway ? common.unavailable : common.failed;
  return (
    <ErrorState
      level={1}
      title={title}
      actions={
        <Button variant={isAway ? "secondary" : "primary"} onClick={again}>
          {common.tryAgain}
        </Button>
      }
    >
      {body}
    </ErrorState>
  );
}
