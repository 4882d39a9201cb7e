import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { FileField } from "~/ui/form/file-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { findingTexts } from "../form-texts";
import type { VisitsKey } from "../messages";
import type { Finding } from "../queries.server";

/**
 * What was found: words, where, and a picture taken there. With `finding` its words are mended; the picture stays.
 * @param mb the largest file that is taken.
 */
export function FindingForm({
  finding,
  mb,
  requestId,
  answer,
  back,
}: {
  finding?: Finding;
  mb: number;
  requestId: string;
  answer: FormResult | undefined;
  back?: string;
}) {
  const t = useT<VisitsKey | UiKey>();
  const [form, fields] = useForm<{ text: string; spot: string; file: string }>({
    id: "finding",
    lastResult: answer?.result,
    ...(finding && { defaultValue: findingTexts(finding) }),
  });
  const labels = {
    text: t("visits.finding.text"),
    spot: t("visits.finding.spot"),
    file: t("visits.finding.file"),
  };
  const { refusal } = answer ?? {};
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={finding?.revision}
      refusal={refusal}
      theirs={theirTextsOf(refusal?.theirs, labels)}
      files={!finding}
    >
      <TextArea field={fields.text} rows={3} maxLength={1000} />
      <TextField field={fields.spot} optional maxLength={160} />
      {!finding && (
        <FileField
          field={fields.file}
          optional
          accept="image/png,image/jpeg,.pdf"
          help={t("visits.finding.file.help", { mb })}
        />
      )}
      <FormActions>
        <SubmitButton name="intent" value="finding" kind={finding ? "primary" : "secondary"} icon="plus">
          {t(finding ? "visits.save" : "visits.finding.add")}
        </SubmitButton>
        {back && (
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        )}
      </FormActions>
    </Form>
  );
}
