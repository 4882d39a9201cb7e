import { useForm } from "@conform-to/react";
import type { SubmissionResult } from "@conform-to/react";
import { isIsoDate, typedJalali, type IsoDate } from "~/lib/jalali";
import { CopyLine } from "~/ui/copy-line";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { MobileField } from "~/ui/form/mobile-field";
import { Select, type Option } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import type { RefusalFace } from "~/ui/form/form-context";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import type { PostsKey } from "../messages";

/** What the forms of appointments need of a refused submit. */
export type Refused = {
  result: SubmissionResult<string[]>;
  refusal?: RefusalFace;
};

/** A link that was made: shown once, or said to have been shown. */
export function IssuedLink({ link }: { link: string | undefined }) {
  const t = useT<PostsKey>();
  if (link === undefined) return <Notice kind="saffron" live title={t("posts.link.repeated")} />;
  return (
    <div className="flex flex-col gap-3">
      <p>{t("posts.appointed.link")}</p>
      <CopyLine text={link} label={t("posts.link")} />
      <p className="text-meta text-ink-3">{t("posts.link.shown-once")}</p>
    </div>
  );
}

export type Appointed = {
  name: string;
  /** The one-time link, where one was made. */
  link?: string;
  /** The name that the number's account carries, where it is another one. */
  known?: string;
};

/** After an appointment, or after a deputy was named: what happened, the link once, and the way back. */
export function AppointedNotice({
  appointed,
  back,
  as = "posts.appointed",
}: {
  /** The sentence that says what happened. */
  as?: "posts.appointed" | "posts.deputy.named";
  appointed: Appointed;
  back: { to: string; label: string };
}) {
  const t = useT<PostsKey>();
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <Notice kind="info" live title={t(as, { name: appointed.name })}>
        {appointed.link === undefined ? t("posts.appointed.no-link") : null}
      </Notice>
      {appointed.known !== undefined && (
        <Notice kind="saffron" title={t("posts.appointed.known", { name: appointed.known })} />
      )}
      {appointed.link !== undefined && <IssuedLink link={appointed.link} />}
      <p>
        <LinkButton to={back.to}>{back.label}</LinkButton>
      </p>
    </div>
  );
}

/** The form by which a person gets a post. */
export function AppointForm({
  answer,
  requestId,
  startsOn,
  kinds,
}: {
  answer?: Refused;
  requestId: string;
  /** Today, as the form begins with it. */
  startsOn: string;
  /** Posts of which one is chosen here, where the address does not name it. */
  kinds?: { label: string; chosen: string; options: readonly Option[] };
}) {
  const t = useT<PostsKey>();
  const [form, fields] = useForm<{
    fullName: string;
    mobile: string;
    orderNumber: string;
    startsOn: string;
    endsOn: string;
    kind: string;
  }>({ lastResult: answer?.result, defaultValue: { startsOn, ...(kinds && { kind: kinds.chosen }) } });
  const labels = {
    fullName: t("posts.field.full-name"),
    mobile: t("posts.field.mobile"),
    orderNumber: t("posts.field.order"),
    startsOn: t("posts.field.starts"),
    endsOn: t("posts.field.ends"),
    ...(kinds && { kind: kinds.label }),
  };
  return (
    <div className="max-w-160">
      <p className="mb-5 text-second text-ink-2">{t("posts.appoint.lead")}</p>
      <Form form={form} labels={labels} requestId={requestId}>
        {kinds && <Select field={fields.kind} width="medium" empty={false} options={kinds.options} />}
        <TextField field={fields.fullName} width="medium" />
        <MobileField field={fields.mobile} help={t("posts.field.mobile.help")} />
        <TextField field={fields.orderNumber} letterNumber width="medium" />
        <DateField field={fields.startsOn} />
        <DateField field={fields.endsOn} optional help={t("posts.field.ends.help")} />
        <FormActions>
          <SubmitButton>{t("posts.appoint.do")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}

/** The form by which an appointment ends. */
export function EndForm({
  answer,
  requestId,
  revision,
  endsOn,
}: {
  answer?: Refused;
  requestId: string;
  revision: number;
  endsOn: string;
}) {
  const t = useT<PostsKey>();
  const [form, fields] = useForm<{ endsOn: string; reason: string }>({
    lastResult: answer?.result,
    defaultValue: { endsOn },
  });
  const labels = { endsOn: t("posts.field.ended"), reason: t("posts.field.reason") };
  const { locale } = useLocale();
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs, labels).map((text) =>
    isIsoDate(text.value ?? "") ? { ...text, value: typedJalali(text.value as IsoDate, locale) } : text,
  );
  return (
    <div className="max-w-160">
      <p className="mb-5 text-second text-ink-2">{t("posts.end.lead")}</p>
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={revision}
        refusal={refusal}
        theirs={theirs}
      >
        <DateField field={fields.endsOn} help={t("posts.field.ended.help")} />
        <TextArea field={fields.reason} rows={3} maxLength={300} />
        <FormActions>
          <SubmitButton kind="danger">{t("posts.end.do")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}

/** The button that makes a new password link for a holder. */
export function LinkForm({ answer, requestId }: { answer?: Refused; requestId: string }) {
  const t = useT<PostsKey>();
  const [form] = useForm({ lastResult: answer?.result });
  return (
    <div className="max-w-160">
      <p className="mb-5 text-second text-ink-2">{t("posts.link.lead")}</p>
      <Form form={form} requestId={requestId} warn={false}>
        <FormActions>
          <SubmitButton>{t("posts.link.do")}</SubmitButton>
        </FormActions>
      </Form>
    </div>
  );
}
