import type { ReactNode } from "react";
import { Chip, type ChipLook } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { Table, type Column } from "~/ui/table";
import type { MessageRow } from "../centre.server";
import { topicOf } from "../choices";
import type { MessageState } from "../lifecycle";
import type { NotificationKey } from "../messages";

const LOOK: Record<MessageState, ChipLook> = {
  queued: { icon: "hourglass", tone: "neutral" },
  sending: { icon: "loader", tone: "neutral" },
  unsure: { icon: "circle-help", tone: "saffron" },
  accepted: { icon: "send", tone: "neutral" },
  delivered: { icon: "check-check", tone: "teal" },
  failed: { icon: "triangle-alert", tone: "saffron" },
  undeliverable: { icon: "ban", tone: "saffron" },
  withheld: { icon: "pause", tone: "neutral" },
  dead: { icon: "circle-alert", tone: "brick" },
};

/** Where a message stands. */
export function MessageStateChip({ state }: { state: MessageState }) {
  const t = useT<NotificationKey>();
  return <Chip {...LOOK[state]}>{t(`notifications.state.${state}`)}</Chip>;
}

/** Messages of a place: to whom, what about, by which way, and what became of each. */
export function MessageTable({
  rows,
  base,
  empty,
}: {
  rows: readonly MessageRow[];
  base: string;
  empty: ReactNode;
}) {
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  const columns: Column<MessageRow>[] = [
    {
      key: "receiver",
      header: t("notifications.centre.receiver"),
      phone: "title",
      cell: (row) => (
        <>
          <Link to={`${base}/${row.id}`} className="inline-block min-h-6 py-0.5 hover:text-teal">
            <bdi>{(locale === "fa" ? row.nameFa : row.nameEn) ?? t("notifications.centre.nobody")}</bdi>
          </Link>
          <span className="block text-meta text-ink-3">{t(`notifications.receiver.${row.receiver}`)}</span>
        </>
      ),
    },
    {
      key: "topic",
      header: t("notifications.centre.topic"),
      cell: (row) =>
        row.kind === "digest"
          ? t("notifications.centre.digest")
          : t(`notifications.topic.${topicOf(row.kind)}`),
    },
    {
      key: "channel",
      header: t("notifications.centre.channel"),
      noWrap: true,
      cell: (row) => t(`notifications.channel.${row.channel}`),
    },
    {
      key: "state",
      header: t("notifications.centre.state"),
      phone: "bare",
      cell: (row) => (
        <>
          <MessageStateChip state={row.state} />
          {row.why && <span className="block text-meta text-ink-3">{t(`notifications.why.${row.why}`)}</span>}
        </>
      ),
    },
    {
      key: "at",
      header: t("notifications.centre.at"),
      noWrap: true,
      cell: (row) => <InstantText instant={row.createdAt} style="short" />,
    },
  ];
  return (
    <Table
      caption={t("notifications.centre")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
    />
  );
}
