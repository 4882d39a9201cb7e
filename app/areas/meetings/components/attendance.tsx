import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import type { MeetingsKey } from "../messages";
import { PARTICIPANTS, type Attendance } from "../choices";

/** How many of each class took part; a class that was not there is a dash, not a zero. */
export function AttendanceList({ attendance }: { attendance: Attendance }) {
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
