import { InstantText } from "~/ui/instant-text";
import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { Timeline, type TimelineEvent } from "~/ui/timeline";
import { progressOf } from "../lifecycle";
import type { ObstaclesKey } from "../messages";
import type { ObstacleDetails } from "../queries.server";

/** What happened to an obstacle, leg by leg, the newest first. */
export function Journey({
  obstacle,
}: {
  obstacle: Pick<ObstacleDetails, "state" | "settledOn" | "settledNote" | "legs">;
}) {
  const t = useT<ObstaclesKey>();
  const events: TimelineEvent[] = [];
  if (obstacle.state === "verified" && obstacle.settledOn) {
    events.push({
      key: "verified",
      when: <DateText iso={obstacle.settledOn} style="day-month" />,
      what: t("obstacles.step.verified"),
      note: obstacle.settledNote,
    });
  }
  const [newest] = obstacle.legs;
  for (const leg of obstacle.legs) {
    const waits = leg === newest && progressOf(obstacle.state, leg.state) === "answered";
    if (leg.answeredAt && leg.answerKind) {
      events.push({
        key: `${leg.id}-answered`,
        when: <InstantText instant={leg.answeredAt} />,
        what: t("obstacles.step.answered", {
          name: leg.answeredByName ?? "",
          answer: t(`obstacles.answer.${leg.answerKind}`),
        }),
        note: <span className="whitespace-pre-wrap">{leg.answerText}</span>,
        tone: waits ? "saffron" : undefined,
      });
    }
    if (leg.takenAt) {
      events.push({
        key: `${leg.id}-taken`,
        when: <InstantText instant={leg.takenAt} />,
        what: t("obstacles.step.taken"),
      });
    }
    events.push({
      key: leg.id,
      when: <InstantText instant={leg.arrivedAt} />,
      what: t(leg.contestReason ? "obstacles.step.contested" : "obstacles.step.raised"),
      note: leg.contestReason,
    });
  }
  return <Timeline label={t("obstacles.journey")} events={events} />;
}
