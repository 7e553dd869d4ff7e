import { addDays, day, type Day } from "../shared/day.ts";

/**
 * Who may sign where: the protected titles of a country, who guards them, and the public register in which the practice
 * looks a physio up. Running is never "cleared" by law; titles are what the law protects (domain.md 7.4).
 */
export type CountryRegister = {
  readonly country: string;
  /** Empty where we know no list: she writes her title as her register has it. */
  readonly titles: readonly string[];
  readonly regulator: string;
  readonly register: string;
  /** The day all certificates of a year end, or null where each has its own. */
  readonly certificateEnds: {
    readonly month: number;
    readonly day: number;
    readonly years: "all" | "even";
  } | null;
  readonly source: string;
};

export const REGISTERS: readonly CountryRegister[] = [
  {
    country: "NZ",
    titles: ["Physiotherapist", "Physical Therapist", "Physiotherapy Specialist"],
    regulator: "Physiotherapy Board of New Zealand",
    register: "https://www.physioboard.org.nz",
    certificateEnds: { month: 3, day: 31, years: "all" },
    source:
      "Health Practitioners Competence Assurance Act 2003 s 7; Physiotherapy Board: every certificate ends 31 March",
  },
  {
    country: "AU",
    titles: ["Physiotherapist", "Physical therapist"],
    regulator: "Physiotherapy Board of Australia (Ahpra)",
    register: "https://www.ahpra.gov.au/Registration/Registers-of-Practitioners.aspx",
    certificateEnds: { month: 11, day: 30, years: "all" },
    source:
      "Health Practitioner Regulation National Law s 113; Ahpra: general registration renews by 30 November",
  },
  {
    country: "GB",
    titles: ["Physiotherapist", "Physical therapist"],
    regulator: "Health and Care Professions Council (HCPC)",
    register: "https://www.hcpc-uk.org/check-the-register/",
    certificateEnds: { month: 4, day: 30, years: "even" },
    source: "Health Professions Order 2001 art 39(1); HCPC: physiotherapists renew by 30 April of even years",
  },
  {
    country: "US",
    titles: ["Physical Therapist (PT)", "Doctor of Physical Therapy (DPT)"],
    regulator: "State board of physical therapy",
    register: "https://www.fsbpt.org/Free-Resources/Licensing-Authorities-Contact-Information",
    certificateEnds: null,
    source: "State practice acts; each state sets its own renewal date",
  },
  {
    country: "CA",
    titles: ["Physiotherapist", "Physical Therapist"],
    regulator: "Provincial college of physiotherapists",
    register: "https://www.alliancept.org",
    certificateEnds: null,
    source: "Provincial health professions acts; each college sets its own renewal date",
  },
];

/**
 * The register of a country. Where we know none everything in it is empty, and nothing of another country stands in for
 * it: the physio writes her title and regulator herself, and the owner names the register she looked into.
 */
export function registerOf(country: string): CountryRegister {
  return (
    REGISTERS.find((row) => row.country === country) ?? {
      country,
      titles: [],
      regulator: "",
      register: "",
      certificateEnds: null,
      source: "",
    }
  );
}

const ISO = (year: number, month: number, date: number) =>
  day(`${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`);
const yearOf = (of: Day) => Number(of.slice(0, 4));

/** The day on which a certificate checked today ends by itself; a year from today where each has its own date. */
export function certificateEnd(country: string, today: Day): Day {
  const { certificateEnds } = registerOf(country);
  if (!certificateEnds) return addDays(today, 365);
  for (let year = yearOf(today); ; year += 1) {
    const end = ISO(year, certificateEnds.month, certificateEnds.day);
    if (end >= today && (certificateEnds.years === "all" || year % 2 === 0)) return end;
  }
}

/** The last day of a certificate that a physio says runs until this year. */
export function certificateEndOfYear(country: string, year: number): Day {
  const { certificateEnds } = registerOf(country);
  return certificateEnds ? ISO(year, certificateEnds.month, certificateEnds.day) : ISO(year, 12, 31);
}
