import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali } from "~/lib/jalali";
import { Checkbox } from "~/ui/form/checkbox";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { Section } from "~/ui/section";
import type { OfficeFacts } from "../directory.server";
import type { BodiesKey } from "../messages";
import { officeWords } from "../office-words";

type Fields = {
  nameFa: string;
  nameEn: string;
  headName: string;
  headSince: string;
  prName: string;
  prOrderNumber: string;
  prOrderedOn: string;
  prUntil: string;
  adviserOrderNumber: string;
  adviserOrderedOn: string;
  phone: string;
  address: string;
  counterHours: string;
  website: string;
  email: string;
  messenger: string;
  pageText: string;
  confirmPage: string;
};

/** What an office says of itself: its name, its people, how it is reached, and the text of its public page. */
export function OfficeForm({
  office,
  requestId,
  answer,
  back,
}: {
  office: OfficeFacts;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<BodiesKey | UiKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: officeWords(office, (day) => typedJalali(day, locale)),
  });
  const labels = {
    nameFa: t("bodies.name-fa"),
    nameEn: t("bodies.name-en"),
    headName: t("bodies.head"),
    headSince: t("bodies.head.since"),
    prName: t("bodies.pr.name"),
    prOrderNumber: t("bodies.pr.order"),
    prOrderedOn: t("bodies.pr.ordered-on"),
    prUntil: t("bodies.pr.until"),
    adviserOrderNumber: t("bodies.adviser.order"),
    adviserOrderedOn: t("bodies.adviser.ordered-on"),
    phone: t("bodies.phone"),
    address: t("bodies.address"),
    counterHours: t("bodies.hours"),
    website: t("bodies.website"),
    email: t("bodies.email"),
    messenger: t("bodies.messenger"),
    pageText: t("bodies.page-text"),
    confirmPage: t("bodies.page-confirm"),
  };
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={office.revision}
        refusal={answer?.refusal}
        layout="none"
      >
        <Part title={t("bodies.form.office")}>
          <TextField field={fields.nameFa} />
          <TextField field={fields.nameEn} optional help={t("bodies.name-en.help")} />
        </Part>
        <Part title={t("bodies.form.people")}>
          <TextField field={fields.headName} optional width="medium" />
          <DateField field={fields.headSince} optional help={t("bodies.head.since.help")} />
          <TextField field={fields.prName} optional width="medium" />
          <TextField field={fields.prOrderNumber} optional letterNumber width="medium" />
          <DateField field={fields.prOrderedOn} optional />
          <DateField field={fields.prUntil} optional />
          <TextField field={fields.adviserOrderNumber} optional letterNumber width="medium" />
          <DateField field={fields.adviserOrderedOn} optional />
        </Part>
        <Part title={t("bodies.form.contact")}>
          <TextField field={fields.phone} optional digits width="medium" help={t("bodies.phone.help")} />
          <TextField field={fields.address} optional />
          <TextField field={fields.counterHours} optional />
          <TextField field={fields.website} optional code width="medium" />
          <TextField field={fields.email} optional code width="medium" />
          <TextField field={fields.messenger} optional width="medium" />
        </Part>
        <Part title={t("bodies.form.page")}>
          <TextArea field={fields.pageText} optional rows={5} help={t("bodies.page-text.help")} />
          {office.pageText && <Checkbox field={fields.confirmPage} />}
        </Part>
        <FormActions>
          <SubmitButton>{t("bodies.office.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Section title={title}>
      <div className="flex flex-col gap-4">{children}</div>
    </Section>
  );
}
