import { STANDINGS } from "~/areas/reports/lifecycle";
import { ProvenanceStrip } from "~/ui/charts/provenance-strip";
import { ProgressBar } from "~/ui/progress-bar";
import { periodLabel } from "~/lib/period";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import { Stat, StatRow } from "~/ui/stat";
import { Table, type Column } from "~/ui/table";
import type { IsoDate } from "~/lib/jalali";
import { DeskItems } from "./desk-items";
import type { NationDesk } from "./load-above.server";
import type { DeskKey } from "./messages";
import { vacancyItem } from "./vacancy-item";

type Province = NationDesk["provinces"][number];

/** The nation in numbers: posts filled, vacant and not yet made, province by province; the board is one step away. */
export function NationDeskView({ desk, home, today }: { desk: NationDesk; home: string; today: IsoDate }) {
  const t = useT<DeskKey>();
  const { locale } = useLocale();
  const { counts } = desk.reports;
  const parts = STANDINGS.filter((state) => state !== "excused" || counts[state] > 0).map((state) => ({
    state,
    count: counts[state],
  }));
  const toFill = vacancyItem(desk.vacancies, home, today, t);
  const columns: Column<Province>[] = [
    {
      key: "name",
      header: t("desk.nation.province"),
      cell: (row) => (locale === "fa" ? row.nameFa : row.nameEn),
    },
    {
      key: "counties",
      header: t("desk.nation.counties"),
      numeric: true,
      cell: (row) => <Num value={row.counties} column />,
    },
    {
      key: "filled",
      header: t("desk.nation.filled"),
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          <ProgressBar
            small
            tone="quiet"
            ratio={row.counties > 0 ? row.filled / row.counties : 0}
            label={t("desk.nation.filled")}
          />
          <Num value={row.filled} />
        </span>
      ),
    },
    {
      key: "vacant",
      header: t("desk.nation.vacant"),
      numeric: true,
      cell: (row) => <Num value={row.withPost - row.filled} column />,
    },
    {
      key: "none",
      header: t("desk.nation.no-post"),
      numeric: true,
      cell: (row) => <Num value={row.counties - row.withPost} column />,
    },
  ];
  return (
    <Columns
      side={
        <>
          <Sheet as="section">
            <h2 className="text-section">{t("desk.nation.board")}</h2>
            <p className="mt-1 mb-4 text-second text-ink-2">{t("desk.nation.board.text")}</p>
            <div className="flex flex-wrap gap-2">
              <LinkButton kind="primary" to={`${home}/rollup`} icon="map">
                {t("desk.nation.board")}
              </LinkButton>
              <LinkButton to={`${home}/reports`} icon="inbox">
                {t("desk.nation.reports")}
              </LinkButton>
            </div>
          </Sheet>
          <div className="mt-4">
            <Notice kind="ink">{t("desk.nation.no-people")}</Notice>
          </div>
        </>
      }
    >
      {toFill && (
        <div className="mb-4">
          <DeskItems items={[toFill]} />
        </div>
      )}
      <StatRow>
        <Stat
          size="headline"
          figure={<Num value={desk.filled} />}
          label={t("desk.nation.lead")}
          note={t("desk.nation.of", { count: desk.counties })}
        />
        <Stat figure={<Num value={desk.vacant} />} label={t("desk.nation.vacant")} />
        <Stat figure={<Num value={desk.withoutPost} />} label={t("desk.nation.no-post")} />
        <Stat
          figure={<Num value={desk.meetings} />}
          label={t("desk.nation.meetings", { period: periodLabel(desk.period, locale) })}
          to={`${home}/meetings?period=${desk.period}`}
        />
      </StatRow>
      <Section
        title={t("desk.review.standing", { period: periodLabel(desk.reports.period, locale) })}
        note={t("desk.nation.to-accept", { count: desk.received.toReview.length })}
        action={
          <LinkButton size="small" to={`${home}/reports?period=${desk.received.period}&show=to-review`}>
            {t("desk.nation.reports")}
          </LinkButton>
        }
      >
        <ProvenanceStrip parts={parts} whole={t("desk.nation.of", { count: desk.reports.listed })} />
      </Section>
      <Section title={t("desk.nation.provinces")}>
        <Table
          caption={t("desk.nation.provinces")}
          columns={columns}
          rows={desk.provinces}
          rowKey={(row) => String(row.id)}
        />
      </Section>
    </Columns>
  );
}
