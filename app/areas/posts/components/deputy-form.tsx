import { useForm } from "@conform-to/react";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { MobileField } from "~/ui/form/mobile-field";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import type { PostsKey } from "../messages";
import type { Refused } from "./appoint-form";

/** The form by which somebody acts for a post from day to day. */
export function DeputyForm({
  answer,
  requestId,
  startsOn,
  isVacant,
}: {
  answer?: Refused;
  requestId: string;
  /** Today, as the form begins with it. */
  startsOn: string;
  isVacant: boolean;
}) {
  const t = useT<PostsKey>();
  const [form, fields] = useForm<{
    fullName: string;
    mobile: string;
    orderNumber: string;
    startsOn: string;
    endsOn: string;
  }>({ lastResult: answer?.result, defaultValue: { startsOn } });
  const labels = {
    fullName: t("posts.field.full-name"),
    mobile: t("posts.field.mobile"),
    startsOn: t("posts.deputy.starts"),
    endsOn: t("posts.deputy.ends"),
    orderNumber: t("posts.deputy.order"),
  };
  return (
    <div className="max-w-160">
      <p className="mb-2 text-second text-ink-2">
        {t(isVacant ? "posts.deputy.lead.vacant" : "posts.deputy.lead")}
      </p>
      {!isVacant && <p className="mb-5 text-second text-ink-2">{t("posts.deputy.pair")}</p>}
      <Form form={form} labels={labels} requestId={requestId}>
        <TextField field={fields.fullName} width="medium" />
        <MobileField field={fields.mobile} help={t("posts.field.mobile.help")} />
        <DateField field={fields.startsOn} />
        <DateField field={fields.endsOn} help={t("posts.deputy.ends.help")} />
        <TextField
          field={fields.orderNumber}
          optional
          letterNumber
          width="medium"
          help={t("posts.deputy.order.help")}
        />
        <FormActions>
          <SubmitButton>{t("posts.deputy.do")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}

/** The button that ends a deputyship before its last day. */
export function EndDeputyForm({
  answer,
  requestId,
  revision,
}: {
  answer?: Refused;
  requestId: string;
  revision: number;
}) {
  const t = useT<PostsKey>();
  const [form] = useForm({ lastResult: answer?.result });
  return (
    <div className="max-w-160">
      <p className="mb-5 text-second text-ink-2">{t("posts.deputy.end.lead")}</p>
      <Form form={form} requestId={requestId} revision={revision} warn={false}>
        <FormActions>
          <SubmitButton kind="danger">{t("posts.deputy.end.do")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
