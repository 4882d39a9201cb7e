import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import type { MeetingsKey } from "../../messages";
import type { RoomRow } from "../rooms.server";
import { theirPlan, useDigits } from "./shared-fields";

/** Adds a room, or changes one when `room` is given. */
export function RoomForm({
  room,
  requestId,
  answer,
}: {
  room?: RoomRow;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const digits = useDigits();
  const [form, fields] = useForm<Record<"name" | "seats" | "address", string>>({
    lastResult: answer?.result,
    defaultValue: room && { name: room.name, seats: digits(room.seats), address: room.address ?? "" },
  });
  const labels = {
    name: t("calling.room.name"),
    seats: t("calling.room.seats"),
    address: t("calling.room.address"),
  };
  return (
    <Form
      form={form}
      labels={labels}
      requestId={requestId}
      revision={room?.revision}
      refusal={answer?.refusal}
      theirs={theirPlan(answer, labels, { locale, days: [], figures: ["seats"], named: {} })}
    >
      <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <TextField field={fields.name} />
        <TextField field={fields.seats} optional digits />
      </div>
      <TextField field={fields.address} optional />
      <FormActions>
        <SubmitButton>{t(room ? "meetings.save-changes" : "calling.room.add")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
