import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import type { NetworkKey } from "../../messages";
import type { RelocationRow } from "../../queries.server/relocations";
import { isOpen } from "../../relocation/lifecycle";

/** What an offer says to the end that reads it, and where it stands. */
export function RelocationFacts({
  row,
  base,
  mayMend,
}: {
  row: RelocationRow;
  base: string;
  /** Whether the reader may put the reason of a decline in other words. */
  mayMend: boolean;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Facts
      facts={[
        {
          label: t("network.relocation.col.who"),
          value: row.personId ? (
            <Link to={`${base}/people/${row.personId}`} className="text-teal hover:underline">
              {row.fullName}
            </Link>
          ) : (
            (row.fullName ?? t("network.relocation.nameless"))
          ),
        },
        { label: t("network.relocation.col.from"), value: locale === "fa" ? row.fromFa : row.fromEn },
        { label: t("network.relocation.col.to"), value: locale === "fa" ? row.toFa : row.toEn },
        { label: t("network.relocation.col.locality"), value: row.newLocality },
        { label: t("network.relocation.col.reason"), value: t(`network.relocation.reason.${row.reason}`) },
        {
          label: t("network.relocation.col.offered"),
          value: (
            <>
              <InstantText instant={row.offeredAt} />
              <span className="block text-ink-3">{row.offeredByName}</span>
            </>
          ),
        },
        {
          label: t("network.relocation.col.consented"),
          value: row.consentedAt && <InstantText instant={row.consentedAt} />,
        },
        {
          label: t("network.relocation.col.until"),
          value: isOpen(row.state) ? <DateText iso={row.expiresOn} /> : null,
        },
        {
          label: t("network.relocation.col.ended"),
          value: row.endedAt && (
            <>
              <InstantText instant={row.endedAt} />
              {row.endedByName && <span className="block text-ink-3">{row.endedByName}</span>}
            </>
          ),
        },
        {
          label: t("network.relocation.col.note"),
          value: row.declineNote && (
            <>
              <span className="whitespace-pre-line">{row.declineNote}</span>
              {mayMend && (
                <Link
                  to={`${base}/notes/${row.id}?of=relocation-decline`}
                  className="block text-ink-3 hover:text-teal"
                >
                  {t("network.note.edit")}
                </Link>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
