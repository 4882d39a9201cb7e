import { ProvenanceSentence } from "~/areas/reports/components/provenance-sentence";
import { dayInList, formatJalali, type IsoDate } from "~/lib/jalali";
import { periodLabel } from "~/lib/period";
import { Chip } from "~/ui/chip";
import { Columns } from "~/ui/columns";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { DeskItems, toVerifyHref, type DeskItem } from "./desk-items";
import { limitWords } from "./limit-words";
import type { CountyStanding, ProvinceDesk } from "./load-above.server";
import type { DeskKey } from "./messages";
import { NextVisits, useVisitItems, visitsWaiting } from "./next-visits";
import { ReportCard } from "./report-card";
import { vacancyItem } from "./vacancy-item";

/** How many things wait on this desk. */
export function waitingInProvince(desk: ProvinceDesk, today: IsoDate): number {
  const { obstacles, toVerify, received, vacancies, visits } = desk;
  return (
    obstacles.length +
    toVerify.count +
    received.toReview.length +
    (vacancies.count > 0 ? 1 : 0) +
    visitsWaiting(visits, today)
  );
}

/** A county that is vacant or silent: two different things, each with its mark. */
function Standing({ county }: { county: CountyStanding }) {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  const date = county.since ? formatJalali(county.since, locale, "long") : null;
  const isVacant = county.standing === "vacant";
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 border-b border-line py-2 last:border-b-0">
      <span className="text-second font-[550]">{locale === "fa" ? county.nameFa : county.nameEn}</span>
      <Chip
        tone={isVacant ? "neutral" : "saffron"}
        pattern={isVacant ? "vacant" : "plain"}
        icon={isVacant ? "user-x" : "volume-x"}
      >
        {t(isVacant ? "desk.province.vacant" : "desk.province.silent")}
      </Chip>
      <span className="w-full text-meta text-ink-3">
        {isVacant
          ? date && t("desk.province.vacant-since", { date })
          : date
            ? t("desk.province.silent-since", { date })
            : t("desk.province.silent-ever")}
      </span>
    </li>
  );
}

/** What goes on today and reports first, then what is to be verified, then the obstacles that came up, then the posts to fill. */
function useItems(
  { received, toVerify, obstacles, vacancies, visits }: ProvinceDesk,
  home: string,
  today: IsoDate,
): DeskItem[] {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  const items: (DeskItem | false)[] = [
    ...useVisitItems(visits, home, today),
    ...received.toReview.map((place): DeskItem => ({
      key: String(place.divisionId),
      icon: "inbox",
      title: t("desk.review", {
        period: periodLabel(received.period, locale),
        name: locale === "fa" ? place.nameFa : place.nameEn,
      }),
      act: { to: `${home}/reports/${place.divisionId}/${received.period}`, label: t("desk.review.do") },
    })),
    toVerify.count > 0 && {
      key: "verify",
      icon: "eye",
      title: t("desk.verify.title", { count: toVerify.count }),
      act: { to: toVerifyHref(home, toVerify), label: t("desk.verify.open") },
    },
    ...obstacles.map((leg): DeskItem => ({
      key: leg.id,
      margin: leg.limitOn ? limitWords(leg.limitOn, today, locale, t) : undefined,
      marginNote: leg.limitOn ? dayInList(leg.limitOn, today, locale) : undefined,
      icon: "traffic-cone",
      title: t("desk.obstacle.from", {
        name: locale === "fa" ? leg.sourceNameFa : leg.sourceNameEn,
        title: leg.title,
      }),
      act: { to: `${home}/obstacles/received/${leg.id}`, label: t("desk.obstacle.open") },
      body: leg.contestReason,
    })),
    vacancyItem(vacancies, home, today, t),
  ];
  return items.filter((item) => item !== false);
}

/** What waits for the province, and which county is vacant or silent. */
export function ProvinceDeskView({
  desk,
  home,
  today,
}: {
  desk: ProvinceDesk;
  home: string;
  today: IsoDate;
}) {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  const needing = desk.counties.filter((county) => county.standing !== "working");
  const working = desk.counties.length - needing.length;
  const { counts } = desk.received;
  const items = useItems(desk, home, today);
  const nothing = waitingInProvince(desk, today) === 0;
  return (
    <Columns
      side={
        <>
          <ReportCard report={desk.report} home={home} today={today} />
          <NextVisits visits={desk.visits.next} home={home} today={today} />
          <Section
            title={t("desk.province.counties")}
            note={t("desk.province.counties.note", { count: desk.silentAfter })}
          >
            {needing.length === 0 ? (
              <p className="text-second text-ink-2">{t("desk.province.all-working")}</p>
            ) : (
              <ul>
                {needing.map((county) => (
                  <Standing key={county.id} county={county} />
                ))}
              </ul>
            )}
            <p className="mt-3 text-second text-ink-3">{t("desk.province.working", { count: working })}</p>
          </Section>
        </>
      }
    >
      <p className="mb-4 text-second text-ink-2">
        {t("desk.review.standing", { period: periodLabel(desk.received.period, locale) })}:{" "}
        <ProvenanceSentence counts={counts} />
      </p>
      {nothing ? <EmptyState title={t("desk.all-done.title")} /> : <DeskItems items={items} />}
    </Columns>
  );
}
