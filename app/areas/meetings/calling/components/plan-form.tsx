import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { MeetingsKey } from "../../messages";
import type { PlanChoices } from "../plan-choices.server";
import type { Calling } from "../planned.server";
import { planOptions } from "./plan-options";
import { CouncilField, PostFields, theirPlan, useDigits, WhereFields } from "./shared-fields";

type Fields = Record<
  | "typeCode"
  | "councilId"
  | "title"
  | "heldOn"
  | "startsAt"
  | "endsAt"
  | "roomId"
  | "place"
  | "chairPostId"
  | "chairName"
  | "secretaryPostId"
  | "hostOfficeId",
  string
>;

/** Plans a meeting, or changes a draft when `meeting` is given. */
export function PlanForm({
  meeting,
  choices,
  start,
  requestId,
  answer,
  back,
}: {
  meeting?: Calling;
  choices: PlanChoices;
  /** `council`: whose session is called. */
  start: { typeCode: string; heldOn: IsoDate; council?: PlanChoices["councils"][number] };
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const digits = useDigits();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: meeting
      ? {
          typeCode: meeting.typeCode ?? "",
          councilId: meeting.councilId ?? "",
          title: meeting.title,
          heldOn: typedJalali(meeting.heldOn, locale),
          startsAt: digits(meeting.startsAt),
          endsAt: digits(meeting.endsAt),
          roomId: meeting.roomId ?? "",
          place: meeting.place ?? "",
          chairPostId: meeting.chairPostId ?? "",
          chairName: meeting.chairName ?? "",
          secretaryPostId: meeting.secretaryPostId ?? "",
          hostOfficeId: meeting.hostOfficeId ?? "",
        }
      : {
          typeCode: start.typeCode,
          councilId: start.council?.id ?? "",
          heldOn: typedJalali(start.heldOn, locale),
          chairPostId: start.council?.chairPostId ?? choices.chair ?? "",
          secretaryPostId: start.council?.secretaryPostId ?? "",
        },
  });
  const labels: Record<keyof Fields, string> = {
    typeCode: t("calling.field.type"),
    councilId: t("calling.field.council"),
    title: t("calling.field.title"),
    heldOn: t("calling.field.day"),
    startsAt: t("calling.field.starts-at"),
    endsAt: t("calling.field.ends-at"),
    roomId: t("calling.field.room"),
    place: t("calling.field.place"),
    chairPostId: t("calling.field.chair"),
    chairName: t("calling.field.chair-name"),
    secretaryPostId: t("calling.field.secretary"),
    hostOfficeId: t("calling.field.host"),
  };
  const options = planOptions(choices, locale);
  const named: Partial<Record<string, readonly { value: string; label: string }[]>> = {
    typeCode: options.types,
    councilId: options.councils,
    roomId: options.rooms,
    chairPostId: options.posts,
    secretaryPostId: options.posts,
    hostOfficeId: options.offices,
  };
  const theirs = theirPlan(answer, labels, {
    locale,
    days: ["heldOn"],
    figures: ["startsAt", "endsAt"],
    named,
  });
  return (
    <div className="max-w-180">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={meeting?.revision}
        refusal={answer?.refusal}
        theirs={theirs}
      >
        <Select field={fields.typeCode} options={options.types} />
        <CouncilField field={fields.councilId} councils={options.councils} />
        <TextField field={fields.title} optional help={t("calling.field.title.help")} />
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <DateField field={fields.heldOn} />
          <TextField field={fields.startsAt} optional digits />
          <TextField field={fields.endsAt} optional digits />
        </div>
        <p className="-mt-2 text-meta text-ink-3">{t("calling.field.ends-at.help")}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <WhereFields fields={fields} rooms={options.rooms} />
          <PostFields
            fields={fields}
            posts={options.posts}
            between={
              <TextField field={fields.chairName} optional help={t("calling.field.chair-name.help")} />
            }
          />
          <ComboBox field={fields.hostOfficeId} optional options={options.offices} />
        </div>
        <FormActions>
          <SubmitButton>{t(meeting ? "meetings.save-changes" : "calling.plan.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
