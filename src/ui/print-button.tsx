"use client";

import { Printer } from "lucide-react";
import { Button } from "./button.tsx";

/** Prints the page one is on. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {children}
    </Button>
  );
}
