import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";

/** Ends a series with one press. */
export function EndSeriesForm({
  revision,
  requestId,
  answer,
}: {
  revision: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const [form] = useForm({ id: "end-series", lastResult: answer?.result });
  return (
    <Form form={form} requestId={requestId} revision={revision} refusal={answer?.refusal} warn={false}>
      <p className="text-second text-ink-2">{t("calling.series.end.text")}</p>
      <div>
        <SubmitButton name="intent" value="end" kind="danger-outline" icon="circle-slash">
          {t("calling.series.end")}
        </SubmitButton>
      </div>
    </Form>
  );
}
