import { InstantText } from "~/ui/instant-text";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import { BODY_EVENTS } from "../choices";
import type { BodyEventRow } from "../directory.server";
import type { BodiesKey } from "../messages";

/** What became of a body, newest first. */
export function BodyHistory({ events }: { events: readonly BodyEventRow[] }) {
  const t = useT<BodiesKey>();
  return (
    <Section title={t("bodies.section.history")}>
      {events.length === 0 ? (
        <p className="text-second text-ink-3">{t("bodies.event.none")}</p>
      ) : (
        <Timeline
          label={t("bodies.section.history")}
          events={events.map((event) => {
            const kind = BODY_EVENTS.find((one) => one === event.kind);
            return {
              key: event.id,
              when: <InstantText instant={event.at} />,
              what: kind ? t(`bodies.event.${kind}`, { note: event.note ?? "" }) : (event.note ?? ""),
              note: event.byName,
            };
          })}
        />
      )}
    </Section>
  );
}
