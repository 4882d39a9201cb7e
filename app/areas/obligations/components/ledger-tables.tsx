import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Table, type Column } from "~/ui/table";
import type { ObligationsKey } from "../messages";
import type { IssuanceRow, LedgerRow } from "../queries.server";
import { AnswerBar, counted } from "./answer-bar";
import { DueText, LateText } from "./due-text";
import { SourceText } from "./source-text";
import { StateChip } from "./state-chip";
import { Link } from "~/ui/link";

/** The ledger by office: one row for each obligation. */
export function LedgerTable({
  rows,
  hrefOf,
  empty,
}: {
  rows: readonly LedgerRow[];
  hrefOf: (row: LedgerRow) => string;
  empty?: React.ReactNode;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const columns: Column<LedgerRow>[] = [
    {
      key: "what",
      header: t("obligations.column.what"),
      cell: (row) => (
        <Link to={hrefOf(row)} className="block py-2 hover:text-teal sm:max-w-120 sm:min-w-32">
          <span className="line-clamp-2">
            <bdi>{row.text}</bdi>
          </span>
          <span className="block text-meta font-normal text-ink-3">
            <SourceText row={row} />
          </span>
        </Link>
      ),
    },
    {
      key: "who",
      header: t("obligations.column.who"),
      cell: (row) => (locale === "fa" ? row.officeFa : row.officeEn),
    },
    { key: "due", header: t("obligations.column.due"), cell: (row) => <DueText row={row} /> },
    {
      key: "late",
      header: t("obligations.column.late"),
      noWrap: true,
      cell: (row) => <LateText row={row} />,
    },
    {
      key: "state",
      header: t("obligations.column.state"),
      phone: "bare",
      cell: (row) => (
        <>
          <StateChip state={row.state} />
          {row.children > 0 && (
            <span className="block text-meta text-ink-3">
              {t("obligations.children", { done: row.childrenVerified, all: row.children })}
            </span>
          )}
        </>
      ),
    },
  ];
  return (
    <Table
      caption={t("obligations.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}

/** The issuer's ledger by text: one row however many offices owe it, with what has become of it. */
export function IssuanceTable({
  rows,
  hrefOf,
  recordHref,
  textHref,
  empty,
}: {
  rows: readonly IssuanceRow[];
  hrefOf: (row: IssuanceRow) => string;
  recordHref: (row: IssuanceRow) => string;
  textHref: (row: IssuanceRow) => string;
  empty?: React.ReactNode;
}) {
  const t = useT<ObligationsKey>();
  const columns: Column<IssuanceRow>[] = [
    {
      key: "what",
      header: t("obligations.column.what"),
      cell: (row) => (
        <span className="block py-2 sm:max-w-120 sm:min-w-32">
          <Link to={recordHref(row)} className="line-clamp-2 hover:text-teal">
            <bdi>{row.text}</bdi>
          </Link>
          <span className="block text-meta font-normal text-ink-3">
            <SourceText row={{ ...row, sourceTitle: row.title, sourceNumber: row.number }} />
          </span>
        </span>
      ),
    },
    {
      key: "who",
      header: t("obligations.column.who"),
      cell: (row) => <span className="line-clamp-2 sm:max-w-44">{row.addressees}</span>,
    },
    {
      key: "answers",
      header: t("obligations.column.answers"),
      phone: "bare",
      cell: (row) => (
        <div className="py-2">
          <AnswerBar answers={row} />
          <Link to={textHref(row)} className="text-meta text-teal hover:underline">
            {t("obligations.text.see")}
          </Link>
        </div>
      ),
    },
    {
      key: "due",
      header: t("obligations.column.due"),
      cell: (row) => (
        <span className="block md:min-w-38">
          <DueText row={row} />
        </span>
      ),
    },
    {
      key: "late",
      header: t("obligations.column.late"),
      cell: (row) =>
        row.overdue > 0 ? (
          <span className="block font-[550] text-brick sm:min-w-22">
            {t("obligations.summary.overdue", { count: row.overdue })}
          </span>
        ) : (
          <span className="text-ink-3">{t("obligations.on-time")}</span>
        ),
    },
    {
      key: "open",
      header: t("obligations.column.open"),
      quietHeader: true,
      noWrap: true,
      phone: "bare",
      cell: (row) =>
        counted(row) + row.ended > 0 && (
          <LinkButton to={hrefOf(row)} size="small">
            {t("obligations.open-of", { count: counted(row) + row.ended })}
          </LinkButton>
        ),
    },
  ];
  return (
    <Table
      caption={t("obligations.title")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
