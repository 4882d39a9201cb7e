import { classNames } from "~/ui/class-names";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { hoursText } from "../../calling/components/calling-section";
import type { MeetingsKey } from "../../messages";
import type { CalendarEntry } from "../calendar.server";

const LOOK: Partial<Record<CalendarEntry["state"], string>> = {
  draft: "border-dashed border-line-2 text-ink-2",
  cancelled: "border-line-2 text-ink-3 line-through",
  held: "border-line-2 bg-sunk text-ink",
};
const COMING = "border-teal-line bg-teal-tint text-teal-deep";

/** A meeting in its day: its hour and its title, which says also what colour alone would. */
export function MeetingInCalendar({
  entry,
  base,
  onCarry,
}: {
  entry: CalendarEntry;
  base: string;
  /** Told when somebody takes it up to carry it to another day, and when he lets go of it; none where it stays. */
  onCarry?: (entry: CalendarEntry | null) => void;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const { title, state } = entry;
  const words =
    state === "cancelled" || state === "draft" ? t(`meetings.calendar.${state}`, { title }) : title;
  const hours = hoursText(entry, locale, t) ?? t("meetings.calendar.all-day");
  return (
    <Link
      to={`${base}/${entry.id}`}
      draggable={onCarry !== undefined}
      onDragStart={
        onCarry &&
        ((event) => {
          event.dataTransfer.effectAllowed = "move";
          onCarry(entry);
        })
      }
      onDragEnd={onCarry && (() => onCarry(null))}
      className={classNames(
        "block min-h-6 rounded-mark border px-1.5 py-0.5 text-meta hover:border-edge",
        LOOK[state] ?? COMING,
        onCarry && "cursor-grab active:cursor-grabbing",
      )}
    >
      <span className="block font-[550]">{hours}</span>
      <span className="wrap-anywhere">{words}</span>
    </Link>
  );
}
