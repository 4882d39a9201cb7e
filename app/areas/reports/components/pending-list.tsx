import { Swatch } from "~/ui/charts/patterns";
import { useLocale, useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import type { ReportsKey } from "../messages";
import type { BoardLine, BoardView } from "../queries/board-page.server";
import { Link } from "~/ui/link";

const SILENT = ["missing", "vacant", "excused"] as const;

/** Most places named; the table has all of them. */
const SHOWN = 8;

/** Places that are not in the figure yet, and why: silence is not zero. */
export function PendingList({
  board,
  hrefOf,
}: {
  board: BoardView;
  hrefOf: (line: BoardLine) => string | null;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const pending = board.lines
    .filter(({ counts }) => SILENT.some((standing) => counts[standing] > 0))
    .sort((one, other) => other.counts.missing - one.counts.missing)
    .slice(0, SHOWN);
  return (
    <Sheet>
      <h2 className="mb-3 text-item">{t("reports.board.pending")}</h2>
      {pending.length === 0 ? (
        <p className="text-second text-ink-3">{t("reports.board.pending.none")}</p>
      ) : (
        <ul>
          {pending.map((line) => {
            const href = hrefOf(line);
            return (
              <li
                key={line.divisionId}
                className="flex items-center gap-3 border-b border-line py-2 last:border-b-0"
              >
                <Swatch
                  state={line.counts.missing > 0 ? "missing" : line.counts.vacant > 0 ? "vacant" : "excused"}
                />
                <div className="min-w-0 flex-1 text-second">
                  <strong className="block font-semibold">
                    {locale === "fa" ? line.nameFa : line.nameEn}
                  </strong>
                  <span className="text-meta text-ink-3">
                    {line.code === null
                      ? t(`reports.standing.${line.standing}`)
                      : SILENT.filter((standing) => line.counts[standing] > 0)
                          .map((standing) =>
                            t(`reports.board.pending.${standing}`, { count: line.counts[standing] }),
                          )
                          .join(" · ")}
                  </span>
                </div>
                {href && (
                  <Link to={href} className="text-second text-teal">
                    {t("reports.board.pending.see")}
                  </Link>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Sheet>
  );
}
