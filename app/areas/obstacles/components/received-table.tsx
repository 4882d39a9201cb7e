import { officeNameIn } from "~/lib/office-name";
import type { ReactNode } from "react";
import { daysBetween, type IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Nothing, Table, type Column } from "~/ui/table";
import type { ObstaclesKey } from "../messages";
import type { Leg } from "../queries.server";
import { AnswerChip } from "./progress-chip";
import { Link } from "~/ui/link";

/** The limit of a leg: how long is left, or how late it is. */
export function LimitText({ leg, today }: { leg: Pick<Leg, "limitOn" | "state">; today: IsoDate }) {
  const t = useT<ObstaclesKey>();
  if (!leg.limitOn) return <>–</>;
  const late = daysBetween(leg.limitOn, today);
  if (leg.state !== "answered" && late > 0) {
    return (
      <Chip tone="brick" icon="clock-alert">
        {t("obstacles.overdue", { count: late })}
      </Chip>
    );
  }
  return <DateText iso={leg.limitOn} style="day-month" relative={leg.state !== "answered"} />;
}

/** Obstacles that lie in a place: from where, since when, and the limit. */
export function ReceivedTable({
  legs,
  base,
  today,
  empty,
}: {
  legs: readonly Leg[];
  base: string;
  today: IsoDate;
  empty: ReactNode;
}) {
  const t = useT<ObstaclesKey>();
  const { locale } = useLocale();
  const columns: Column<Leg>[] = [
    {
      key: "title",
      header: t("obstacles.col.title"),
      cell: (leg) => (
        <Link to={`${base}/received/${leg.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
          <span className="line-clamp-3">
            <bdi>{leg.title}</bdi>
          </span>
        </Link>
      ),
    },
    {
      key: "county",
      header: t("obstacles.col.county"),
      cell: (leg) => (locale === "fa" ? leg.sourceNameFa : leg.sourceNameEn),
    },
    { key: "kind", header: t("obstacles.col.kind"), cell: (leg) => t(`obstacles.kind.${leg.kind}`) },
    {
      key: "office",
      header: t("obstacles.col.office"),
      cell: (leg) => officeNameIn(leg, locale) ?? <Nothing />,
    },
    {
      key: "arrived",
      header: t("obstacles.col.raised"),
      cell: (leg) => <InstantText instant={leg.arrivedAt} relative />,
      noWrap: true,
    },
    {
      key: "state",
      header: t("obstacles.col.progress"),
      cell: (leg) =>
        leg.answerKind ? (
          <AnswerChip answer={leg.answerKind} />
        ) : (
          <Chip>{t(`obstacles.leg.${leg.state}`)}</Chip>
        ),
    },
    {
      key: "limit",
      header: t("obstacles.col.limit"),
      cell: (leg) => <LimitText leg={leg} today={today} />,
      noWrap: true,
    },
  ];
  return (
    <Table
      caption={t("obstacles.received")}
      columns={columns}
      rows={legs}
      rowKey={(leg) => leg.id}
      empty={empty}
    />
  );
}
