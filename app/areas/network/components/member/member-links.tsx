import { formatJalali, todayIn } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Table } from "~/ui/table";
import type { NetworkKey } from "../../messages";

type Row = {
  id: string;
  createdAt: Date;
  createdByName: string;
  expiresAt: Date;
  state: "waiting" | "opened" | "over" | "replaced";
};

/** Links to a person's own page, made before. */
export function MemberLinks({ links }: { links: readonly Row[] }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Table
      caption={t("network.me.link.list")}
      rows={links}
      rowKey={(link) => link.id}
      empty={<p className="p-4 text-second text-ink-3">{t("network.me.link.none")}</p>}
      columns={[
        {
          key: "made",
          header: t("network.me.link.made"),
          cell: (link) => (
            <>
              <InstantText instant={link.createdAt} />
              <span className="block text-meta font-normal text-ink-3">{link.createdByName}</span>
            </>
          ),
        },
        {
          key: "until",
          header: t("network.me.link.until"),
          cell: (link) => formatJalali(todayIn(link.expiresAt), locale, "long"),
        },
        {
          key: "state",
          header: t("network.filter.state"),
          cell: (link) => t(`network.me.link.state.${link.state}`),
        },
      ]}
    />
  );
}
