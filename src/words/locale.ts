/** Dates and numbers as New Zealand and Britain write them. Alone in its file: whoever formats a day takes no sentences along. */
export const LOCALE = "en-NZ";
