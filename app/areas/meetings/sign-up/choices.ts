/** What the fields of a public sign-up may be. Client-safe. */

/** waiting: nobody has looked yet. taken: he is on the list of the invited. */
export const SIGN_UP_STATES = ["waiting", "taken", "declined", "forgotten"] as const;
export type SignUpState = (typeof SIGN_UP_STATES)[number];

/** Most names that one page takes. */
export const MOST_SIGN_UPS = 500;
export const LONGEST_SUBJECT = 500;

/** Nights after which what somebody wrote is forgotten; the database holds them as well. */
export const KEPT_DAYS = 90;
