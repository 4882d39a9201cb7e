import { IconButton } from "~/ui/icon-button";
import { useLocale, useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import type { ReportsKey } from "../messages";
import type { SummedCounty } from "../queries/children.server";
import type { FigureRow } from "../queries/report-page.server";
import { FigureText } from "./figure-text";
import { Link } from "~/ui/link";

/** Whether the counties as they stand now give the figure that the report says. */
function addsUp(counties: readonly SummedCounty[], { figure }: Pick<FigureRow, "figure">): boolean {
  const sum = (part: "numerator" | "denominator") =>
    counties.reduce((so, county) => so + (county.figure[part] ?? 0), 0);
  return sum("numerator") === figure.numerator && sum("denominator") === (figure.denominator ?? 0);
}

/** The counties that a province's figure adds up, each leading to its own report with the records open. */
export function CountiesPanel({
  row,
  counties,
  hrefOf,
  closeHref,
}: {
  row: FigureRow;
  counties: readonly SummedCounty[];
  hrefOf: (divisionId: number) => string;
  closeHref: string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  return (
    <Sheet as="section" chosen>
      <div className="mb-1 flex items-start justify-between gap-2">
        <h2 className="text-item text-teal-deep">{locale === "fa" ? row.nameFa : row.nameEn}</h2>
        <IconButton label={t("reports.receipt.close")} icon="x" to={closeHref} />
      </div>
      <p className="mb-3 text-meta text-ink-3">{t("reports.sum.counties", { count: counties.length })}</p>
      <ul className="border-t border-line">
        {counties.map((county) => (
          <li key={county.divisionId} className="border-b border-line">
            <Link
              to={hrefOf(county.divisionId)}
              className="flex min-h-10 items-center justify-between gap-2 py-1 text-second hover:text-teal"
            >
              <span>{locale === "fa" ? county.nameFa : county.nameEn}</span>
              <FigureText figure={county.figure} />
            </Link>
          </li>
        ))}
      </ul>
      {!addsUp(counties, row) && <p className="mt-2 text-meta text-ink-3">{t("reports.sum.changed")}</p>}
    </Sheet>
  );
}
