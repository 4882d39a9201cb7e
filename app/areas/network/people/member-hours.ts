/** Days for which a link to one's own page may be opened. */
export const MEMBER_LINK_DAYS = 7;

/** Minutes for which the page then stays open in the browser that opened it. */
export const MEMBER_SESSION_MINUTES = 30;
