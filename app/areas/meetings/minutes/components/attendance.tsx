import type { ReactNode } from "react";
import { useT } from "~/ui/i18n";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { STANDINGS, type Standing } from "../import/types";
import type { MinutesKey } from "../minutes-messages";

type Attendee = { name: string; post: string; organisation: string; standing: Standing };

/** Who took part in the meeting, and what was said, as its minutes have it; nothing where they say neither. */
export function Attendance({
  attendees,
  discussion,
}: {
  attendees: readonly Attendee[];
  discussion: readonly string[];
}) {
  const t = useT<MinutesKey>();
  if (attendees.length === 0 && discussion.length === 0) return null;
  return (
    <Section title={t("minutes.attendance")}>
      <div className="flex flex-col gap-4">
        <AttendeeGroups attendees={attendees} />
        <Discussion paragraphs={discussion} />
      </div>
    </Section>
  );
}

/** Those present first, then those who came for another, guests, and those who were absent; each under its count. */
export function AttendeeGroups({
  attendees,
  around = (_, shown) => shown,
}: {
  attendees: readonly Attendee[];
  /** What stands around each, by its order among all. */
  around?: (index: number, shown: ReactNode) => ReactNode;
}) {
  const t = useT<MinutesKey>();
  const all = attendees.map((attendee, index) => ({ ...attendee, index }));
  return STANDINGS.flatMap((standing) => {
    const group = all.filter((attendee) => attendee.standing === standing);
    if (group.length === 0) return [];
    return [
      <div key={standing}>
        <p className="text-meta text-ink-3">
          {t(`minutes.standing.${standing}`)} <Num value={group.length} />
        </p>
        <ul className="mt-1 grid gap-x-8 gap-y-1 sm:grid-cols-2">
          {group.map(({ index, name, post, organisation }) => (
            <li key={index} lang="fa" dir="auto" className="min-w-0 text-second">
              {around(
                index,
                <>
                  {name && <span className="font-[550]">{name}</span>}
                  {name && (post || organisation) && <span className="text-ink-3"> · </span>}
                  {[post, organisation].filter(Boolean).join(" ")}
                </>,
              )}
            </li>
          ))}
        </ul>
      </div>,
    ];
  });
}

/** What was said, folded away under its count. */
export function Discussion({ paragraphs }: { paragraphs: readonly string[] }) {
  const t = useT<MinutesKey>();
  if (paragraphs.length === 0) return null;
  return (
    <details className="text-second">
      <summary className="cursor-pointer py-1 font-[550]">
        {t("minutes.discussion")}{" "}
        <span className="font-normal text-ink-3">
          {t("minutes.discussion.paragraphs", { count: paragraphs.length })}
        </span>
      </summary>
      <div className="mt-1 flex flex-col gap-2">
        {paragraphs.map((paragraph, index) => (
          <p key={index} lang="fa" dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
    </details>
  );
}
