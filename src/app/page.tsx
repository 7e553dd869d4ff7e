import { words } from "@/words/server.ts";

const t = words("common");

export default function HomePage() {
  return (
    <main>
      <h1>{t("product")}</h1>
      <p>{t("tagline")}</p>
    </main>
  );
}
