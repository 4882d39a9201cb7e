import { exportedList, type ExportedColumn } from "~/kernel/sheets/exported-list";
import { timeIn, todayIn } from "~/lib/jalali";
import { listMessages, type MessageRow } from "./centre.server";
import { topicOf } from "./choices";
import type { NotificationKey } from "./messages";
import { MessageFilter } from "./schema";

/** What went out of a place and what became of it. It names receivers, and so leaves with a reason alone. */
export const exportedMessages = exportedList({
  isPersonal: true,
  levels: ["county", "province", "nation"],
  name: "messages",
  title: "notifications.centre" as NotificationKey,
  page: "/messages",
  narrowedBy: ["state", "channel", "topic", "why"],
  filterOf: (asked) => MessageFilter.parse(Object.fromEntries(asked)),
  told: ({ state, channel, topic, why }, { t }) => [
    state && t(`notifications.state.${state}`),
    channel && t(`notifications.channel.${channel}`),
    topic && t(`notifications.topic.${topic}`),
    why && t(`notifications.why.${why}`),
  ],
  columns: (): ExportedColumn<MessageRow, NotificationKey>[] => [
    {
      header: "notifications.centre.receiver",
      width: 30,
      cell: ({ nameFa, nameEn }, { named }) => named({ nameFa: nameFa ?? "", nameEn: nameEn ?? "" }),
    },
    {
      header: "notifications.centre.topic",
      width: 20,
      cell: ({ kind }, { t }) =>
        t(kind === "digest" ? "notifications.centre.digest" : `notifications.topic.${topicOf(kind)}`),
    },
    {
      header: "notifications.centre.channel",
      width: 12,
      cell: ({ channel }, { t }) => t(`notifications.channel.${channel}`),
    },
    {
      header: "notifications.centre.state",
      width: 18,
      cell: ({ state }, { t }) => t(`notifications.state.${state}`),
    },
    {
      header: "notifications.centre.why",
      width: 36,
      cell: ({ why }, { t }) => why && t(`notifications.why.${why}`),
    },
    {
      header: "notifications.centre.at",
      width: 18,
      cell: ({ createdAt }, { day }) => `${day(todayIn(createdAt))} ${timeIn(createdAt)}`,
    },
  ],
  read: (db, { place }, filter, after, size) =>
    listMessages(db, place.id, { ...filter, after: after ?? undefined }, size),
});
