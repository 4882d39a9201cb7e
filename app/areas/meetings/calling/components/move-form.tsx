import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import type { UiKey } from "~/ui/messages";
import type { MeetingsKey } from "../../messages";
import type { Calling } from "../planned.server";
import { theirPlan, useDigits, WhereFields } from "./shared-fields";

type Fields = Record<"heldOn" | "startsAt" | "endsAt" | "roomId" | "place", string>;

/** Another day, other hours or another place for an announced meeting. */
export function MoveForm({
  meeting,
  day,
  rooms,
  requestId,
  answer,
  back,
}: {
  meeting: Calling;
  /** The day that the form begins with. */
  day: IsoDate;
  rooms: readonly { id: string; name: string }[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const digits = useDigits();
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      heldOn: typedJalali(day, locale),
      startsAt: digits(meeting.startsAt),
      endsAt: digits(meeting.endsAt),
      roomId: meeting.roomId ?? "",
      place: meeting.place ?? "",
    },
  });
  const labels: Record<keyof Fields, string> = {
    heldOn: t("calling.field.day"),
    startsAt: t("calling.field.starts-at"),
    endsAt: t("calling.field.ends-at"),
    roomId: t("calling.field.room"),
    place: t("calling.field.place"),
  };
  const options = rooms.map((room) => ({ value: room.id, label: room.name }));
  const theirs = theirPlan(answer, labels, {
    locale,
    days: ["heldOn"],
    figures: ["startsAt", "endsAt"],
    named: { roomId: options },
  });
  return (
    <div className="max-w-180">
      <p className="mb-4 text-second text-ink-2">{t("calling.move.text")}</p>
      <Form
        form={form}
        labels={labels}
        requestId={requestId}
        revision={meeting.revision}
        refusal={answer?.refusal}
        theirs={theirs}
      >
        <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
          <DateField field={fields.heldOn} />
          <TextField field={fields.startsAt} digits />
          <TextField field={fields.endsAt} digits />
        </div>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <WhereFields fields={fields} rooms={options} />
        </div>
        <FormActions>
          <SubmitButton>{t("calling.move.save")}</SubmitButton>
          <LinkButton kind="quiet" to={back}>
            {t("ui.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </div>
  );
}
