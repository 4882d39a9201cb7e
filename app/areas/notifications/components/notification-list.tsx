import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { MarginItem, MarginList } from "~/ui/margin-list";
import type { NotificationKey } from "../messages";
import type { NotificationRow } from "../queries.server";
import { sentenceOf } from "../sentence";

/** The sentence of a notification in the reader's language. */
function useSentence() {
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  return (row: Pick<NotificationRow, "key" | "params">) => sentenceOf(t, locale, row);
}

/** What somebody was told, the newest first. Opening one marks it as read; it works without script. */
export function NotificationList({ rows }: { rows: readonly NotificationRow[] }) {
  const t = useT<NotificationKey>();
  const sentence = useSentence();
  return (
    <MarginList label={t("notifications.title")}>
      {rows.map((row) => (
        <MarginItem
          key={row.id}
          margin={<InstantText instant={row.createdAt} relative />}
          title={sentence(row)}
          note={row.readAt ? undefined : <Chip tone="saffron">{t("notifications.new")}</Chip>}
          done={row.readAt !== null}
          action={
            <Form method="post">
              <input type="hidden" name="intent" value="open" />
              <Button
                size="small"
                name="notificationId"
                value={row.id}
                aria-label={`${t("notifications.open")}: ${sentence(row)}`}
              >
                {t("notifications.open")}
              </Button>
            </Form>
          }
        />
      ))}
    </MarginList>
  );
}
