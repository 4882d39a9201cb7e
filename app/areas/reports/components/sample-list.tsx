import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { DateText } from "~/ui/date-text";
import { Icon } from "~/ui/icon";
import { useT } from "~/ui/i18n";
import { Section } from "~/ui/section";
import type { ReportsKey } from "../messages";
import type { ReportHead } from "../queries/report-page.server";
import type { SampledRecord } from "../queries/sample.server";

/** The records that whoever approves has before him first: each opens by a press that notes it as seen. */
export function SampleList({
  sample,
  head,
  requestIds,
}: {
  sample: readonly SampledRecord[];
  head: ReportHead;
  /** One for each press. */
  requestIds: readonly string[];
}) {
  const t = useT<ReportsKey>();
  const seen = sample.filter(({ isSeen }) => isSeen).length;
  return (
    <Section
      title={t("reports.sample")}
      level={3}
      note={t("reports.sample.note", { seen, count: sample.length })}
    >
      <p className="mb-2 text-meta text-ink-3">{t("reports.sample.help")}</p>
      <ul className="border-t border-line">
        {sample.map((record, index) => (
          <li key={record.id} className="flex flex-col gap-1 border-b border-line py-2 text-second">
            <span className="flex min-w-0 items-start gap-2">
              {record.day && (
                <span className="w-20 shrink-0 text-meta text-ink-3">
                  <DateText iso={record.day} style="day-month" />
                </span>
              )}
              <bdi className="min-w-0">{record.label ?? t("reports.sample.gone")}</bdi>
            </span>
            <Form method="post" className="flex items-center gap-3">
              <input type="hidden" name="intent" value="see" />
              <input type="hidden" name="requestId" value={requestIds[index]} />
              <input type="hidden" name="divisionId" value={head.divisionId} />
              <input type="hidden" name="reportId" value={head.id} />
              <input type="hidden" name="recordId" value={record.id} />
              <Button size="small" kind={record.isSeen ? "quiet" : undefined}>
                {t("reports.sample.open")}
                <span className="sr-only">: {record.label}</span>
              </Button>
              {record.isSeen && (
                <span className="inline-flex items-center gap-1 text-meta text-teal">
                  <Icon of="check" size={15} />
                  {t("reports.sample.seen")}
                </span>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
