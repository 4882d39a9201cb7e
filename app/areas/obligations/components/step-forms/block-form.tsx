import { useForm } from "@conform-to/react";
import { TextArea } from "~/ui/form/text-area";
import { Select, type Option } from "~/ui/form/select";
import { useT } from "~/ui/i18n";
import type { ObligationsKey } from "../../messages";
import { StepSheet, type Common } from "./step-sheet";

export function BlockForm({ obstacles, ...common }: Common & { obstacles: readonly Option[] }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Record<"note" | "obstacleId", string>>({
    id: "block",
    lastResult: common.answer?.result,
  });
  return (
    <StepSheet
      {...common}
      act="block"
      form={form}
      labels={{ note: t("obligations.form.block-reason"), obstacleId: t("obligations.form.obstacle") }}
    >
      <TextArea field={fields.note} rows={3} maxLength={4000} />
      {obstacles.length > 0 && (
        <Select
          field={fields.obstacleId}
          optional
          options={obstacles}
          help={t("obligations.form.obstacle.help")}
        />
      )}
    </StepSheet>
  );
}
