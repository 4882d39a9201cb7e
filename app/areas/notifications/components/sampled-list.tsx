import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import type { SampledRow } from "../centre.server";
import type { NotificationKey } from "../messages";
import { smsSize } from "../sms-text";

const isFa = (text: string) => /[\u0600-\u06ff]/.test(text);

/** Messages as their receivers would hold them: a phone's bubble, a letter with its subject. */
export function SampledList({ rows, base }: { rows: readonly SampledRow[]; base: string }) {
  const t = useT<NotificationKey>();
  return (
    <ul className="flex max-w-180 flex-col gap-4">
      {rows.map((row) => (
        <li key={row.id} className="rounded-card border border-line-2 bg-sheet p-4">
          <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-second text-ink-3">
            <Chip icon={row.channel === "sms" ? "message-circle" : "mail"}>
              {t(`notifications.channel.${row.channel}`)}
            </Chip>
            <Code>{row.address}</Code>
            <Link
              to={`${base}/${row.messageId}`}
              className="inline-flex min-h-6 items-center hover:text-teal"
            >
              <InstantText instant={row.at} style="short" />
            </Link>
            {row.channel === "sms" && (
              <span>{t("notifications.sampled.parts", { parts: smsSize(row.body).parts })}</span>
            )}
          </div>
          {row.subject && <p className="mb-1 text-item">{row.subject}</p>}
          <p dir={isFa(row.body) ? "rtl" : "ltr"} className="whitespace-pre-line text-body wrap-anywhere">
            {row.body}
          </p>
        </li>
      ))}
    </ul>
  );
}
