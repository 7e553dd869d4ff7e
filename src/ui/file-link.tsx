import { FileDown } from "lucide-react";
import { Button } from "./button.tsx";

/** Fetches a file that is made when asked for. A plain link: it works without our scripts, and a phone offers to open it. */
export function FileLink({ href, children }: { href: string; children: string }) {
  return (
    <Button asChild size="compact" variant="secondary">
      <a href={href} download>
        <FileDown aria-hidden className="size-5 shrink-0" />
        {children}
      </a>
    </Button>
  );
}
