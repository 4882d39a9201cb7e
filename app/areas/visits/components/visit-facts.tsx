import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { formatJalali } from "~/lib/jalali";
import { wasMade } from "../lifecycle";
import type { VisitsKey } from "../messages";
import type { VisitPage } from "../queries.server";
import { Hours } from "./hours";
import { ExcusedChip } from "./state-chip";

/**
 * Where, who, when, what for.
 * @param office where the office that is visited is read; null for whoever reads it elsewhere.
 */
export function VisitFacts({
  visit,
  isOwn,
  office,
}: {
  visit: VisitPage;
  isOwn: boolean;
  office: string | null;
}) {
  const t = useT<VisitsKey>();
  const { locale } = useLocale();
  const target = locale === "fa" ? visit.targetFa : visit.targetEn;
  return (
    <Facts
      facts={[
        {
          label: t("visits.col.target"),
          value: office ? (
            <Link to={office} className="text-teal hover:underline">
              {target}
            </Link>
          ) : (
            target
          ),
        },
        { label: t("visits.col.spot"), value: visit.spot && <bdi>{visit.spot}</bdi> },
        {
          label: t("visits.col.visitor"),
          value: locale === "fa" ? visit.visitorFa : visit.visitorEn,
        },
        {
          label: t("visits.col.day"),
          value: (
            <span className="flex flex-col">
              <DateText iso={visit.plannedOn} style="weekday" />
              {visit.movedFrom && (
                <span className="text-meta text-ink-3">
                  {t("visits.moved-from", {
                    day: formatJalali(visit.movedFrom, locale, "day-month"),
                  })}
                </span>
              )}
            </span>
          ),
        },
        { label: t("visits.col.hours"), value: visit.startsAt && <Hours {...visit} /> },
        { label: t("visits.col.purpose"), value: <bdi>{visit.purpose}</bdi> },
        {
          label: t("visits.col.reason"),
          value: visit.reason && !wasMade(visit.state) && (
            <span className="flex flex-wrap items-center gap-2">
              <bdi>{visit.reason}</bdi>
              {visit.excused !== null && <ExcusedChip excused={visit.excused} />}
            </span>
          ),
        },
        {
          label: t("visits.field.companions"),
          value: visit.companions && <p className="whitespace-pre-line">{visit.companions}</p>,
        },
        {
          label: t("visits.col.keeper"),
          value: isOwn ? null : locale === "fa" ? visit.keeperFa : visit.keeperEn,
        },
      ].map(({ label, value }) => ({ label, value: value || null }))}
    />
  );
}
