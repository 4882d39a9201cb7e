import { useT } from "~/ui/i18n";
import type { ReportsKey } from "../messages";
import type { StandingCounts } from "../queries/standings.server";

/** What a figure stands on, in one sentence: approved, provisional, missing, vacant and excused told apart. */
export function ProvenanceSentence({ counts, excepted = 0 }: { counts: StandingCounts; excepted?: number }) {
  const t = useT<ReportsKey>();
  return (
    <span data-testid="provenance">
      {t("reports.board.provenance", counts)}
      {counts.excused > 0 && t("reports.board.provenance.excused", counts)}
      {excepted > 0 &&
        `${t("reports.exception.joined")}${t("reports.exception.counties", { count: excepted })}`}
    </span>
  );
}
