import type { Locale } from "~/lib/jalali";
import { periodLabel, type Period } from "~/lib/period";
import { LineChart } from "~/ui/charts/line-chart";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import { valueOf } from "../checks";
import type { ReportsKey } from "../messages";
import type { BoardView } from "../queries/board-page.server";
import { useUnit } from "./board-map";
import { asOfWords } from "./explain-panel";

/** Quarters under a line: the year stands at each spring, and at the first where no spring follows at once. */
function shortLabels(periods: readonly Period[], locale: Locale): string[] {
  return periods.map((period, index) => {
    const isNamed = period.endsWith("Q1") || (index === 0 && !periods[1]?.endsWith("Q1"));
    const label = periodLabel(period, locale);
    const space = label.lastIndexOf(" ");
    // English names are long for the room between two quarters.
    const season = label.slice(0, locale === "fa" ? space : 3);
    return isNamed ? season + label.slice(space) : season;
  });
}

/** Eight quarters of one indicator: approved where a quarter has any, else provisional and drawn as such. */
export function BoardTrend({ board, name }: { board: BoardView; name: string }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const now = useNow();
  const unit = useUnit(board);
  return (
    <Sheet>
      <LineChart
        title={t("reports.board.trend")}
        note={t("reports.board.trend.note", { unit })}
        labels={shortLabels(
          board.trend.map(({ period }) => period),
          locale,
        )}
        unit={board.indicator.kind === "rate" ? "percent" : "number"}
        asOf={asOfWords(board.asOf, now, locale)}
        source={t("reports.board.source")}
        series={[
          {
            key: "own",
            label: name,
            main: true,
            points: board.trend.map(({ approved, provisional }) => {
              const figure = approved ?? provisional;
              return { value: figure && valueOf(figure), provisional: approved === null };
            }),
          },
          {
            key: "last-year",
            label: t("reports.board.last-year"),
            points: board.lastYear.map(({ approved, provisional }) => {
              const figure = approved ?? provisional;
              return { value: figure && valueOf(figure), provisional: approved === null };
            }),
          },
        ].filter(({ main, points }) => main || points.some(({ value }) => value !== null))}
      />
    </Sheet>
  );
}
