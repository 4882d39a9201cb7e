import { BarChart } from "~/ui/charts/bar-chart";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import { ranked } from "../board";
import { casesOf, comparableOf } from "../checks";
import type { ReportsKey } from "../messages";
import type { BoardView } from "../queries/board-page.server";
import { useUnit } from "./board-map";
import { asOfWords } from "./explain-panel";

/**
 * The counties of a province on one scale. Those of too few cases stand below by name, and who has no figure says why:
 * neither is ranked.
 */
export function BoardCounties({ board }: { board: BoardView }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const now = useNow();
  const unit = useUnit(board);
  const { minimumCount, kind } = board.indicator;
  const bars = ranked(board.lines, minimumCount).map(({ divisionId, nameFa, nameEn, standing, figure }) => {
    const value = figure && comparableOf(figure, minimumCount);
    const cases = figure === null || value !== null ? null : (casesOf(figure) ?? 0);
    return {
      key: String(divisionId),
      label: locale === "fa" ? nameFa : nameEn,
      value,
      state: standing,
      ...(cases !== null && {
        aside: cases === 0 ? t("reports.board.no-case") : t("reports.board.cases", { count: cases }),
      }),
    };
  });
  return (
    <Sheet>
      <BarChart
        title={t("reports.board.bars", { unit })}
        note={
          bars.some(({ aside }) => aside !== undefined) && t("reports.board.few", { least: minimumCount })
        }
        bars={bars}
        unit={kind === "rate" ? "percent" : "number"}
        asOf={asOfWords(board.asOf, now, locale)}
        source={t("reports.board.source")}
      />
    </Sheet>
  );
}
