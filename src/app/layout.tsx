import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { words } from "@/words/server.ts";
import "./globals.css";

// The policy's nonce is made per request, so every page is too.
export const dynamic = "force-dynamic";

const t = words("common");

export const metadata: Metadata = {
  title: { default: t("product"), template: `%s · ${t("product")}` },
  description: t("tagline"),
  robots: { index: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en-NZ" suppressHydrationWarning>
      <body>{children}</body>
    </html>
  );
}
