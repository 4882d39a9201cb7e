/** Characters of what is said of minutes in their window, and of a reason. */
export const LONGEST_COMMENT = 2000;
export const LONGEST_REASON = 400;

/** Working days for which a window is offered, and calendar days after which one may end at most. */
export const COMMENT_DAYS = 3;
export const MOST_COMMENT_DAYS = 60;

/** Most comments of one draft. */
export const MOST_COMMENTS = 500;
