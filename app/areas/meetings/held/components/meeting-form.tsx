import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
import { RadioGroup } from "~/ui/form/choice-group";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import type { TheirText } from "~/ui/form/their-texts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import type { MeetingDetails } from "../../queries.server/meetings";
import { MEETING_KINDS, PARTICIPANTS, type MeetingKind, type Participants } from "../../choices";

type Fields = Record<
  "kind" | "title" | "heldOn" | "startsAt" | "endsAt" | "place" | "summary" | Participants,
  string
>;

/** Records a held meeting, or mends one when `meeting` is given. */
export function MeetingForm({
  meeting,
  today,
  requestId,
  answer,
  back,
}: {
  meeting?: MeetingDetails;
  today: IsoDate;
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
          kind: meeting.kind,
          title: meeting.title,
          heldOn: typedJalali(meeting.heldOn, locale),
          startsAt: digits(meeting.startsAt),
          endsAt: digits(meeting.endsAt),
          place: meeting.place ?? "",
          summary: meeting.summary ?? "",
          ...Object.fromEntries(
            PARTICIPANTS.map((one) => [one, digits(String(meeting.attendance[one] || ""))]),
          ),
        }
      : { heldOn: typedJalali(today, locale) },
  });
  const labels: Record<keyof Fields, string> = {
    kind: t("meetings.field.kind"),
    title: t("meetings.field.title"),
    heldOn: t("meetings.field.held-on"),
    startsAt: t("meetings.field.starts-at"),
    endsAt: t("meetings.field.ends-at"),
    place: t("meetings.field.place"),
    summary: t("meetings.field.summary"),
    network: t("meetings.class.network"),
    bodies: t("meetings.class.bodies"),
    councils: t("meetings.class.councils"),
    municipalities: t("meetings.class.municipalities"),
    people: t("meetings.class.people"),
  };
  const { refusal } = answer ?? {};
  const theirs = Object.entries(refusal?.theirs ?? {}).map(([name, saved]): TheirText => {
    const field = name as keyof Fields;
    const typed = field === "heldOn" ? typedJalali(saved as IsoDate, locale) : saved;
    const value =
      field === "kind" || field === "title" || field === "place" || field === "summary"
        ? typed
        : digits(typed);
    const shown = field === "kind" ? t(`meetings.kind.${saved as MeetingKind}`) : value;
    return { name, label: labels[field], value, shown };
  });

  return (
    <div className="max-w-180">
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={meeting?.revision}
        refusal={refusal}
        theirs={theirs}
      >
        <RadioGroup
          field={fields.kind}
          choices={MEETING_KINDS.filter((kind) => kind !== "provincial" || meeting?.kind === kind).map(
            (kind) => ({
              value: kind,
              label: t(`meetings.kind.${kind}`),
              hint: t(`meetings.kind.${kind}.hint`),
            }),
          )}
        />
        <TextField field={fields.title} />
        <div className="grid gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <DateField field={fields.heldOn} />
          <TextField field={fields.startsAt} optional digits />
          <TextField field={fields.endsAt} optional digits />
        </div>
        <TextField field={fields.place} optional />
        <fieldset className="rounded-card border border-line-2 bg-sheet p-4">
          <legend className="px-1 text-second font-[550]">{t("meetings.attendance")}</legend>
          <p className="mb-3 text-meta text-ink-3">{t("meetings.attendance.help")}</p>
          <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-3">
            {PARTICIPANTS.map((one) => (
              <TextField key={one} field={fields[one]} optional digits width="short" />
            ))}
          </div>
        </fieldset>
        <TextArea field={fields.summary} optional help={t("meetings.field.summary.help")} />
        <FormActions>
          <SubmitButton>{t(meeting ? "meetings.save-changes" : "meetings.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
