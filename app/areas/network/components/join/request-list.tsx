import { EmptyState } from "~/ui/empty-state";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Table } from "~/ui/table";
import type { JoinRequestState } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { JoinRequestRow } from "../../queries.server/joining";

/** Requests to join in one state, each leading to its page. */
export function RequestList({
  requests,
  state,
  base,
}: {
  requests: readonly JoinRequestRow[];
  state: JoinRequestState;
  base: string;
}) {
  const t = useT<NetworkKey>();
  return (
    <Table
      caption={t("network.join.waiting")}
      rows={requests}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title={t(`network.join.none.${state}`)}>
          {state === "waiting" && t("network.join.none.text")}
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: t("network.join.col.name"),
          cell: (row) =>
            row.personId !== null ? (
              <Link to={`${base}/people/${row.personId}`} className="text-teal hover:underline">
                {row.personName}
              </Link>
            ) : (
              (row.fullName ?? <span className="text-ink-3">{t("network.join.forgotten")}</span>)
            ),
        },
        { key: "locality", header: t("network.join.col.locality"), cell: (row) => row.locality },
        {
          key: "form",
          header: t("network.join.col.form"),
          cell: (row) => row.formName ?? t("network.join.link.unnamed"),
        },
        {
          key: "received",
          header: t("network.join.col.received"),
          cell: (row) => <InstantText instant={row.receivedAt} relative />,
        },
        ...(state === "declined"
          ? [
              {
                key: "why",
                header: t("network.join.col.decision"),
                cell: (row: JoinRequestRow) =>
                  row.declineReason && t(`network.join.declined.${row.declineReason}`),
              },
            ]
          : []),
        {
          key: "open",
          header: t("network.join.see"),
          quietHeader: true,
          phone: "bare",
          cell: (row) => (
            <LinkButton to={`${base}/joining/${row.id}`} size="small">
              {t("network.join.see")}
            </LinkButton>
          ),
        },
      ]}
    />
  );
}
