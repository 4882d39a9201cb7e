import { Chip } from "~/ui/chip";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";
import type { Quorum } from "../quorum";

/** Whether the meeting is able to decide: who is there of how many needed. */
export function QuorumLine({ quorum: { needed, present, isReached } }: { quorum: Quorum }) {
  const t = useT<MeetingsKey>();
  return (
    <span className="inline-flex flex-wrap items-center gap-2 text-second">
      <span>{t("meetings.session.quorum")}</span>
      <span>{t("meetings.session.quorum.line", { present, needed })}</span>
      <Chip tone={isReached ? "teal" : "saffron"} icon={isReached ? "check" : "hourglass"}>
        {isReached
          ? t("meetings.session.quorum.reached")
          : t("meetings.session.quorum.short", { count: needed - present })}
      </Chip>
    </span>
  );
}
