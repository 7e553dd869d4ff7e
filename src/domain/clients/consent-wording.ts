/**
 * The edition of the consent sentences (`words/en/mum.json`, `consent`). Kept with every answer, so that it can be shown
 * years later what she read when she said yes. Change a sentence there and change this with it.
 */
export const CONSENT_WORDING = "en-2026-11";
