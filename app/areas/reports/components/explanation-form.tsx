import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { formatNumber, formatPercent } from "~/ui/numbers";
import { Notice } from "~/ui/notice";
import type { ReportsKey } from "../messages";
import type { FigureRow } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";
import { figureWords } from "./figure-text";

/** A figure far from its earlier quarters asks for one sentence; it accuses nobody and changes nothing. */
export function ExplanationForm({
  row,
  reportId,
  requestId,
  answered,
}: {
  row: FigureRow;
  reportId: string;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const id = `explain-${row.code}`;
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ text: string }>({
    id,
    lastResult: mine?.result,
    defaultValue: { text: row.explanation },
  });
  const middle = row.jump?.median ?? 0;
  return (
    <Notice
      kind="saffron"
      title={t("reports.jump", {
        name: locale === "fa" ? row.nameFa : row.nameEn,
        value: figureWords(row.figure, locale),
        median:
          row.figure.denominator === null ? formatNumber(middle, locale, 1) : formatPercent(middle, locale),
      })}
    >
      <div className="mt-2">
        <Form
          form={form}
          requestId={requestId}
          revision={row.explanationRevision}
          refusal={mine?.refusal}
          labels={{ text: t("reports.jump.label") }}
        >
          <input type="hidden" name="intent" value="explain" />
          <input type="hidden" name="form" value={id} />
          <input type="hidden" name="reportId" value={reportId} />
          <input type="hidden" name="indicatorCode" value={row.code} />
          <TextArea field={fields.text} rows={2} maxLength={600} />
          <div>
            <Button size="small">{t("reports.jump.save")}</Button>
          </div>
        </Form>
      </div>
    </Notice>
  );
}
