/** What a mum asks of this room. */
export const mumProcedures = {};
