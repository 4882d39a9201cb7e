import { useForm } from "@conform-to/react";
import { GROUPS_OF_FIVE } from "~/areas/bodies/choices";
import type { FormResult } from "~/kernel/http.server";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf, wordOf } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { SEATS } from "../choices";
import { memberTexts, typedDays } from "../form-texts";
import type { CouncilsKey, FiveKey } from "../messages";
import type { MemberRow } from "../queries.server";

type Fields = {
  seat: string;
  name: string;
  roleTitle: string;
  officeId: string;
  groupOfFive: string;
  orderNumber: string;
  startsOn: string;
  endsOn: string;
};

/** Seats somebody in a council, or mends a seat when `member` is given. */
export function MemberForm({
  member,
  offices,
  startsOn,
  requestId,
  answer,
  back,
}: {
  member?: MemberRow;
  offices: readonly { id: string; nameFa: string; nameEn: string }[];
  /** The day with which a new seat begins, as the field takes it. */
  startsOn?: string;
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<CouncilsKey | FiveKey | UiKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: member ? typedDays(memberTexts(member), locale) : { seat: "member", startsOn },
  });
  const labels = {
    seat: t("councils.col.seat"),
    name: t("councils.field.name"),
    roleTitle: t("councils.field.role"),
    officeId: t("councils.field.office"),
    groupOfFive: t("councils.field.five"),
    orderNumber: t("councils.col.order"),
    startsOn: t("councils.col.from"),
    endsOn: t("councils.col.to"),
  };
  const { refusal } = answer ?? {};
  const theirs = theirTextsOf(refusal?.theirs && typedDays(refusal.theirs, locale), labels, {
    words: {
      seat: (saved) => wordOf(SEATS, saved, (seat) => t(`councils.seat.${seat}`)),
      groupOfFive: (saved) => wordOf(GROUPS_OF_FIVE, saved, (five) => t(`bodies.five.${five}`)),
      officeId: (saved) => {
        const office = offices.find(({ id }) => id === saved);
        return office && named(office);
      },
    },
  });
  return (
    <div className="max-w-160">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={member?.revision}
        refusal={refusal}
        theirs={theirs}
      >
        <RadioGroup
          field={fields.seat}
          row
          choices={SEATS.map((seat) => ({ value: seat, label: t(`councils.seat.${seat}`) }))}
        />
        <TextField field={fields.name} width="medium" autoFocus={!member} />
        <TextField field={fields.roleTitle} width="medium" />
        <Select
          field={fields.officeId}
          optional
          width="medium"
          empty={t("councils.field.office.none")}
          options={offices.map((office) => ({ value: office.id, label: named(office) }))}
        />
        <Select
          field={fields.groupOfFive}
          optional
          width="medium"
          help={t("councils.field.five.help")}
          empty={t("councils.field.five.none")}
          options={GROUPS_OF_FIVE.map((five) => ({ value: five, label: t(`bodies.five.${five}`) }))}
        />
        <TextField field={fields.orderNumber} optional letterNumber width="medium" />
        <DateField field={fields.startsOn} />
        <DateField field={fields.endsOn} optional help={t("councils.field.ends.help")} />
        <FormActions>
          <SubmitButton>{t(member ? "councils.save" : "councils.member.seat")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
