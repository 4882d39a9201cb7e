import type { VisitInDay } from "~/areas/visits/calendar.server";
import { Hours } from "~/areas/visits/components/hours";
import type { VisitsKey } from "~/areas/visits/messages";
import { relativeDay, type IsoDate } from "~/lib/jalali";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import type { DeskItem } from "./desk-items";
import type { DeskKey } from "./messages";

/** The visits of a desk: those to come, and how many wait for a word. */
export type DeskVisits = {
  next: readonly VisitInDay[];
  toSettle: number;
  toReport: number;
};

/** What of the visits wants somebody today: those of the day, those nobody said anything of, and reports to write. */
export function useVisitItems(
  { next, toSettle, toReport }: DeskVisits,
  home: string,
  today: IsoDate,
): DeskItem[] {
  const t = useT<DeskKey | VisitsKey>();
  const { locale } = useLocale();
  const items: (DeskItem | false)[] = [
    ...next
      .filter(({ plannedOn }) => plannedOn === today)
      .map((visit): DeskItem => ({
        key: visit.id,
        marginNote: visit.startsAt ? localDigits(visit.startsAt, locale) : undefined,
        icon: "map-pin",
        title: t("visits.calendar.title", { target: locale === "fa" ? visit.targetFa : visit.targetEn }),
        note: locale === "fa" ? visit.visitorFa : visit.visitorEn,
        act: { to: `${home}/visits/${visit.id}`, label: t("desk.visit.open") },
        body: visit.spot,
      })),
    toSettle > 0 && {
      key: "visits-to-settle",
      icon: "map-pin",
      title: t("desk.visits.to-settle", { count: toSettle }),
      act: { to: `${home}/visits?view=coming`, label: t("desk.visits.open") },
    },
    toReport > 0 && {
      key: "visits-to-report",
      icon: "notebook-pen",
      title: t("desk.visits.to-report", { count: toReport }),
      act: { to: `${home}/visits?view=to-report`, label: t("desk.visits.open") },
    },
  ];
  return items.filter((item) => item !== false);
}

/** How many things of the visits wait on a desk, as `useVisitItems` shows them. */
export const visitsWaiting = ({ next, toSettle, toReport }: DeskVisits, today: IsoDate): number =>
  next.filter(({ plannedOn }) => plannedOn === today).length +
  (toSettle > 0 ? 1 : 0) +
  (toReport > 0 ? 1 : 0);

/** The next visits of the place and to it; nothing where there are none. */
export function NextVisits({
  visits,
  home,
  today,
}: {
  visits: readonly VisitInDay[];
  home: string;
  today: IsoDate;
}) {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  if (visits.length === 0) return null;
  return (
    <Section title={t("desk.next-visits")}>
      <ul>
        {visits.map((visit) => (
          <li key={visit.id} className="border-b border-line py-2 last:border-b-0">
            <Link
              to={`${home}/visits/${visit.id}`}
              className="inline-flex min-h-6 items-center text-second hover:text-teal"
            >
              {locale === "fa" ? visit.targetFa : visit.targetEn}
            </Link>
            <p className="flex flex-wrap gap-x-2 text-meta text-ink-3">
              <span>{locale === "fa" ? visit.visitorFa : visit.visitorEn}</span>
              <DateText iso={visit.plannedOn} />
              <span>{relativeDay(visit.plannedOn, today, locale)}</span>
              <Hours {...visit} />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
