import { useLocale, useNow, useT } from "~/ui/i18n";
import { IranMap } from "~/ui/map/iran-map";
import { formatNumber, formatPercent } from "~/ui/numbers";
import { Sheet } from "~/ui/sheet";
import { bandsOf, heldBands, stepOf, type Band } from "../bands";
import { comparableOf } from "../checks";
import type { Figure } from "../figure";
import type { ReportsKey } from "../messages";
import type { BoardView } from "../queries/board-page.server";
import { asOfWords } from "./explain-panel";
import { figureWords } from "./figure-text";

/** The unit of a board's figures in words: people above the county are memberships. */
export function useUnit(board: BoardView): string {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  if (board.isOfPeople && board.indicator.kind !== "rate") return t("reports.board.unit.membership");
  return locale === "fa" ? board.indicator.unitFa : board.indicator.unitEn;
}

/** The 31 provinces of the country, shaded by figure; what is not approved told apart by pattern and word. */
export function BoardMap({ board, hrefOf }: { board: BoardView; hrefOf: (province: number) => string }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const now = useNow();
  const unit = useUnit(board);
  const isRate = board.indicator.kind === "rate";
  const valued = board.lines.map((line) => ({
    line,
    value: line.figure && comparableOf(line.figure, board.indicator.minimumCount),
  }));
  const values = valued.map(({ value }) => value).filter((value): value is number => value !== null);
  const bands = bandsOf(values, isRate);
  const edge = (value: number) => (isRate ? formatPercent(value, locale) : formatNumber(value, locale));
  const words = ({ from, to }: Band) => {
    if (from === undefined) return t("reports.board.band.below", { value: edge(to ?? 0) });
    if (to === undefined) return t("reports.board.band.above", { value: edge(from) });
    return t("reports.board.band.between", { from: edge(from), to: edge(to) });
  };
  // A rate of too few cases is said by its cases and gets no shade.
  const figureIn = (figure: Figure, value: number | null) =>
    value === null && figure.denominator !== null && figure.denominator > 0
      ? t("reports.of", { numerator: figure.numerator, denominator: figure.denominator })
      : figureWords(figure, locale);
  return (
    <Sheet>
      <IranMap
        title={t("reports.board.map", { unit })}
        asOf={asOfWords(board.asOf, now, locale)}
        source={t("reports.board.source")}
        valueHead={t("reports.board.table.value")}
        bands={heldBands(values, bands, isRate).map((band) => ({ step: band.step, words: words(band) }))}
        provinces={valued.map(({ line, value }) => ({
          code: line.code ?? "",
          name: locale === "fa" ? line.nameFa : line.nameEn,
          figure: line.figure ? figureIn(line.figure, value) : undefined,
          step: value === null ? undefined : stepOf(value, bands, isRate),
          state: line.standing,
          to: hrefOf(line.divisionId),
        }))}
      />
    </Sheet>
  );
}
