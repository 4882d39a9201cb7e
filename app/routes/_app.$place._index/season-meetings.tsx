import type { MeetingsKey } from "~/areas/meetings/messages";
import { COUNTED_KINDS, MEETING_KINDS, type MeetingKind } from "~/areas/meetings/choices";
import type { Period } from "~/lib/period";
import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import type { DeskKey } from "./messages";
import { Link } from "~/ui/link";

const isCounted = (kind: MeetingKind) => (COUNTED_KINDS as readonly MeetingKind[]).includes(kind);

/** Meetings of the quarter by kind, each figure opening its list. */
export function SeasonMeetings({
  meetings,
  period,
  home,
}: {
  meetings: Record<MeetingKind, number>;
  period: Period;
  home: string;
}) {
  const t = useT<DeskKey | MeetingsKey>();
  return (
    <>
      <p className="mb-1 text-second text-ink-3">{t("desk.season.meetings")}</p>
      <ul>
        {MEETING_KINDS.filter((one) => isCounted(one) || meetings[one] > 0).map((kind) => (
          <li key={kind} className="border-b border-line last:border-b-0">
            <Link
              to={`${home}/meetings?kind=${kind}&period=${period}`}
              className="flex min-h-10 items-center justify-between gap-3 text-second hover:text-teal max-sm:min-h-11"
            >
              {t(`meetings.kind.${kind}`)}
              <span className="border-b border-dashed border-teal font-semibold text-teal">
                <Num value={meetings[kind]} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
