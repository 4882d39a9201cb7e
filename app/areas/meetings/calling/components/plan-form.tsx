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
import type { TheirText } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import type { PlanChoices } from "../plan-choices.server";
import type { Calling } from "../planned.server";
import { planOptions } from "./plan-options";

type Fields = Record<
  | "typeCode"
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
const FIGURES = ["startsAt", "endsAt"];

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
  start: { typeCode: string; heldOn: IsoDate };
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const digits = (text: string | null) => localDigits(text ?? "", locale);
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: meeting
      ? {
          typeCode: meeting.typeCode ?? "",
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
          heldOn: typedJalali(start.heldOn, locale),
          chairPostId: choices.chair ?? "",
        },
  });
  const labels: Record<keyof Fields, string> = {
    typeCode: t("calling.field.type"),
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
    roomId: options.rooms,
    chairPostId: options.posts,
    secretaryPostId: options.posts,
    hostOfficeId: options.offices,
  };
  const theirs = Object.entries(answer?.refusal?.theirs ?? {}).map(([name, saved]): TheirText => {
    const value =
      name === "heldOn"
        ? typedJalali(saved as IsoDate, locale)
        : FIGURES.includes(name)
          ? digits(saved)
          : saved;
    const shown = named[name]?.find((one) => one.value === saved)?.label ?? value;
    return { name, label: labels[name as keyof Fields], value, shown };
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
        <TextField field={fields.title} optional help={t("calling.field.title.help")} />
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <DateField field={fields.heldOn} />
          <TextField field={fields.startsAt} optional digits />
          <TextField field={fields.endsAt} optional digits />
        </div>
        <p className="-mt-2 text-meta text-ink-3">{t("calling.field.ends-at.help")}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Select field={fields.roomId} optional options={options.rooms} empty={t("calling.field.no-room")} />
          <TextField field={fields.place} optional help={t("calling.field.place.help")} />
          <Select field={fields.chairPostId} optional options={options.posts} empty={t("calling.none")} />
          <TextField field={fields.chairName} optional help={t("calling.field.chair-name.help")} />
          <Select field={fields.secretaryPostId} optional options={options.posts} empty={t("calling.none")} />
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
