/** Posts of an office whose holder has an account that acts for it. */
export const OFFICE_POSTS = ["public-relations", "officer"] as const;
export type OfficePost = (typeof OFFICE_POSTS)[number];
