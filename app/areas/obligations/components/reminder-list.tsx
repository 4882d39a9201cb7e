import { formatJalali, type IsoDate } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { ObligationsKey } from "../messages";

const KINDS = ["chase", "due-soon", "overdue", "silent", "escalated", "correction", "calendar"] as const;

/** When and why the office was reminded of it. */
export function ReminderList({
  reminders,
}: {
  reminders: readonly { kind: string; mark: string; sentOn: IsoDate; seen: boolean }[];
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  if (reminders.length === 0) return null;
  return (
    <Section title={t("obligations.reminders")}>
      <ul className="flex flex-col gap-1 text-second">
        {reminders.map(({ kind, mark, sentOn, seen }) => {
          const known = KINDS.find((one) => one === kind);
          return (
            <li key={`${kind} ${mark}`} className="flex flex-wrap gap-x-3">
              <span className="text-ink-3">{formatJalali(sentOn, locale, "short")}</span>
              <span>{known && t(`obligations.reminder.${known}`)}</span>
              {seen && <span className="text-ink-3">{t("obligations.reminder.seen")}</span>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
