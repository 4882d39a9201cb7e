import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { ScrollRegion } from "~/ui/scroll-region";
import { Sheet } from "~/ui/sheet";
import { FIELDS, type Field } from "../../choices";
import type { CoverageRow } from "../../contacts/coverage";
import type { NetworkKey } from "../../messages";

type Props = { rows: readonly CoverageRow[]; to: (locality: string, field?: Field) => string };

/** Localities by fields, gaps first: a table on a desk, a list of what is empty on a phone. */
export function CoverageMatrix(props: Props) {
  return (
    <>
      <div className="max-sm:hidden">
        <Matrix {...props} />
      </div>
      <div className="sm:hidden">
        <GapList {...props} />
      </div>
    </>
  );
}

function Matrix({ rows, to }: Props) {
  const t = useT<NetworkKey>();
  return (
    <ScrollRegion
      label={t("network.coverage.title")}
      className="overflow-x-auto rounded-card border border-line-2 bg-sheet"
    >
      <table className="w-full border-collapse text-cell">
        <caption className="sr-only">{t("network.coverage.title")}</caption>
        <thead>
          <tr className="border-b border-line-2 text-meta text-ink-3">
            <th scope="col" className="px-4 py-2 text-start font-medium">
              {t("network.coverage.locality")}
            </th>
            <th scope="col" className="px-3 py-2 text-center font-medium">
              {t("network.coverage.members")}
            </th>
            {FIELDS.map((field) => (
              <th key={field} scope="col" className="px-3 py-2 text-center font-medium">
                {t(`network.field.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.locality} className="border-b border-line last:border-b-0">
              <th scope="row" className="px-4 py-1 text-start font-[550]">
                <bdi>{row.locality}</bdi>
              </th>
              <td className="p-1 text-center">
                {row.members === 0 ? (
                  <Num value={0} />
                ) : (
                  <Link
                    to={to(row.locality)}
                    className="inline-flex min-h-9 min-w-9 items-center justify-center hover:text-teal"
                  >
                    <Num value={row.members} />
                  </Link>
                )}
              </td>
              {FIELDS.map((field) => {
                const { people, circles } = row.cells[field];
                const name = t(`network.field.${field}`);
                return (
                  <td key={field} className="p-1 text-center">
                    <Link
                      to={to(row.locality, field)}
                      aria-label={
                        people === 0
                          ? t("network.coverage.gap", { locality: row.locality, field: name })
                          : t("network.coverage.cell", { locality: row.locality, field: name, count: people })
                      }
                      className={
                        people === 0
                          ? "flex min-h-9 items-center justify-center rounded-field border border-dashed border-saffron-line bg-saffron-tint text-saffron-ink hover:border-edge"
                          : "flex min-h-9 items-center justify-center rounded-field border border-transparent font-semibold hover:border-edge"
                      }
                    >
                      {people === 0 ? t("network.coverage.empty-cell") : <Num value={people} />}
                      {circles > 0 && (
                        <span className="ms-1.5 text-meta font-normal">
                          {t("network.coverage.circles", { count: circles })}
                        </span>
                      )}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function GapList({ rows, to }: Props) {
  const t = useT<NetworkKey>();
  const chip = "inline-flex min-h-11 items-center rounded-field border px-3 text-second";
  return (
    <ul className="flex flex-col gap-3">
      {rows.map((row) => {
        const filled = FIELDS.filter((field) => !row.gaps.includes(field));
        return (
          <li key={row.locality}>
            <Sheet as="section">
              <h2 className="flex items-baseline justify-between gap-2 text-item">
                <bdi>{row.locality}</bdi>
                <span className="shrink-0 text-second font-normal text-ink-3">
                  {t("network.waiting.list", { count: row.members })}
                </span>
              </h2>
              {row.gaps.length === 0 ? (
                <p className="mt-1 text-second text-ink-3">{t("network.coverage.full")}</p>
              ) : (
                <>
                  <p className="mt-2 mb-1 text-meta text-ink-3">{t("network.coverage.gaps-of")}</p>
                  <p className="flex flex-wrap gap-2">
                    {row.gaps.map((field) => (
                      <Link
                        key={field}
                        to={to(row.locality, field)}
                        className={`${chip} border-dashed border-saffron-line bg-saffron-tint text-saffron-ink`}
                      >
                        {t(`network.field.${field}`)}
                      </Link>
                    ))}
                  </p>
                </>
              )}
              {filled.length > 0 && (
                <>
                  <p className="mt-2 mb-1 text-meta text-ink-3">{t("network.coverage.filled-of")}</p>
                  <p className="flex flex-wrap gap-2">
                    {filled.map((field) => (
                      <Link key={field} to={to(row.locality, field)} className={`${chip} border-line-2`}>
                        {t(`network.field.${field}`)}
                        <span className="ms-1.5 font-semibold">
                          <Num value={row.cells[field].people} />
                        </span>
                      </Link>
                    ))}
                  </p>
                </>
              )}
            </Sheet>
          </li>
        );
      })}
    </ul>
  );
}
