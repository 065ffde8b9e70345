export const roles = ['console', 'projector', 'panel', 'prompter', 'monitor', 'chair'] as const;

/** Who is at the other end of a connection; each role has its own page, view and messages. */
export type Role = (typeof roles)[number];
