import { formatMobile } from "~/lib/identifiers";
import { Code } from "~/ui/code";
import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Table } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { InvitationSheet, Invitee } from "../../queries.server/invitations";
import { StateChip } from "../people/state-chip";

/** Who is invited, and by which way. */
export function InviteeTable({ invited, base }: { invited: readonly Invitee[]; base: string }) {
  const t = useT<NetworkKey>();
  return (
    <Table
      caption={t("network.invite.sheet")}
      rows={invited}
      rowKey={(row) => row.id}
      empty={
        <EmptyState filtered title={t("network.invite.none")}>
          {t("network.invite.none.text")}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: t("network.col.name"),
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-2">
              <Link
                to={`${base}/people/${row.id}`}
                className="inline-flex min-h-6 items-center hover:text-teal"
              >
                {row.fullName}
              </Link>
              <StateChip state={row.state} quiet />
            </span>
          ),
        },
        { key: "by", header: t("network.invite.by"), cell: (row) => t(`network.channel.${row.by}`) },
        {
          key: "mobile",
          header: t("network.person.mobile"),
          cell: ({ mobile, handle }) =>
            mobile ? <Code>{formatMobile(mobile, "en")}</Code> : handle ? <Code>{handle}</Code> : "–",
          noWrap: true,
        },
        { key: "locality", header: t("network.col.locality"), cell: (row) => row.locality ?? "–" },
      ]}
    />
  );
}

/** Who is left out, and why. */
export function LeftOutList({ leftOut, base }: { leftOut: InvitationSheet["leftOut"]; base: string }) {
  const t = useT<NetworkKey>();
  return (
    <ul className="flex flex-col gap-1.5 text-second">
      {leftOut.map(({ id, fullName, why }) => (
        <li key={id} className="flex flex-wrap gap-x-3">
          <Link to={`${base}/people/${id}`} className="inline-flex min-h-6 items-center hover:text-teal">
            {fullName}
          </Link>
          <span className="text-ink-3">{t(`network.invite.why.${why}`)}</span>
        </li>
      ))}
    </ul>
  );
}
