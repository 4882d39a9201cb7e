import type { IsoDate } from "~/lib/jalali";
import type { WorkingCalendar } from "~/lib/working-calendar";
import type { Option } from "~/ui/form/select";
import type { VerifiedHow } from "../../choices";
import type { Act } from "../../lifecycle";

/** What the forms offer to choose from. */
export type Offers = {
  /** To whom it can be passed on. */
  offices: readonly Option[];
  /** The later day that the debtor asks for, where he does. */
  askedDay?: IsoDate | null;
  /** Why a day is moved. */
  causes: readonly Option[];
  /** Obstacles of the debtor's place. */
  obstacles: readonly Option[];
  /** Of the place that owes, where a day is to be picked. */
  calendar: WorkingCalendar | null;
  /** How it may be found done, and circles of the network that may have looked. */
  ways?: { how: readonly VerifiedHow[]; monitors: readonly Option[] };
  /** Whether records of the place may be named as evidence. */
  records: boolean;
};

export const NOTHING_OFFERED: Offers = {
  offices: [],
  causes: [],
  obstacles: [],
  calendar: null,
  records: false,
};

/** Steps in whose forms a day is picked. */
export const PICKS_DAY: readonly string[] = ["re-date", "pass-on", "ask-day", "verify"] satisfies Act[];
