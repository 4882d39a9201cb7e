import { classNames } from "~/ui/class-names";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Percent } from "~/ui/percent";
import { ProgressBar } from "~/ui/progress-bar";
import { Table, type Column } from "~/ui/table";
import type { ObligationsKey } from "../messages";
import type { Group } from "../views/breakdown.server";
import { groupName } from "../views/group-name";
import type { Grouping } from "../views/narrowing";
import type { Filter } from "../filters";

/** A number that opens its rows; a dash where there is none. */
function Opening({ count, to, late = false }: { count: number; to: string; late?: boolean }) {
  if (count === 0) return <span className="text-ink-3">–</span>;
  return (
    <Link
      to={to}
      className={classNames(
        "inline-flex min-h-6 min-w-6 items-center ltr:justify-end",
        late ? "font-[550] text-brick hover:underline" : "hover:text-teal",
      )}
    >
      <Num value={count} column />
    </Link>
  );
}

const rate = (part: number, whole: number) =>
  whole > 0 ? <Percent ratio={part / whole} /> : <span className="text-ink-3">–</span>;

/** A ledger broken down: each group with its figures, and how much of it was answered. */
export function BreakdownTable({
  of,
  groups,
  hrefOf,
  empty,
}: {
  of: Grouping;
  groups: readonly Group[];
  hrefOf: (key: string, filter: Filter) => string;
  empty: React.ReactNode;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const columns: Column<Group>[] = [
    {
      key: "group",
      header: t(`obligations.views.of.${of}`),
      cell: (row) => (
        <Link to={hrefOf(row.key, "all")} className="block py-2 hover:text-teal sm:max-w-96 sm:min-w-32">
          <bdi>{groupName(of, row, t, locale)}</bdi>
          {row.source && (
            <span className="line-clamp-2 text-meta text-ink-3">
              <bdi>{row.source.text}</bdi>
            </span>
          )}
        </Link>
      ),
    },
    {
      key: "answered",
      header: t("obligations.views.answered"),
      phone: "bare",
      cell: (row) => {
        const words = t("obligations.views.answered-of", { part: row.answered, whole: row.total });
        return (
          <span className="block max-w-56 min-w-32">
            <ProgressBar ratio={row.answered / Math.max(1, row.total)} label={words} />
            <span className="block text-meta text-ink-3">{words}</span>
          </span>
        );
      },
    },
    {
      key: "open",
      header: t("obligations.views.open-count"),
      numeric: true,
      cell: (row) => <Opening count={row.open} to={hrefOf(row.key, "open")} />,
    },
    {
      key: "overdue",
      header: t("obligations.views.overdue"),
      numeric: true,
      cell: (row) => <Opening count={row.overdue} to={hrefOf(row.key, "overdue")} late />,
    },
    {
      key: "verified",
      header: t("obligations.views.verified-share"),
      numeric: true,
      cell: (row) => (
        <>
          {rate(row.verified + row.turns, row.total + row.turns)}
          {row.turns > 0 && (
            <span className="block text-meta text-ink-3">
              {t("obligations.views.turns-too", { count: row.turns })}
            </span>
          )}
        </>
      ),
    },
    {
      key: "re-dated",
      header: t("obligations.views.re-dated"),
      numeric: true,
      cell: (row) => <Opening count={row.reDated} to={hrefOf(row.key, "re-dated")} />,
    },
    {
      key: "first",
      header: t("obligations.views.in-first"),
      numeric: true,
      cell: (row) => rate(row.inFirst, row.dueByFirst),
    },
    {
      key: "present",
      header: t("obligations.views.in-present"),
      numeric: true,
      cell: (row) => rate(row.inPresent, row.dueByPresent),
    },
  ];
  return (
    <Table
      caption={t("obligations.views")}
      columns={columns}
      rows={groups}
      rowKey={(row) => row.key}
      empty={empty}
    />
  );
}
