import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { TEXT_COOKIE, textSizeFrom } from "@/lib/device.ts";
import { frameColours, THEME_COOKIE, themeFrom } from "@/ui/theme.ts";
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

export async function generateViewport(): Promise<Viewport> {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return { width: "device-width", initialScale: 1, viewportFit: "cover", themeColor: frameColours(theme) };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const theme = themeFrom(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en-NZ"
      data-theme={theme}
      data-text={textSizeFrom(jar.get(TEXT_COOKIE)?.value)}
      suppressHydrationWarning
    >
      <body>{children}</body>
    </html>
  );
}
