import type { IsoDate } from "~/lib/jalali";
import type { Act } from "../../lifecycle";
import { AskDayForm } from "./ask-day-form";
import { BlockForm } from "./block-form";
import { NotApplicableForm } from "./not-applicable-form";
import type { Offers } from "./offers";
import { PassOnForm } from "./pass-on-form";
import { ReDateForm } from "./re-date-form";
import { ReasonForm } from "./reason-form";
import { ReportForm } from "./report-form";
import type { Common } from "./step-sheet";
import { ONE_WAY, VerifyForm } from "./verify-form";
import { WithdrawForm } from "./withdraw-form";

/** The form of an act that needs words. */
export function StepForm({
  act,
  dueOn,
  unfinished,
  offers,
  ...common
}: Common & {
  act: Act;
  dueOn: IsoDate | null;
  /** Children that are not closed yet. */
  unfinished: number;
  offers: Offers;
}) {
  switch (act) {
    case "report-done":
      return <ReportForm {...common} unfinished={unfinished} records={offers.records} />;
    case "pass-on":
      return <PassOnForm {...common} dueOn={dueOn} offers={offers} />;
    case "re-date":
      return <ReDateForm {...common} offers={offers} />;
    case "acknowledge":
    case "start":
    case "unblock":
    case "reject":
      return <ReasonForm {...common} act={act} />;
    case "ask-day":
      return <AskDayForm {...common} dueOn={dueOn} calendar={offers.calendar} />;
    case "block":
      return <BlockForm {...common} obstacles={offers.obstacles} />;
    case "set-not-applicable":
      return <NotApplicableForm {...common} unfinished={unfinished} />;
    case "withdraw":
      return <WithdrawForm {...common} unfinished={unfinished} />;
    case "verify":
      return <VerifyForm {...common} ways={offers.ways ?? ONE_WAY} calendar={offers.calendar} />;
  }
}
