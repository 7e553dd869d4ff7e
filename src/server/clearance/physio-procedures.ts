/** What a physio asks of this room. */
export const physioProcedures = {};
