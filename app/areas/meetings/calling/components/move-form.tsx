import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { typedJalali, type IsoDate } from "~/lib/jalali";
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
import type { Calling } from "../planned.server";

type Fields = Record<"heldOn" | "startsAt" | "endsAt" | "roomId" | "place", string>;

/** Another day, other hours or another place for an announced meeting. */
export function MoveForm({
  meeting,
  rooms,
  requestId,
  answer,
  back,
}: {
  meeting: Calling;
  rooms: readonly { id: string; name: string }[];
  requestId: string;
  answer: FormResult | undefined;
  back: string;
}) {
  const t = useT<MeetingsKey | UiKey>();
  const { locale } = useLocale();
  const digits = (text: string | null) => localDigits(text ?? "", locale);
  const [form, fields] = useForm<Fields>({
    lastResult: answer?.result,
    defaultValue: {
      heldOn: typedJalali(meeting.heldOn, locale),
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
  const theirs = Object.entries(answer?.refusal?.theirs ?? {}).map(([name, saved]): TheirText => {
    const value =
      name === "heldOn" ? typedJalali(saved as IsoDate, locale) : name === "place" ? saved : digits(saved);
    const room = name === "roomId" ? rooms.find(({ id }) => id === saved) : undefined;
    return {
      name,
      label: labels[name as keyof Fields],
      value: name === "roomId" ? saved : value,
      shown: room?.name ?? (name === "roomId" ? "" : value),
    };
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
          <Select
            field={fields.roomId}
            optional
            options={rooms.map((room) => ({ value: room.id, label: room.name }))}
            empty={t("calling.field.no-room")}
          />
          <TextField field={fields.place} optional help={t("calling.field.place.help")} />
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
