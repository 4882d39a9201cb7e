import { CADENCES, type Cadence } from "../choices";
import type { ObligationsKey } from "../messages";

type Said = { workingDays: number | null; cadence: string | null };
type Say = (key: ObligationsKey, vars?: Readonly<Record<string, string | number>>) => string;

/** What a limit was said in where that is no day: so many working days, or a cadence; empty otherwise. */
export function limitAsSaid({ workingDays, cadence }: Said, t: Say): string {
  if (workingDays !== null) return t("obligations.working-days", { count: workingDays });
  return cadence !== null && cadence in CADENCES ? t(`obligations.cadence.${cadence as Cadence}`) : "";
}
