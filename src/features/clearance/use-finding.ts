import { useTranslations } from "use-intl";
import type { Finding } from "@/domain/shared/vocabulary.ts";

/** A finding in a clinician's words. */
export function useFinding() {
  const t = useTranslations("physio.symptoms");
  return (finding: Finding): string => {
    switch (finding.kind) {
      case "pain":
        return t("pain", { site: t(`site.${finding.site}`), level: finding.level });
      case "red_flag":
        return t("redFlag", { sign: t(`sign.${finding.sign}`) });
      case "symptom":
        return t(`finding.${finding.symptom}`);
    }
  };
}
