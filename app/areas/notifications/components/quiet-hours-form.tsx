import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import type { HeldQuiet } from "../hours.server";
import type { NotificationKey } from "../messages";

/** Says between which hours what is not urgent waits on one channel of a place. */
export function QuietHoursForm({
  held,
  requestId,
  answer,
}: {
  held: HeldQuiet;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<NotificationKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Record<"from" | "to" | "onClosedDays", string>>({
    id: `quiet-${held.channel}`,
    lastResult: answer?.result,
    defaultValue: {
      from: localDigits(held.from, locale),
      to: localDigits(held.to, locale),
      onClosedDays: held.onClosedDays ? "waits" : "goes",
    },
  });
  const labels: Record<string, string> = {
    from: t("notifications.quiet.from"),
    to: t("notifications.quiet.to"),
    onClosedDays: t("notifications.quiet.closed-days"),
  };
  const options = (["waits", "goes"] as const).map((value) => ({
    value,
    label: t(`notifications.quiet.closed-days.${value}`),
  }));
  const theirs = Object.entries(answer?.refusal?.theirs ?? {}).map(([name, saved]) => {
    const value = name === "onClosedDays" ? String(saved) : localDigits(String(saved), locale);
    const shown = options.find((one) => one.value === value)?.label ?? value;
    return { name, label: labels[name] ?? name, value, shown };
  });
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      refusal={answer?.refusal}
      revision={held.revision}
      theirs={theirs}
    >
      <input type="hidden" name="channel" value={held.channel} />
      <div className="grid grid-cols-2 items-start gap-4">
        <TextField field={fields.from} digits />
        <TextField field={fields.to} digits />
      </div>
      <Select field={fields.onClosedDays} options={options} />
      <FormActions>
        <SubmitButton kind="secondary">{t("notifications.quiet.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
