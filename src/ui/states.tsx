import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";
import { BrandTrail } from "./brand/trail.tsx";

type StateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** The one thing to do next, and perhaps a quieter other. */
  actions?: ReactNode;
  /** A picture of your own instead of the trail. */
  picture?: ReactNode;
  level?: 1 | 2 | 3 | undefined;
  className?: string | undefined;
};

function State({ title, children, actions, picture, level = 2, className }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn("mx-auto flex max-w-[34rem] flex-col items-center px-4 py-10 text-center", className)}>
      {picture}
      <Heading className="mt-5 font-heading font-medium text-2xl">{title}</Heading>
      {children && <div className="mt-2 space-y-2 text-ink-soft">{children}</div>}
      {actions && <div className="mt-6 flex flex-wrap justify-center gap-3">{actions}</div>}
    </div>
  );
}

/** Nothing here yet, and what to do about it. For "all done" too: say so. */
export function EmptyState({ picture = <BrandTrail />, ...props }: StateProps) {
  return <State {...props} picture={picture} />;
}

/** It did not work. Says what is safe and gives the way on ("Try again"). Read out when it appears. */
export function ErrorState({ picture = <BrandTrail broken />, ...props }: StateProps) {
  return (
    <div role="alert">
      <State {...props} picture={picture} />
    </div>
  );
}
