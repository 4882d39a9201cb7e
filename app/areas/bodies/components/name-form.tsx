import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { NAME_KINDS } from "../choices";
import type { BodiesKey } from "../messages";

type Fields = { written: string; kind: string; validFrom: string; validTo: string };

/** Gives a body a further written form. */
export function NameForm({ requestId, answer }: { requestId: string; answer: FormResult | undefined }) {
  const t = useT<BodiesKey>();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: { kind: "spelling" },
  });
  const labels = {
    written: t("bodies.names.written"),
    kind: t("bodies.names.kind"),
    validFrom: t("bodies.names.from"),
    validTo: t("bodies.names.to"),
  };
  return (
    <div className="max-w-160">
      <Form form={form} labels={labels} requestId={requestId} refusal={answer?.refusal}>
        <TextField field={fields.written} />
        <Select
          field={fields.kind}
          width="medium"
          empty={false}
          options={NAME_KINDS.map((kind) => ({ value: kind, label: t(`bodies.names.kind.${kind}`) }))}
        />
        <DateField field={fields.validFrom} optional />
        <DateField field={fields.validTo} optional />
        <FormActions>
          <SubmitButton icon="plus">{t("bodies.names.add")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
