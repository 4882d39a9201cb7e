import { daysBetween, formatJalali, todayIn } from "~/lib/jalali";
import { useLocale, useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import type { ObligationsKey } from "../messages";
import type { TurnRow } from "../steps/turns.server";

/** The finished turns of a continuous obligation: each was answered by itself, in time or late. */
export function TurnTable({ turns }: { turns: readonly TurnRow[] }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const day = (at: Date | string | null) => (at ? formatJalali(todayIn(new Date(at)), locale, "short") : "");
  if (turns.length === 0) return null;
  return (
    <Section title={t("obligations.turns")}>
      <Table
        caption={t("obligations.turns")}
        rows={turns}
        rowKey={(turn) => turn.id}
        columns={[
          {
            key: "due",
            header: t("obligations.turns.due"),
            cell: (turn) => (
              <>
                {formatJalali(turn.dueOn, locale, "short")}
                {turn.firstDueOn !== turn.dueOn && (
                  <span className="block text-meta text-ink-3">
                    {t("obligations.turns.first", { day: formatJalali(turn.firstDueOn, locale, "short") })}
                  </span>
                )}
              </>
            ),
          },
          { key: "reported", header: t("obligations.turns.reported"), cell: (turn) => day(turn.reportedAt) },
          { key: "verified", header: t("obligations.turns.verified"), cell: (turn) => day(turn.verifiedAt) },
          {
            key: "late",
            header: t("obligations.column.late"),
            cell: (turn) => {
              const late = daysBetween(turn.dueOn, todayIn(new Date(turn.reportedAt ?? turn.verifiedAt)));
              return late > 0 ? t("obligations.turns.late", { count: late }) : t("obligations.turns.on-time");
            },
          },
        ]}
      />
    </Section>
  );
}
