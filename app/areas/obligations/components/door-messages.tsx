import { Form } from "@remix-run/react";
import { formatJalali } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { Sheet } from "~/ui/sheet";
import type { ObligationsKey } from "../messages";
import type { OfficeMessageRow } from "../chasing/office-messages.server";

const PARTS = ["due-soon", "overdue", "silent", "escalated"] as const;

/** What an office was reminded of and has not yet said that it saw. */
export function DoorMessages({
  messages,
  readOnly,
}: {
  messages: readonly OfficeMessageRow[];
  readOnly: boolean;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const unseen = messages.filter(({ seen }) => !seen);
  if (unseen.length === 0) return null;
  const words = (message: OfficeMessageRow) => {
    const day = formatJalali(message.sentOn, locale, "day-month");
    if (message.kind === "chase") return t("obligations.door.message.chase", { day, silent: message.silent });
    if (message.kind === "correction")
      return t("obligations.door.message.correction", { day, count: message.corrected });
    if (message.kind === "calendar")
      return t("obligations.door.message.calendar", { day, count: message.moved });
    const counts = {
      "due-soon": message.dueSoon,
      overdue: message.overdue,
      silent: message.silent,
      escalated: message.escalated,
    };
    const parts = PARTS.filter((part) => counts[part] > 0).map((part) =>
      t(`obligations.door.message.${part}`, { count: counts[part] }),
    );
    return `${t("obligations.door.message.reminder", { day })} ${listed(parts, locale)}`;
  };
  return (
    <section aria-label={t("obligations.door.messages")} className="mb-6">
      <Sheet>
        <h2 className="mb-2 text-item">{t("obligations.door.messages")}</h2>
        <ul className="flex flex-col gap-2 text-second">
          {unseen.map((message) => (
            <li key={message.id}>
              {words(message)}
              {message.note && (
                <span dir="auto" className="block text-ink-2">
                  {message.note}
                </span>
              )}
            </li>
          ))}
        </ul>
        {!readOnly && (
          <Form method="post" className="mt-3">
            <Button kind="secondary" size="touch">
              {t("obligations.door.seen")}
            </Button>
          </Form>
        )}
      </Sheet>
    </section>
  );
}
