import { dayInList, todayIn, type IsoDate } from "~/lib/jalali";
import { DateText } from "~/ui/date-text";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { daysLate } from "../filters";
import { CLOSED } from "../lifecycle";
import type { ObligationsKey } from "../messages";
import { CADENCES, type Cadence } from "../choices";

type Dated = {
  deadlineKind: string;
  firstDueOn?: IsoDate | null;
  dueOn: IsoDate | null;
  /** Of a limit that was said in working days. */
  workingDays: number | null;
  cadence: string | null;
};

/** The day something is due; a first day that was moved stands struck through beside it. */
export function DueText({ row }: { row: Dated }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const today = todayIn(useNow());
  if (!row.dueOn) return <span className="text-ink-3">{t("obligations.no-due")}</span>;
  const isCadence = row.deadlineKind === "continuous" && row.cadence !== null && row.cadence in CADENCES;
  if (isCadence) {
    return (
      <span className="block">
        {t("obligations.continuous", { cadence: t(`obligations.cadence.${row.cadence as Cadence}`) })}
        <span className="block text-meta text-ink-3">
          {t(row.dueOn < today ? "obligations.missed-turn" : "obligations.next-turn", {
            day: dayInList(row.dueOn, today, locale),
          })}
        </span>
      </span>
    );
  }
  const moved = row.firstDueOn && row.firstDueOn !== row.dueOn ? row.firstDueOn : null;
  return (
    <span className="block">
      <DateText iso={row.dueOn} />
      {row.workingDays !== null && (
        <span className="block text-meta text-ink-3">
          {t("obligations.working-days", { count: row.workingDays })}
        </span>
      )}
      {moved && (
        <span className="block text-meta text-ink-3">
          <s>{t("obligations.first-due", { day: dayInList(moved, today, locale) })}</s>
        </span>
      )}
    </span>
  );
}

/** Days past the limit, written; in time otherwise. What waits for its verification was late if its report came late. */
export function LateText({
  row,
}: {
  row: { state: string; dueOn: IsoDate | null; reportedOn: IsoDate | null };
}) {
  const t = useT<ObligationsKey>();
  const today = todayIn(useNow());
  if (CLOSED.some((state) => state === row.state)) return null;
  const late = daysLate(row, today);
  if (!late) return <span className="text-ink-3">{t("obligations.on-time")}</span>;
  if (late.isReported)
    return <span className="text-ink-2">{t("obligations.reported-late", { count: late.days })}</span>;
  return (
    <span className="inline-flex items-center gap-1.5 font-[550] whitespace-nowrap text-brick">
      <Icon of="clock-alert" size={15} />
      {t("obligations.late", { count: late.days })}
    </span>
  );
}
