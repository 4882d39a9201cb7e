import type { ReactNode } from "react";
import type { Locale } from "~/lib/jalali";
import { periodLabel, type Period } from "~/lib/period";
import { Sparkline } from "~/ui/charts/sparkline";
import { Chip } from "~/ui/chip";
import { Icon } from "~/ui/icon";
import { IconButton } from "~/ui/icon-button";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { formatNumber, formatPercent } from "~/ui/numbers";
import { Receipt } from "~/ui/receipt";
import { Table, type Column } from "~/ui/table";
import type { ReportsKey } from "../messages";
import type { FigureRow } from "../queries/report-page.server";
import { FigureText, figureWords } from "./figure-text";

function CheckCell({ row }: { row: FigureRow }) {
  const t = useT<ReportsKey>();
  if (row.comments.some((comment) => !comment.replyText))
    return (
      <Chip tone="saffron" icon="message-circle">
        {t("reports.check.comment")}
      </Chip>
    );
  if (row.asked.isOpen)
    return (
      <Chip tone="saffron" icon="triangle-alert">
        {t("reports.check.explain")}
      </Chip>
    );
  return (
    <span className="inline-flex items-center gap-1.5 text-second text-ink-3">
      <Icon of="check" size={15} />
      {t(row.asked.doubts.length > 0 ? "reports.check.explained" : "reports.check.fits")}
    </span>
  );
}

/** The words of a changed figure: what was sent, and what it is now. */
export function changeOf(
  row: FigureRow,
  locale: "fa" | "en",
  t: (key: ReportsKey, vars: Record<string, string>) => string,
): string | undefined {
  return row.before
    ? t("reports.changed", { before: figureWords(row.before, locale), now: figureWords(row.figure, locale) })
    : undefined;
}

/** That the records behind a sent figure say another one now; nothing where they agree. */
export function ChangedSince({ row }: { row: FigureRow }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  if (!row.since) return null;
  return (
    <p className="text-second text-saffron-ink">
      <Icon of="triangle-alert" size={15} className="me-1 inline" />
      {t("reports.since", {
        frozen: figureWords(row.figure, locale),
        live: figureWords(row.since, locale),
      })}{" "}
      <span className="text-ink-3">{t("reports.since.help")}</span>
    </p>
  );
}

type T = (key: ReportsKey, vars?: Record<string, string | number>) => string;

/** What stands beside a county's own figure: the quarter before, eight quarters, the check. */
function beside(previous: Period, locale: Locale, t: T): Column<FigureRow>[] {
  const words = (row: FigureRow) =>
    listed(
      row.line.map((value) =>
        value === null
          ? t("reports.line.unknown")
          : row.figure.denominator === null
            ? formatNumber(value, locale)
            : formatPercent(value, locale),
      ),
      locale,
    );
  const line = (row: FigureRow) => (
    <Sparkline values={row.line} label={t("reports.line", { values: words(row) })} />
  );
  return [
    {
      key: "previous",
      header: periodLabel(previous, locale),
      numeric: true,
      noWrap: true,
      cell: (row) => (
        <span className="inline-flex items-center gap-3">
          {row.previous ? <FigureText figure={row.previous} /> : t("reports.none")}
          <span className="sm:hidden">{line(row)}</span>
        </span>
      ),
    },
    {
      key: "line",
      header: t("reports.column.line"),
      phone: "hidden",
      cell: line,
    },
    {
      key: "check",
      header: t("reports.column.check"),
      phone: "bare",
      noWrap: true,
      cell: (row) => <CheckCell row={row} />,
    },
  ];
}

/** What stands on a receipt when "7 records" would not say it. */
function countedWords({ figure: { numerator, denominator }, measure }: FigureRow, t: T): string | undefined {
  if (denominator !== null) return t("reports.of", { numerator, denominator });
  return measure === "people" || measure === "items"
    ? t(`reports.receipt.${measure}`, { count: numerator })
    : undefined;
}

/**
 * The indicators of a duty: figure, receipt, the quarter before, eight quarters, check.
 * @param receiptHref where the receipt of an indicator opens.
 * @param ofCounties the figures are sums: what opens is their counties, and no figure of another quarter stands beside.
 * @param commentHref where a comment on a figure is written.
 * @param detail what stands under a row: comments, the question about a jump.
 */
export function FigureTable({
  rows,
  previous,
  caption,
  receiptHref,
  ofCounties = false,
  opened,
  commentHref,
  detail,
}: {
  rows: readonly FigureRow[];
  previous: Period;
  caption: string;
  receiptHref: (code: string) => string;
  ofCounties?: boolean;
  opened?: string;
  commentHref?: (code: string) => string;
  detail: (row: FigureRow) => ReactNode;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const columns: Column<FigureRow>[] = [
    {
      key: "name",
      header: t("reports.column.indicator"),
      cell: (row) => (locale === "fa" ? row.nameFa : row.nameEn),
    },
    {
      key: "figure",
      header: t("reports.board.table.value"),
      numeric: true,
      noWrap: true,
      phone: "line",
      cell: (row) => (
        <span className="text-row-figure">
          <FigureText figure={row.figure} />
          {row.exception && (
            <span className="ms-2 inline-block">
              <Chip tone="saffron">{t("reports.exception")}</Chip>
            </span>
          )}
        </span>
      ),
    },
    {
      key: "receipt",
      header: t("reports.column.receipt"),
      noWrap: true,
      cell: (row) => (
        <Receipt
          to={receiptHref(row.code)}
          count={row.figure.numerator}
          open={opened === row.code}
          words={ofCounties ? t("reports.sum.open") : countedWords(row, t)}
        />
      ),
    },
    ...(ofCounties ? [] : beside(previous, locale, t)),
    ...(commentHref
      ? [
          {
            key: "comment",
            header: t("reports.comment.add"),
            quietHeader: true,
            phone: "corner" as const,
            cell: (row: FigureRow) => (
              <IconButton
                icon="message-circle"
                label={t("reports.comment.label", { name: locale === "fa" ? row.nameFa : row.nameEn })}
                to={commentHref(row.code)}
                keepScroll
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      caption={caption}
      isSelected={(row) => row.code === opened}
      tone={(row) => (row.comments.some((comment) => !comment.replyText) ? "saffron" : undefined)}
      detail={detail}
    />
  );
}
