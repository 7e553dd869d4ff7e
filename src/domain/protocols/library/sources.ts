import type { ProtocolSource } from "../grammar.ts";

/** Where the figures of the library are from. Figures and facts only; wording is our own. */
const source = (
  key: string,
  title: string,
  strength: ProtocolSource["strength"],
  says: string,
): ProtocolSource => ({ key, title, strength, says });

export const SOURCES = {
  method: source(
    "method",
    "Seven steps, North Shore Running & Outdoor Fitness",
    "method",
    "Walk as often and as long as you want to run, starting with 10 minutes three or four times a week; replace some walks by walk/run intervals; then duration or speed.",
  ),
  house: source(
    "house",
    "Sevenstride, written for this product",
    "design",
    "No published table gives this figure. Our draft, to be reviewed by a physio.",
  ),
  goom: source(
    "goom_2019",
    "Goom, Donnelly, Brockwell. Returning to running postnatal guidelines. 2019",
    "guideline",
    "Impact from 12 weeks; 30 minutes of walking without symptoms first; pelvic floor holds of 6 to 8 seconds and a long hold at 30 to 50 %.",
  ),
  deering: source(
    "deering_2024",
    "Deering et al. Delphi on return-to-running programmes. BJSM 2024;58:183-195",
    "consensus",
    "Individual progression rather than a fixed plan; strength and mobility alongside; stop and walk at a pelvic symptom.",
  ),
  novice: source(
    "pfmt_review_2021",
    "Narrative review of pelvic floor muscle training, 2021. doi 10.1007/s00192-021-04804-z",
    "guideline",
    "At least 8 contractions of 8 seconds, three times a day, three days a week, for three months.",
  ),
  motherfit: source(
    "motherfit_2019",
    "MOTHERFIT trial protocol. Trials 2019, s13063-019-3331-6, table 1",
    "cohort",
    "8 to 12 holds of 6 to 8 seconds, quick ones after, rest twice as long; positions from lying to sitting to standing.",
  ),
  firstDays: source(
    "first_weeks_clinics",
    "Physiotherapy clinics' leaflets on the first two weeks (postbump, Sydney Physio Group)",
    "expert_opinion",
    "About ten gentle squeezes of 1 to 5 seconds, lying or sitting, breathing on.",
  ),
  nice: source(
    "nice_ng210",
    "NICE NG210, pelvic floor dysfunction",
    "guideline",
    "Consider three months of supervised pelvic floor training after an injury to the anal sphincter.",
  ),
  hse: source(
    "hse_caesarean",
    "HSE Ireland, exercise after a caesarean birth",
    "guideline",
    "Begin with short flat walks; heavier lifting not before 6 weeks.",
  ),
  clinicLadder: source(
    "clinic_walking_ladder",
    "A clinic's walking plan, week 1 to 8 (5 to 45 minutes a day)",
    "expert_opinion",
    "About 5 minutes more each week.",
  ),
  impactTrial: source(
    "trial_return_to_run_2023",
    "Trials 2023, s13063-023-07502-x, table 1",
    "cohort",
    "Each phase at least twice, with a rest day after running.",
  ),
  grounded: source(
    "james_2025",
    "James et al. Graded pelvic loading pathway, 2025",
    "cohort",
    "Steps without a flight phase load the pelvis less than running steps do.",
  ),
  souza: source(
    "souza_2016",
    "Souza. PM&R Clinics 2016;27:217; Heiderscheit et al. MSSE 2011;43:296",
    "expert_opinion",
    "Change form where complaint, examination and video agree; a slightly quicker step lowers the load on knee and hip.",
  ),
} as const;
