import { formatJalali } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { Table } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { JoinLinkRow } from "../../queries.server/joining";

/** Whether a join form is open, and why not. */
export function LinkState({ link }: { link: Pick<JoinLinkRow, "isOpen" | "isRevoked"> }) {
  const t = useT<NetworkKey>();
  if (link.isOpen)
    return (
      <Chip tone="teal" icon="check">
        {t("network.join.link.is-open")}
      </Chip>
    );
  return (
    <Chip icon={link.isRevoked ? "ban" : "clock"}>
      {t(link.isRevoked ? "network.join.link.revoked" : "network.join.link.over")}
    </Chip>
  );
}

/** The county's join forms with what came by each. */
export function LinkList({ links, base }: { links: readonly JoinLinkRow[]; base: string }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Table
      caption={t("network.join.links")}
      rows={links}
      rowKey={(link) => link.id}
      empty={<p className="p-4 text-second text-ink-3">{t("network.join.links.none")}</p>}
      columns={[
        {
          key: "name",
          header: t("network.join.link.name"),
          cell: (link) => (
            <Link to={`${base}/forms/${link.id}`} className="text-teal hover:underline">
              {link.name ?? t("network.join.link.unnamed")}
            </Link>
          ),
        },
        {
          key: "state",
          header: t("network.filter.state"),
          phone: "mark",
          cell: (link) => <LinkState link={link} />,
        },
        {
          key: "until",
          header: t("network.join.link.until"),
          cell: (link) => formatJalali(link.until, locale, "long"),
        },
        {
          key: "arrivals",
          header: t("network.join.link.arrivals"),
          numeric: true,
          cell: (link) => <Num value={link.arrivals} />,
        },
        {
          key: "accepted",
          header: t("network.join.link.accepted"),
          numeric: true,
          cell: (link) => <Num value={link.accepted} />,
        },
      ]}
    />
  );
}
