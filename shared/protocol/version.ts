/** Raised whenever a message's schema changes; a page of another version reloads itself. */
export const protocolVersion = 4;
