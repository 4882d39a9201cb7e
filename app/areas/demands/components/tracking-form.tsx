import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import type { DemandKey } from "../messages";

/** Asks for the sixteen digits of a slip. */
export function TrackingForm({ answer }: { answer: FormResult | undefined }) {
  const t = useT<DemandKey>();
  const [form, fields] = useForm<{ code: string }>({ id: "track", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ code: t("demands.track.code") }}
      action="/t"
      warn={false}
      refusal={answer?.refusal}
    >
      <TextField field={fields.code} code digits width="medium" autoComplete="off" />
      <span>
        <SubmitButton>{t("demands.track.open")}</SubmitButton>
      </span>
    </Form>
  );
}
