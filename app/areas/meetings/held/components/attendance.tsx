import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { Sheet } from "~/ui/sheet";
import type { MeetingsKey } from "../../messages";
import { PARTICIPANTS, type Attendance } from "../../choices";

/** How many of each class took part; a class that was not there is a dash, not a zero. */
function AttendanceList({ attendance }: { attendance: Attendance }) {
  const t = useT<MeetingsKey>();
  return (
    <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-y-2 text-second">
      {PARTICIPANTS.map((one) => (
        <div key={one} className="contents">
          <dt className="text-ink-2">{t(`meetings.class.${one}`)}</dt>
          <dd className="figures font-semibold ltr:text-end">
            {attendance[one] > 0 ? <Num value={attendance[one]} /> : "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in a sheet, with the sum. */
export function AttendanceSheet({ attendance, total }: { attendance: Attendance; total: number }) {
  const t = useT<MeetingsKey>();
  return (
    <Sheet as="section">
      <h2 className="mb-3 flex items-baseline justify-between gap-3 text-item">
        {t("meetings.attendance")}
        <span className="text-second font-normal text-ink-3">{t("meetings.total", { count: total })}</span>
      </h2>
      <AttendanceList attendance={attendance} />
    </Sheet>
  );
}
