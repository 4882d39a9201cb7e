import { Chip } from "~/ui/chip";
import { Icon } from "~/ui/icon";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import type { VisitsKey } from "../messages";
import type { Finding, OrderedRow } from "../queries.server";

const LINK = "inline-flex min-h-6 items-center gap-1.5 text-teal hover:underline max-sm:min-h-11";

/** What became of a finding that was ordered. */
function Ordered({ row, base }: { row: OrderedRow; base: string | null }) {
  const t = useT<VisitsKey>();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {base && (
        <Link to={`${base}/obligations/texts/${row.findingId}`} className={LINK}>
          <Icon of="list-checks" size={15} />
          {t("visits.ordered.see")}
          {row.number !== null && <Num value={row.number} />}
        </Link>
      )}
      <span className="text-meta text-ink-3">{t("visits.ordered.owed", { count: row.owed })}</span>
      {row.overdue > 0 && (
        <Chip tone="brick" icon="clock-alert">
          {t("visits.ordered.overdue", { count: row.overdue })}
        </Chip>
      )}
      {row.open > row.overdue && <Chip>{t("visits.ordered.open", { count: row.open - row.overdue })}</Chip>}
      {row.verified > 0 && (
        <Chip tone="teal" icon="check">
          {t("visits.ordered.verified", { count: row.verified })}
        </Chip>
      )}
    </span>
  );
}

/**
 * The findings of a visit with what was ordered because of each.
 * @param base address of the place; `mayEdit` and `mayOrder` bring the ways to do so.
 */
export function FindingList({
  findings,
  ordered,
  base,
  isOwn,
  mayEdit,
  mayOrder,
}: {
  findings: readonly Finding[];
  ordered: readonly OrderedRow[];
  base: string;
  isOwn: boolean;
  mayEdit: boolean;
  mayOrder: boolean;
}) {
  const t = useT<VisitsKey>();
  if (findings.length === 0) return <p className="text-second text-ink-3">{t("visits.findings.none")}</p>;
  return (
    <ol className="flex flex-col">
      {findings.map((finding, index) => {
        const row = ordered.find(({ findingId }) => findingId === finding.id);
        const here = `${base}/visits/findings/${finding.id}`;
        return (
          <li key={finding.id} className="flex gap-3 border-b border-line py-3">
            <span className="text-ink-3">
              <Num value={index + 1} />
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1.5">
              <p dir="auto" className="text-body whitespace-pre-wrap wrap-anywhere">
                {finding.text}
              </p>
              {finding.spot && (
                <p className="flex items-center gap-1.5 text-second text-ink-2">
                  <Icon of="map-pin" size={15} />
                  <bdi>{finding.spot}</bdi>
                </p>
              )}
              {finding.fileType?.startsWith("image/") && (
                <a href={`${here}/file`} className="block w-fit max-w-full">
                  <img
                    src={`${here}/file`}
                    alt={t("visits.finding.picture", { name: finding.fileName ?? "" })}
                    loading="lazy"
                    className="max-h-60 max-w-full rounded-card border border-line-2"
                  />
                </a>
              )}
              {finding.fileType === "application/pdf" && (
                <Link to={`${here}/file`} asDocument className={LINK}>
                  <Icon of="file-down" size={15} />
                  <bdi>{t("visits.finding.picture", { name: finding.fileName ?? "" })}</bdi>
                </Link>
              )}
              {row && <Ordered row={row} base={isOwn ? base : null} />}
              {(mayEdit || (mayOrder && !row)) && (
                <span className="flex flex-wrap gap-x-5 text-second print:hidden">
                  {mayOrder && !row && (
                    <Link to={`${here}/order`} className={LINK}>
                      <Icon of="list-checks" size={15} />
                      {t("visits.finding.order")}
                    </Link>
                  )}
                  {mayEdit && (
                    <Link to={here} className={LINK}>
                      <Icon of="pencil" size={15} />
                      {t("visits.finding.edit")}
                    </Link>
                  )}
                </span>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
