import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/form/checkbox";
import { RadioGroup } from "~/ui/form/choice-group";
import { ComboBox } from "~/ui/form/combo-box";
import { FileField } from "~/ui/form/file-field";
import { PasswordField } from "~/ui/form/password-field";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { MobileField } from "~/ui/form/mobile-field";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

type Demand = {
  title: string;
  mobile: string;
  date: string;
  deadline: string;
  body: string;
  story: string;
  kind: string;
  sms: boolean;
  letter: string;
  office: string;
  password: string;
  file: File;
};

/** A form that came back with errors. */
export function FormSheet() {
  const t = useT();
  const [form, fields] = useForm<Demand>({
    id: "demand",
    lastResult: {
      status: "error",
      initialValue: {
        title: t("s.record-title"),
        mobile: "0911 370 12",
        date: "1404/12/30",
        kind: "request",
        deadline: "1405/10/19",
      },
      error: {
        mobile: ["form.mobile.invalid"],
        date: ["form.date.no-such-day"],
        story: ["form.too-long?max=2000"],
      },
    },
  });
  const labels = {
    title: t("s.title"),
    mobile: t("s.mobile"),
    date: t("s.date"),
    deadline: t("s.deadline"),
    body: t("s.body"),
    story: t("s.story"),
    kind: t("s.kind"),
    sms: t("s.sms"),
    letter: t("s.letter"),
    office: t("s.bodies"),
    password: t("s.name"),
    file: t("s.lists"),
  };
  const bodies = ["power", "water", "road"].map((key) => ({ value: key, label: t(`s.${key}`) }));
  return (
    <main className="mx-auto max-w-180 p-4 sm:p-8">
      <PageHeader
        title={t("s.send")}
        crumbs={[{ to: "/x", label: t("s.demands") }, { label: t("s.send") }]}
      />
      <Form form={form} labels={labels} requestId="0193" revision={3}>
        <TextField field={fields.title} />
        <MobileField field={fields.mobile} />
        <DateField field={fields.date} />
        <DateField
          field={fields.deadline}
          optional
          calendar={{
            weekend: [{ weekdays: [5, 6], from: "2020-01-01", to: null }],
            specialDays: [
              { day: "2026-12-23", name: t("s.holiday"), kind: "holiday", status: "confirmed" },
              { day: "2027-01-06", name: t("s.holiday"), kind: "holiday", status: "estimated" },
              { day: "2027-01-18", name: t("s.cold"), kind: "closure", status: "confirmed" },
            ],
          }}
        />
        <Select field={fields.body} options={bodies} />
        <ComboBox field={fields.office} options={bodies} optional />
        <PasswordField field={fields.password} aside={<a href="/forgot">{t("s.help")}</a>} />
        <FileField field={fields.file} optional />
        <TextField field={fields.letter} code width="medium" optional />
        <RadioGroup
          field={fields.kind}
          row
          choices={[
            { value: "request", label: t("s.request") },
            { value: "complaint", label: t("s.complaint") },
          ]}
        />
        <Checkbox field={fields.sms} />
        <TextArea field={fields.story} />
        <FormActions remaining={t("s.locked-why")}>
          <SubmitButton>{t("s.send")}</SubmitButton>
          <Button type="button">{t("ui.cancel")}</Button>
        </FormActions>
      </Form>
    </main>
  );
}
