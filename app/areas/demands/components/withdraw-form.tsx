import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { TextArea } from "~/ui/form/text-area";
import { useT } from "~/ui/i18n";
import type { DemandKey } from "../messages";

/** Closes a demand that its citizen took back; asks why, because it cannot be undone. */
export function WithdrawForm({
  revision,
  requestId,
  answer,
}: {
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<DemandKey>();
  const [form, fields] = useForm<{ reason: string }>({ id: "withdraw", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ reason: t("demands.withdraw.reason") }}
      requestId={requestId}
      revision={revision}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="intent" value="withdraw" />
      <TextArea field={fields.reason} rows={2} />
      <span>
        <Button kind="danger-outline">{t("demands.withdraw")}</Button>
      </span>
    </Form>
  );
}
