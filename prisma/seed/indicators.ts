import { UNITS, type Direction, type IndicatorKind, type IndicatorRow } from "./indicator-row";
import { indicatorsOfDemands } from "./indicators-of-demands";
import { indicatorsOfLedger } from "./indicators-of-ledger";
import { indicatorsOfMeetings } from "./indicators-of-meetings";
import { indicatorsOfNetwork } from "./indicators-of-network";

export interface IndicatorFact {
  code: string;
  dutyCode: string;
  position: number;
  nameFa: string;
  nameEn: string;
  unitFa: string;
  unitEn: string;
  /** What is counted, or what is divided by what, in words a reader can check against the records. */
  formulaFa: string;
  formulaEn: string;
  kind: IndicatorKind;
  direction: Direction;
  /** Smallest number of cases with which a place may be compared with others. */
  minimumCount: number;
  /** What is aimed at, in the unit; null where only the direction is said. */
  target: number | null;
}

/** Cases below which nobody is ranked by a rate or a median. */
const FLOOR: Record<IndicatorKind, number> = { count: 0, sum: 0, rate: 10, median: 10 };

/** What follows from a duty itself: every limit kept, nothing overdue. All others are the national office's to set. */
const TARGETS: Readonly<Record<string, number>> = {
  "a2.within-cadence": 100,
  "a9.answered-in-time": 100,
  "a9.overdue": 0,
  "a16.on-time-first-limit": 100,
};

const factOf = ({ code, kind, unit, direction, fa, en }: IndicatorRow) => ({
  code,
  dutyCode: code.slice(0, code.indexOf(".")),
  nameFa: fa[0],
  nameEn: en[0],
  unitFa: UNITS[unit][0],
  unitEn: UNITS[unit][1],
  formulaFa: fa[1],
  formulaEn: en[1],
  kind,
  direction,
  minimumCount: FLOOR[kind],
  target: TARGETS[code] ?? null,
});

const numberOf = ({ dutyCode }: { dutyCode: string }) => Number(dutyCode.slice(1));

/** Indicators over the duties of a county, in the order of the report. */
export const indicators: readonly IndicatorFact[] = [
  ...indicatorsOfNetwork,
  ...indicatorsOfDemands,
  ...indicatorsOfMeetings,
  ...indicatorsOfLedger,
]
  .map(factOf)
  .sort((one, other) => numberOf(one) - numberOf(other))
  .map((indicator, index) => ({ ...indicator, position: index + 1 }));
