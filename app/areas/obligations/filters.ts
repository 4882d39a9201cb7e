import { isUuid } from "~/lib/identifiers";
import { daysBetween, type IsoDate } from "~/lib/jalali";
import { OPEN, type State } from "./lifecycle";
import { narrowingIn, type Narrowing } from "./views/narrowing";

/** Which end of an obligation a place looks from: what its offices owe, or what it issued. */
export type End = "owed" | "issued";

export const FILTERS = ["open", "overdue", "silent", "to-verify", "re-dated", "closed", "all"] as const;
export type Filter = (typeof FILTERS)[number];

/** Newest first, or by the day due: the longest overdue first, and what has no day last. */
export const ORDERS = ["newest", "due"] as const;
export type Order = (typeof ORDERS)[number];

/** How a part of the ledger is read where nobody says it: what is overdue by its day. */
export const usualOrder = (filter: Filter): Order => (filter === "overdue" ? "due" : "newest");

/** The state of the list as its address says it. */
export type LedgerView = {
  end: End;
  by: "text" | "office";
  filter: Filter;
  /** Of rows; texts stand newest first. */
  order: Order;
  source?: string;
  office?: string;
  narrowing: Narrowing;
  after?: string;
};

const isFilter = (text: string | null): text is Filter => FILTERS.some((filter) => filter === text);

/** Reads the list's address; whatever is not understood becomes the place's usual view. */
export function ledgerView(params: URLSearchParams, level: "nation" | "province" | "county"): LedgerView {
  const asked = params.get("end");
  const end: End = asked === "owed" || asked === "issued" ? asked : level === "county" ? "owed" : "issued";
  const filter = params.get("filter");
  const source = params.get("source");
  const office = params.get("office");
  const narrowing = narrowingIn(params);
  const isNarrowed = Object.keys(narrowing).length > 0;
  const byOffice =
    isNarrowed || end === "owed" || params.get("by") === "office" || source !== null || office !== null;
  const shown = isFilter(filter) ? filter : source || isNarrowed ? "all" : "open";
  return {
    end,
    by: byOffice ? "office" : "text",
    filter: shown,
    order: ORDERS.find((order) => order === params.get("order")) ?? usualOrder(shown),
    narrowing,
    ...(source && isUuid(source) ? { source } : {}),
    ...(office && isUuid(office) ? { office } : {}),
    ...(params.get("after") ? { after: params.get("after") ?? "" } : {}),
  };
}

export const STATES_OF: Readonly<Record<Filter, readonly State[] | null>> = {
  open: OPEN,
  overdue: OPEN,
  silent: ["issued"],
  "to-verify": ["reported-done"],
  "re-dated": OPEN,
  closed: ["verified", "withdrawn", "not-applicable"],
  all: null,
};

/** Whether its day is over while the debtor still owes. */
export function isOverdue(row: { state: string; dueOn: string | null }, today: IsoDate): boolean {
  return (
    row.dueOn !== null &&
    row.dueOn < today &&
    OPEN.some((state) => state === row.state && state !== "reported-done")
  );
}

/** How many days late it is, or was when it was reported; null for what is in time. */
export function daysLate(
  row: { state: string; dueOn: IsoDate | null; reportedOn: IsoDate | null },
  today: IsoDate,
): { days: number; isReported: boolean } | null {
  if (row.dueOn === null) return null;
  if (isOverdue(row, today)) return { days: daysBetween(row.dueOn, today), isReported: false };
  const { dueOn, reportedOn, state } = row;
  if (state !== "reported-done" || reportedOn === null || reportedOn <= dueOn) return null;
  return { days: daysBetween(dueOn, reportedOn), isReported: true };
}
