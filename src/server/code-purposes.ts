/** What a mailed code is for; one for another purpose opens nothing. Each has its own letter. */
export const CODE_PURPOSES = ["sign_in", "sign_up", "join", "link", "link_step_up"] as const;

export type CodePurpose = (typeof CODE_PURPOSES)[number];
