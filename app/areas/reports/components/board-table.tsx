import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { Receipt } from "~/ui/receipt";
import { formatPercent } from "~/ui/numbers";
import { Nothing, Table, type Column } from "~/ui/table";
import { comparableOf } from "../checks";
import { wilson } from "../interval";
import type { ReportsKey } from "../messages";
import type { BoardLine, BoardView } from "../queries/board-page.server";
import { FigureText } from "./figure-text";
import { StandingChip } from "./report-state";
import { Link } from "~/ui/link";

/**
 * The same figures by place: provinces lead to their counties, a county's figure to its receipt.
 * @param countyHref where a province's counties stand; left out in a table of counties.
 * @param receiptHref the report of a county with this figure's receipt open.
 */
export function BoardTable({
  board,
  countyHref,
  receiptHref,
}: {
  board: BoardView;
  countyHref?: (province: number) => string;
  receiptHref: (county: number) => string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { indicator } = board;
  const nameOf = (line: Pick<BoardLine, "nameFa" | "nameEn">) =>
    locale === "fa" ? line.nameFa : line.nameEn;
  const isRate = indicator.kind === "rate";
  const intervalOf = ({ figure }: BoardLine) => {
    if (!figure || comparableOf(figure, indicator.minimumCount) === null) {
      return figure?.denominator ? t("reports.board.too-few") : null;
    }
    const between = wilson(figure.numerator, figure.denominator ?? 0);
    return (
      between &&
      t("reports.board.band.between", {
        from: formatPercent(between.low, locale),
        to: formatPercent(between.high, locale),
      })
    );
  };
  const columns: Column<BoardLine>[] = [
    {
      key: "place",
      header: t("reports.list.place"),
      cell: (line) =>
        countyHref ? (
          <Link
            to={countyHref(line.divisionId)}
            aria-label={t("reports.board.table.open", { name: nameOf(line) })}
            className="text-teal hover:text-teal-deep"
          >
            {nameOf(line)}
          </Link>
        ) : (
          <>
            {nameOf(line)}
            {line.change && (
              <span className="block text-meta text-ink-3">
                {t(`reports.board.change.${line.change.kind}`, {
                  names: listed(line.change.names.map(nameOf), locale),
                })}
              </span>
            )}
          </>
        ),
    },
    {
      key: "value",
      header: t("reports.board.table.value"),
      numeric: true,
      cell: (line) =>
        line.figure ? (
          <strong>
            <FigureText figure={line.figure} />
          </strong>
        ) : (
          <Nothing />
        ),
    },
    ...(isRate
      ? [
          {
            key: "cases",
            header: t("reports.board.table.cases"),
            noWrap: true,
            cell: (line: BoardLine) =>
              line.figure ? (
                t("reports.of", {
                  numerator: line.figure.numerator,
                  denominator: line.figure.denominator ?? 0,
                })
              ) : (
                <Nothing />
              ),
          } satisfies Column<BoardLine>,
          {
            key: "interval",
            header: t("reports.board.interval"),
            noWrap: true,
            cell: (line: BoardLine) => intervalOf(line) ?? <Nothing />,
          } satisfies Column<BoardLine>,
        ]
      : []),
    {
      key: "standing",
      header: t("reports.board.table.standing"),
      phone: "mark",
      cell: (line) => (
        <span className="inline-flex flex-wrap gap-1.5">
          <StandingChip standing={line.standing} />
          {line.excepted > 0 && (
            <Chip tone="saffron">
              {countyHref
                ? t("reports.exception.counties", { count: line.excepted })
                : t("reports.exception")}
            </Chip>
          )}
        </span>
      ),
    },
    countyHref
      ? {
          key: "provenance",
          header: t("reports.board.table.provenance"),
          noWrap: true,
          cell: (line) =>
            line.counts.expected > 0 ? (
              t("reports.board.table.of-expected", {
                approved: line.counts.approved,
                expected: line.counts.expected,
              })
            ) : (
              <Nothing />
            ),
        }
      : {
          key: "receipt",
          header: t("reports.board.table.receipt"),
          noWrap: true,
          cell: (line) =>
            line.figure && line.change?.kind !== "once" ? (
              <Receipt to={receiptHref(line.divisionId)} count={line.figure.numerator} />
            ) : (
              <Nothing />
            ),
        },
  ];
  return (
    <Table
      columns={columns}
      rows={board.lines}
      rowKey={(line) => String(line.divisionId)}
      caption={t("reports.board.table.caption", {
        name: locale === "fa" ? indicator.nameFa : indicator.nameEn,
      })}
    />
  );
}
