/** What a coach asks of this room. */
export const staffProcedures = {};
