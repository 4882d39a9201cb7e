/** Units in which indicators are counted. */
export const UNITS = {
  person: ["نفر", "people"],
  circle: ["حلقه", "circles"],
  field: ["موضوع", "fields"],
  contact: ["تماس", "contacts"],
  meeting: ["جلسه", "meetings"],
  ask: ["خواسته", "asks"],
  resolution: ["مصوبه", "resolutions"],
  visit: ["بازدید", "visits"],
  locality: ["محل", "localities"],
  demand: ["مطالبه", "demands"],
  obstacle: ["مانع", "obstacles"],
  obligation: ["تعهد", "obligations"],
  percent: ["درصد", "per cent"],
  day: ["روز", "days"],
} as const;

export type IndicatorKind = "count" | "sum" | "rate" | "median";

/** Whether more or less is better, or the figure only describes. */
export type Direction = "up" | "down" | "none";

/** An indicator as its facts are written: `fa` and `en` are its name and its formula in words. */
export interface IndicatorRow {
  /** The duty's code, a dot, and what is measured. */
  code: string;
  kind: IndicatorKind;
  unit: keyof typeof UNITS;
  direction: Direction;
  fa: readonly [name: string, formula: string];
  en: readonly [name: string, formula: string];
}
