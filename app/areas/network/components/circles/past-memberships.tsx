import { DateText } from "~/ui/date-text";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { PastMembership } from "../../queries.server/circles";

/** Who was a member of a circle, in which role and from when to when; nothing where nobody left or changed. */
export function PastMemberships({ past, base }: { past: readonly PastMembership[]; base: string }) {
  const t = useT<NetworkKey>();
  if (past.length === 0) return null;
  const columns: Column<PastMembership>[] = [
    {
      key: "name",
      header: t("network.col.name"),
      cell: (row) => (
        <Link
          to={`${base}/people/${row.personId}`}
          className="inline-flex min-h-6 items-center hover:text-teal"
        >
          {row.fullName}
        </Link>
      ),
    },
    { key: "role", header: t("network.circle.role"), cell: (row) => t(`network.circle.role.${row.role}`) },
    { key: "from", header: t("network.tie.from-on"), cell: (row) => <DateText iso={row.fromOn} /> },
    { key: "to", header: t("network.tie.to-on"), cell: (row) => <DateText iso={row.toOn} /> },
  ];
  return (
    <Section title={t("network.circle.past")}>
      <Table caption={t("network.circle.past")} columns={columns} rows={past} rowKey={(row) => row.id} />
    </Section>
  );
}
