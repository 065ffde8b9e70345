/** The name that tests open pages at: plain HTTP at a name isn't a secure context, as in the hall. */
export const hallName = 'leitai.test';
