/** What a receipt's rows are. It decides where a row leads and whether levels above the county may open it. */
export type RecordKind =
  | "person"
  | "circle"
  | "contact"
  | "join-request"
  | "meeting"
  | "invitation"
  | "visit"
  | "demand"
  | "obstacle"
  | "obligation";

/** Kinds of which nobody above the county reads a row. */
export const PERSONAL: readonly RecordKind[] = ["person", "contact", "join-request", "invitation"];
