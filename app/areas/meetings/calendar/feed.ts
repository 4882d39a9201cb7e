/** The purpose of a link at which a calendar program reads. */
export const FEED = "calendar-feed";

/** Whom such a link was given to. */
export const feedOf = (accountId: string) => `account:${accountId}`;
