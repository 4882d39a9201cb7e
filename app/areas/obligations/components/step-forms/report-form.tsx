import { useForm } from "@conform-to/react";
import { FileField } from "~/ui/form/file-field";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { StepSheet, type Common } from "./step-sheet";

export function ReportForm({
  unfinished,
  records,
  ...common
}: Common & { unfinished: number; records: boolean }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Record<"text" | "letterNumber" | "record" | "file" | "word", string>>({
    id: "report-done",
    lastResult: common.answer?.result,
  });
  return (
    <StepSheet
      {...common}
      act="report-done"
      form={form}
      labels={{
        text: t("obligations.form.text"),
        letterNumber: t("obligations.form.letter"),
        record: t("obligations.form.record"),
        file: t("obligations.form.file"),
        word: t("obligations.form.word"),
      }}
      files
    >
      <p className="text-second text-ink-2">{t("obligations.form.evidence-any")}</p>
      <TextArea field={fields.text} optional maxLength={4000} />
      <TextField field={fields.letterNumber} optional letterNumber width="medium" maxLength={100} />
      <FileField
        field={fields.file}
        optional
        accept="image/png,image/jpeg,application/pdf"
        help={t("obligations.form.file.help")}
      />
      {records && (
        <TextField
          field={fields.record}
          optional
          code
          maxLength={300}
          help={t("obligations.form.record.help")}
        />
      )}
      {unfinished > 0 && (
        <TextArea
          field={fields.word}
          rows={2}
          maxLength={4000}
          help={t("obligations.form.word.help", { count: unfinished })}
        />
      )}
    </StepSheet>
  );
}
