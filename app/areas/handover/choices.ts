/** The parts of an inventory, in the order in which a successor needs them; the whole network comes last. */
export const SECTIONS = [
  "note",
  "call",
  "action",
  "agreed",
  "join",
  "correct",
  "arrival",
  "pair",
  "obligation",
  "verify",
  "demand",
  "obstacle",
  "leg",
  "draft",
  "report",
  "list",
  "member",
] as const;
export type Section = (typeof SECTIONS)[number];

const WAITS_FOR_NOTHING: readonly Section[] = ["note", "list", "member"];

/** Parts that wait for an act; members, saved lists and the leaver's words do not. */
export const OPEN_SECTIONS = SECTIONS.filter((section) => !WAITS_FOR_NOTHING.includes(section));

/** How many of a part there are; what has none is left out. */
export type Counts = Partial<Record<Section | "waiting", number>>;

/** A post is about to pass on when its holder's last day is this near. */
export const DAYS_AHEAD = 30;

/** Who signs for what is passed on. */
export type SignedAs = "leaver" | "governor" | "above";

/** The word for the days from the last day to the receipt: who received by then has lost none. */
export const daysWord = (days: number): "handover.fact.days.none" | "handover.fact.days.value" =>
  days === 0 ? "handover.fact.days.none" : "handover.fact.days.value";
