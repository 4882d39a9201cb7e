import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Table } from "~/ui/table";
import type { OfficeMessageRow } from "../centre.server";
import type { NotificationKey } from "../messages";
import { sentenceOf } from "../sentence";
import { MessageStateChip } from "./message-table";

/** What was written to an office: the words, by which way, and whether they arrived. */
export function OfficeMessageTable({ rows }: { rows: readonly OfficeMessageRow[] }) {
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  return (
    <Table
      caption={t("notifications.centre.yours")}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "words",
          header: t("notifications.message.title"),
          phone: "title",
          cell: ({ kind, params, ownText }) =>
            kind === "digest"
              ? t("notifications.centre.digest")
              : (ownText ?? sentenceOf(t, locale, { key: kind, params })),
        },
        {
          key: "channel",
          header: t("notifications.centre.channel"),
          noWrap: true,
          cell: ({ channel }) => t(`notifications.channel.${channel}`),
        },
        {
          key: "state",
          header: t("notifications.centre.state"),
          phone: "bare",
          cell: ({ state, why }) => (
            <>
              <MessageStateChip state={state} />
              {why && <span className="block text-meta text-ink-3">{t(`notifications.why.${why}`)}</span>}
            </>
          ),
        },
        {
          key: "at",
          header: t("notifications.centre.at"),
          noWrap: true,
          cell: ({ createdAt }) => <InstantText instant={createdAt} style="short" />,
        },
      ]}
    />
  );
}
