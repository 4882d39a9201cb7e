import { classNames } from "~/ui/class-names";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { Link } from "~/ui/link";
import type { VisitInDay } from "../calendar.server";
import type { VisitState } from "../lifecycle";
import type { VisitsKey } from "../messages";
import { Hours } from "./hours";

const LOOK: Record<VisitState, string> = {
  planned: "border-dashed border-line-2 text-ink-2",
  announced: "border-line-2 bg-sheet text-ink",
  made: "border-line-2 bg-sunk text-ink",
  reported: "border-line-2 bg-sunk text-ink",
  "no-show": "border-brick-line bg-brick-tint text-brick",
  cancelled: "border-line-2 text-ink-3 line-through",
};

/** A visit in its day, told from a meeting by its mark and by its words. */
export function VisitInCalendar({
  visit,
  base,
  onCarry,
}: {
  visit: VisitInDay;
  base: string;
  /** Told when somebody takes it up to carry it to another day, and when he lets go of it; none where it stays. */
  onCarry?: (isCarried: boolean) => void;
}) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const title = t("visits.calendar.title", { target: locale === "fa" ? visit.targetFa : visit.targetEn });
  const { state } = visit;
  const isPlain = state === "announced" || state === "made" || state === "reported";
  return (
    <Link
      to={`${base}/visits/${visit.id}`}
      draggable={onCarry !== undefined}
      onDragStart={
        onCarry &&
        ((event) => {
          event.dataTransfer.effectAllowed = "move";
          onCarry(true);
        })
      }
      onDragEnd={onCarry && (() => onCarry(false))}
      className={classNames(
        "block min-h-6 rounded-mark border px-1.5 py-0.5 text-meta hover:border-edge",
        LOOK[state],
        onCarry && "cursor-grab active:cursor-grabbing",
      )}
    >
      <span className="flex items-center gap-1 font-[550]">
        <Icon of="map-pin" size={15} />
        {visit.startsAt ? <Hours {...visit} /> : t("visits.calendar.all-day")}
      </span>
      <span className="wrap-anywhere">
        {isPlain ? title : t("visits.calendar.in-state", { title, state: t(`visits.state.${state}`) })}
      </span>
    </Link>
  );
}
