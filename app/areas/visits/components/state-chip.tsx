import { Chip, type ChipLook } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { VisitState } from "../lifecycle";
import type { VisitsKey } from "../messages";

const LOOK: Record<VisitState, ChipLook> = {
  planned: { icon: "circle-dashed", tone: "neutral" },
  announced: { icon: "send", tone: "teal" },
  made: { icon: "notebook-pen", tone: "saffron" },
  reported: { icon: "check-check", tone: "teal" },
  "no-show": { icon: "user-x", tone: "brick" },
  cancelled: { icon: "ban", tone: "neutral" },
};

export function VisitChip({ state }: { state: VisitState }) {
  const t = useT<VisitsKey>();
  return <Chip {...LOOK[state]}>{t(`visits.state.${state}`)}</Chip>;
}

/** Whether a no-show was excused. */
export function ExcusedChip({ excused }: { excused: boolean }) {
  const t = useT<VisitsKey>();
  return (
    <Chip pattern={excused ? "plain" : "refused"}>
      {t(excused ? "visits.excused.yes.short" : "visits.excused.no.short")}
    </Chip>
  );
}
