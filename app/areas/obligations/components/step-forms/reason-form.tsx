import { useForm } from "@conform-to/react";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import type { Act } from "../../lifecycle";
import type { ObligationsKey } from "../../messages";
import { StepSheet, type Common } from "./step-sheet";

export function ReasonForm({ act, ...common }: Common & { act: Act }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ note: string }>({ id: act, lastResult: common.answer?.result });
  return (
    <StepSheet {...common} act={act} form={form} labels={{ note: t("obligations.form.reason") }}>
      <TextArea field={fields.note} rows={3} maxLength={4000} />
    </StepSheet>
  );
}
