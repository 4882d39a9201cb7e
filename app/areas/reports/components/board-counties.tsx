import { BarChart } from "~/ui/charts/bar-chart";
import { useLocale, useNow, useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import { valueOf } from "../checks";
import type { ReportsKey } from "../messages";
import type { BoardView } from "../queries/board-page.server";
import { useUnit } from "./board-map";
import { asOfWords } from "./explain-panel";

/** The counties of a province on one scale; who has no figure says why. */
export function BoardCounties({ board }: { board: BoardView }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const now = useNow();
  const unit = useUnit(board);
  const bars = board.lines
    .map((line) => ({
      key: String(line.divisionId),
      label: locale === "fa" ? line.nameFa : line.nameEn,
      value: line.figure && valueOf(line.figure),
      state: line.standing,
    }))
    .sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  return (
    <Sheet>
      <BarChart
        title={t("reports.board.bars", { unit })}
        bars={bars}
        unit={board.indicator.kind === "rate" ? "percent" : "number"}
        asOf={asOfWords(board.asOf, now, locale)}
        source={t("reports.board.source")}
      />
    </Sheet>
  );
}
