"use client";

import { WithClient } from "@/features/coach-journey/with-client.tsx";
import { TestsPanel } from "@/features/readiness/tests-panel.tsx";
import { TechniquePanel } from "@/features/technique/technique-panel.tsx";

/** What she can do, side by side, and how she runs. */
export function TestsAndTechnique({ clientId }: { clientId: string }) {
  return (
    <WithClient clientId={clientId}>
      {({ journey, reviews, names, day }) => (
        <div className="space-y-12">
          <TestsPanel clientId={clientId} batteries={journey.batteries} />
          <TechniquePanel
            clientId={clientId}
            lock={journey.techniqueLock}
            reviews={reviews}
            names={names}
            today={day}
          />
        </div>
      )}
    </WithClient>
  );
}
