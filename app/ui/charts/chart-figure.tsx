import type { ReactNode } from "react";
import { useT } from "../i18n";
import type { UiKey } from "../messages";

/** Where a picture comes from; each part is left out when there is none. */
export type ChartSource = {
  /** What, place, period in words. */
  what?: ReactNode;
  source?: string;
  /** The moment the data stand for, as it is read. */
  asOf?: string;
  /** Level of the title: 2 (default) right on a page or sheet, 3 inside a Section. */
  level?: 2 | 3;
};

export type ChartTable = {
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/**
 * Every picture stands in this: a title that says the finding's subject, unit and period; under it what,
 * place, period, source and "as of"; and the same data as a table, one click away.
 */
export function ChartFigure({
  title,
  note,
  what,
  source,
  asOf,
  level = 2,
  table,
  children,
}: ChartSource & { title: ReactNode; note?: ReactNode; table: ChartTable; children: ReactNode }) {
  const t = useT<UiKey>();
  const Heading = level === 2 ? "h2" : "h3";
  const origin = [
    source && t("ui.chart.source", { source }),
    asOf && t("ui.chart.as-of", { moment: asOf }),
  ].filter(Boolean);
  return (
    <figure className="@container min-w-0">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <Heading className="text-item">{title}</Heading>
        {note && <span className="text-meta text-ink-3">{note}</span>}
      </div>
      {children}
      <figcaption className="mt-2 text-meta text-ink-3">
        {what}
        {what && origin.length > 0 && " · "}
        {origin.join(" · ")}
      </figcaption>
      <details className="mt-1 print:hidden">
        <summary className="inline-block min-h-6 text-meta text-teal underline decoration-dashed underline-offset-4">
          {t("ui.chart.table")}
        </summary>
        <div className="mt-2 overflow-x-auto">
          <table className="w-full border-collapse text-cell">
            <thead>
              <tr className="border-b border-line-2 text-meta text-ink-3">
                {table.head.map((head) => (
                  <th key={head} scope="col" className="py-1 pe-4 text-start font-medium">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.key} className="border-b border-line last:border-b-0">
                  {row.cells.map((cell, index) =>
                    index === 0 ? (
                      <th key={index} scope="row" className="py-1 pe-4 text-start font-[550]">
                        {cell}
                      </th>
                    ) : (
                      <td key={index} className="figures py-1 pe-4">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
