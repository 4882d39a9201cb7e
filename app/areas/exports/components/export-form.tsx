import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import type { UiKey } from "~/ui/messages";
import { LinkButton } from "~/ui/link-button";
import { EXPORT_FORMATS, isPaper, MOST_PAPER_ROWS, MOST_ROWS, type ExportFormat } from "../choices";
import type { ExportsKey } from "../messages";

/** Asks for the format, and for the reason where the list holds persons. */
export function ExportForm({
  isPersonal,
  isForm,
  formats = EXPORT_FORMATS,
  requestId,
  answer,
  back,
}: {
  isPersonal: boolean;
  /** To be filled in by hand: a page to print, before anything else. */
  isForm: boolean;
  formats?: readonly ExportFormat[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<ExportsKey | UiKey>();
  const [form, fields] = useForm<{ format: string; reason: string }>({
    lastResult: answer?.result,
    defaultValue: { format: isForm ? "pdf" : "xlsx" },
  });
  const labels = { format: t("exports.format"), reason: t("exports.reason") };
  return (
    <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
      <RadioGroup
        field={fields.format}
        choices={formats.map((kind) => ({ value: kind, label: t(`exports.format.${kind}`) }))}
      />
      {isPersonal && <TextArea field={fields.reason} rows={3} help={t("exports.reason.help")} />}
      <p className="text-second text-ink-3">
        {formats.some(isPaper)
          ? t("exports.note", { most: MOST_ROWS, paper: MOST_PAPER_ROWS })
          : t("exports.note.sheet", { most: MOST_ROWS })}
      </p>
      <FormActions>
        <SubmitButton>{t("exports.take")}</SubmitButton>
        <LinkButton kind="quiet" to={back}>
          {t("ui.cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}
