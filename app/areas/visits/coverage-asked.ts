import type { Level } from "~/kernel/actor";
import type { IsoDate } from "~/lib/jalali";
import { parsePeriod, periodOf, type Period } from "~/lib/period";
import { TARGET_KINDS, type TargetKind } from "./choices";

/** What the address of the coverage asks for: which places, in which quarter. */
export function coverageAsked(
  asked: URLSearchParams,
  level: Level,
  today: IsoDate,
): { kind: TargetKind; period: Period } {
  const usual: TargetKind = level === "county" ? "locality" : "division";
  const period = parsePeriod(asked.get("period") ?? "");
  return {
    kind: TARGET_KINDS.find((one) => one === asked.get("kind")) ?? usual,
    period: period?.includes("Q") ? period : periodOf(today, "quarter"),
  };
}
