import { DateText } from "~/ui/date-text";
import { IconButton } from "~/ui/icon-button";
import { Icon } from "~/ui/icon";
import { useLocale, useT } from "~/ui/i18n";
import { Sheet } from "~/ui/sheet";
import type { ReportsKey } from "../messages";
import type { FigureRow } from "../queries/report-page.server";
import type { ReceiptRecord, ReceiptView } from "../queries/receipt.server";
import { recordHref } from "../record-href";
import { Link } from "~/ui/link";

type Reader = Parameters<typeof recordHref>[1];

function RecordList({
  records,
  receipt,
  reader,
  amount,
}: {
  records: readonly ReceiptRecord[];
  receipt: ReceiptView;
  reader: Reader;
  /** What a row's number is of. */
  amount: NonNullable<FigureRow["measure"]>;
}) {
  const t = useT<ReportsKey>();
  return (
    <ul className="border-t border-line">
      {records.map((record) => {
        const href = recordHref(receipt.record, reader, record.opens);
        const row = (
          <>
            <span className="flex min-w-0 flex-1 gap-x-2 xl:flex-col">
              <span className="w-20 shrink-0 text-meta text-ink-3">
                <DateText iso={record.day} style="day-month" />
              </span>
              <bdi className="min-w-0">{record.label}</bdi>
            </span>
            {record.amount !== null && (
              <span className="text-meta text-ink-3">
                {t(`reports.receipt.${amount}`, { count: record.amount })}
              </span>
            )}
            {href && <Icon of="chevron-right" size={15} mirror />}
          </>
        );
        const look = "flex min-h-10 items-center gap-2 py-1 text-second";
        return (
          <li key={record.id} className="border-b border-line">
            {href ? (
              <Link to={href} className={`${look} hover:text-teal`}>
                {row}
              </Link>
            ) : (
              <div className={look}>{row}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/**
 * The receipt of a figure, open beside it.
 * @param reader where the records are opened, and whether they are of that very place.
 */
export function ReceiptPanel({
  receipt,
  indicator,
  reader,
  closeHref,
  nextHref,
}: {
  receipt: ReceiptView;
  indicator: FigureRow;
  reader: Reader;
  closeHref: string;
  /** The page after a cursor: of what was counted, or of the rest. */
  nextHref: (cursor: string, part: "after" | "rest") => string;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const { figure, records, rest, isWithheld } = receipt;
  const list = { receipt, reader, amount: indicator.measure ?? "people" };
  return (
    <Sheet as="section" chosen>
      <div className="mb-1 flex items-start justify-between gap-2">
        <h2 className="text-item text-teal-deep">
          {indicator.measure === "people"
            ? t("reports.receipt.title.sum", { count: figure.numerator })
            : t("reports.receipt.title", { count: figure.numerator })}
        </h2>
        <IconButton label={t("reports.receipt.close")} icon="x" to={closeHref} />
      </div>
      <p className="mb-3 text-meta text-ink-3">
        {locale === "fa" ? indicator.formulaFa : indicator.formulaEn}
      </p>
      {isWithheld ? (
        <p className="flex items-start gap-2 text-second text-ink-2">
          <Icon of="lock" size={15} className="mt-1" />
          <span>
            {t(
              receipt.record === "invitation"
                ? "reports.receipt.withheld.invitation"
                : "reports.receipt.withheld",
            )}
          </span>
        </p>
      ) : records.length === 0 ? (
        <p className="text-second text-ink-3">{t("reports.receipt.empty")}</p>
      ) : (
        <RecordList records={records} {...list} />
      )}
      {receipt.next && (
        <p className="mt-2">
          <Link to={nextHref(receipt.next, "after")} keepScroll className="text-second text-teal">
            {t("reports.receipt.next")}
          </Link>
        </p>
      )}
      {receipt.gone > 0 && (
        <p className="mt-2 text-meta text-ink-3">{t("reports.receipt.gone", { count: receipt.gone })}</p>
      )}
      {rest.length > 0 && (
        <details className="mt-3" open={receipt.isAtRest}>
          <summary className="min-h-6 text-meta text-teal underline decoration-dashed underline-offset-4">
            {t("reports.receipt.rest", { count: (figure.denominator ?? 0) - figure.numerator })}
          </summary>
          <div className="mt-2">
            <RecordList records={rest} {...list} />
          </div>
          {receipt.restNext && (
            <p className="mt-2">
              <Link to={nextHref(receipt.restNext, "rest")} keepScroll className="text-second text-teal">
                {t("reports.receipt.next")}
              </Link>
            </p>
          )}
        </details>
      )}
    </Sheet>
  );
}
