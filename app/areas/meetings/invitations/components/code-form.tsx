import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";

/** Says by the code of the meeting that one is there. */
export function CodeForm({ requestId, answer }: { requestId: string; answer: FormResult | undefined }) {
  const t = useT<MeetingsKey>();
  const [form, fields] = useForm<{ code: string }>({ id: "code", lastResult: answer?.result });
  return (
    <Form
      form={form}
      labels={{ code: t("meetings.i.code") }}
      requestId={requestId}
      refusal={answer?.refusal}
      warn={false}
    >
      <input type="hidden" name="do" value="code" />
      <TextField field={fields.code} digits width="short" help={t("meetings.i.code.help")} />
      <div>
        <SubmitButton size="touch" wide>
          {t("meetings.i.code.do")}
        </SubmitButton>
      </div>
    </Form>
  );
}
