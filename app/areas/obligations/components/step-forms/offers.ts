import type { IsoDate } from "~/lib/jalali";
import type { DayMark } from "~/ui/form/date-field";
import type { Option } from "~/ui/form/select";
import type { VerifiedHow } from "../../choices";

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
  /** Closed days, named. */
  marks: readonly DayMark[];
  /** How it may be found done, and circles of the network that may have looked. */
  ways?: { how: readonly VerifiedHow[]; monitors: readonly Option[] };
  /** Whether records of the place may be named as evidence. */
  records: boolean;
};
