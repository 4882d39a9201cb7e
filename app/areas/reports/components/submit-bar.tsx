import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/form/checkbox";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { DateText } from "~/ui/date-text";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import type { ReportsKey } from "../messages";
import type { ReportView } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";

const ID = "submit";

/** The foot of a report: the limit, what is left to do, and the locked or open button. */
export function SubmitBar({
  view,
  maySubmit,
  isRunning,
  requestId,
  answered,
}: {
  view: ReportView;
  maySubmit: boolean;
  isRunning: boolean;
  requestId: string;
  answered: Answered;
}) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const mine = answerTo(answered, ID);
  const [form, fields] = useForm<{ attest: string }>({ id: ID, lastResult: mine?.result });
  const { head, left } = view;
  const missing = [
    left && left.openChildren > 0 && t("reports.submit.left.children", { count: left.openChildren }),
    left &&
      left.unwritten.length > 0 &&
      t(view.children.length > 0 ? "reports.submit.left.summary" : "reports.submit.left.unwritten", {
        count: left.unwritten.length,
      }),
    isRunning && t("reports.submit.left.running"),
  ].filter((one): one is string => typeof one === "string");
  const words = t(head.submission > 0 ? "reports.submit.again" : "reports.submit");
  const mayPress = maySubmit && missing.length === 0;
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={head.revision}
      refusal={mine?.refusal}
      labels={mayPress ? { attest: t("reports.submit.attest") } : {}}
      warn={false}
      layout="none"
    >
      <input type="hidden" name="intent" value="submit" />
      <input type="hidden" name="form" value={ID} />
      <input type="hidden" name="reportId" value={head.id} />
      <FormActions
        sticky
        remaining={
          <>
            <span className="block font-semibold text-ink">
              {t(head.submission > 0 ? "reports.due.again" : "reports.due")}{" "}
              <DateText iso={head.dueOn} style="weekday" />
            </span>
            <span className="block text-meta">
              {!maySubmit
                ? t("reports.submit.role")
                : mayPress
                  ? t("reports.submit.ready")
                  : t("reports.submit.left", { left: listed(missing, locale) })}
            </span>
          </>
        }
      >
        {mayPress && (
          <>
            <Checkbox field={fields.attest} />
            <SubmitButton icon="send" mirrorIcon>
              {words}
            </SubmitButton>
          </>
        )}
        {maySubmit && !mayPress && <Button lockedReason="">{words}</Button>}
      </FormActions>
    </Form>
  );
}
