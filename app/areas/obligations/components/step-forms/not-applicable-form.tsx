import { useForm } from "@conform-to/react";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { ChildrenFate, useEndLabels, type EndFields } from "./children-fate";
import { StepSheet, type Common } from "./step-sheet";

export function NotApplicableForm({ unfinished, ...common }: Common & { unfinished: number }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ note: string } & EndFields>({
    id: "set-not-applicable",
    lastResult: common.answer?.result,
    defaultValue: { children: "withdraw" },
  });
  return (
    <StepSheet
      {...common}
      act="set-not-applicable"
      form={form}
      labels={useEndLabels({ note: t("obligations.form.reason") })}
    >
      <TextArea field={fields.note} rows={3} maxLength={4000} />
      <ChildrenFate fields={fields} unfinished={unfinished} />
    </StepSheet>
  );
}
