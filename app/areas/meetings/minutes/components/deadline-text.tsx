import { formatJalali } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewDeadline } from "../review";
import type { ShownDue } from "../review-page.server";

/** A deadline under review as a chip; none yet asks for one. */
export function DeadlineChip({
  deadline,
  due,
  untilNext = false,
}: {
  deadline: ReviewDeadline | null;
  due: ShownDue;
  /** The document says that it is due at the next meeting. */
  untilNext?: boolean | undefined;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  if (!deadline) {
    return (
      <Chip tone="saffron" pattern="dashed" icon="circle-dashed">
        {t(untilNext ? "minutes.deadline.next-missing" : "minutes.deadline.missing")}
      </Chip>
    );
  }
  const day = due ? formatJalali(due.day, locale, "weekday") : "";
  const meeting = due?.meeting && formatJalali(due.meeting, locale, "long");
  switch (deadline.kind) {
    case "dated":
      return (
        <Chip icon="calendar-days">
          {t(untilNext ? "minutes.deadline.until-next" : "minutes.deadline.until", { day })}
        </Chip>
      );
    case "relative":
      return (
        <Chip icon="calendar-days" title={reckoned(t, day, meeting)}>
          {t(meeting ? "minutes.deadline.after-meeting" : "minutes.deadline.after", {
            count: deadline.count,
            unit: t(`minutes.deadline.unit.${deadline.unit}`),
          })}
        </Chip>
      );
    case "continuous":
      return (
        <Chip icon="repeat-2" title={t("minutes.deadline.receiver", { receiver: deadline.receiver })}>
          {t("minutes.deadline.each", { cadence: t(`minutes.cadence.${deadline.cadence}`) })}
        </Chip>
      );
    case "none":
      return (
        <Chip icon="circle-slash" title={deadline.reason}>
          {t("minutes.deadline.none")}
        </Chip>
      );
  }
}

type T = ReturnType<typeof useT<MinutesKey>>;

/** The day with that from which it was counted. */
function reckoned(t: T, day: string, meeting: string | null | undefined): string {
  return meeting
    ? t("minutes.deadline.from-meeting", { day, meeting })
    : t("minutes.deadline.if-today", { day });
}
