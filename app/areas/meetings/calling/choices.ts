/** What a form asks a running agenda to do. */
export const AGENDA_ACTS = ["up", "down", "remove", "restore", "fill", "carry", "take"] as const;
export type AgendaAct = (typeof AGENDA_ACTS)[number];

export const MOST_ITEM_MINUTES = 600;

/** Every n weeks on a weekday; each n months on a day of the month, or on its nth weekday. */
export const SERIES_RULES = ["week", "month-day", "month-weekday"] as const;
export type SeriesRule = (typeof SERIES_RULES)[number];

/** Which of the rules of a form a series has. */
export const ruleOf = ({ every, monthDay }: { every: string; monthDay: number | null }): SeriesRule =>
  every === "week" ? "week" : monthDay === null ? "month-weekday" : "month-day";

/** Saturday first. */
export const WEEKDAYS = ["0", "1", "2", "3", "4", "5", "6"] as const;
export const NTH = ["1", "2", "3", "4", "-1"] as const;

/** Days ahead for which the meetings of a series stand as rows of their own. */
export const HORIZON_DAYS = 124;
