import { useForm, type SubmissionResult } from "@conform-to/react";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import type { RefusalFace } from "~/ui/form/form-context";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { theirTextsOf } from "~/ui/form/their-texts";
import { useFilledFrom } from "~/ui/form/use-filled-from";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";
import { originKey } from "../source";
import { Origin } from "./origin";
import { LONGEST_DISCUSSION, LONGEST_OF_ATTENDEE } from "../../choices";
import { STANDINGS } from "../import/types";
import type { ReviewAttendee, ReviewHeader } from "../review";
import { isIsoDate, isoDate, typedJalali, type Locale } from "~/lib/jalali";

type Values = Record<
  | "title"
  | "heldOn"
  | "startsAt"
  | "endsAt"
  | "place"
  | "invitationNumber"
  | "agenda"
  | "declaredCount"
  | "discussion",
  string
> & { attendees: Record<"name" | "post" | "organisation" | "standing", string>[] };

/** Rows for those whom the reader missed. */
const SPARE = 2;

/** What another editor saved, with its day and digits as this reader would type them. */
function inWords(
  saved: Readonly<Record<string, string>>,
  t: ReturnType<typeof useT<MinutesKey>>,
  locale: Locale,
): Record<string, string> {
  const { heldOn, title = "", place = "", attendees = "", discussion = "", agenda = "", ...digits } = saved;
  const local = Object.entries(digits).map(([name, text]) => [name, localDigits(text, locale)]);
  const day = heldOn && isIsoDate(heldOn) ? typedJalali(isoDate(heldOn), locale) : "";
  const present = attendees.split("\n").map((one) => {
    const standing = STANDINGS.find((word) => one.endsWith(` · ${word}`));
    return standing ? one.slice(0, -standing.length) + t(`minutes.standing.${standing}`) : one;
  });
  return {
    title,
    heldOn: day,
    place,
    agenda,
    attendees: present.join("\n"),
    discussion,
    ...Object.fromEntries(local),
  };
}

/** The head of the document, open for a person to mend it. */
export function HeadForm({
  header,
  agenda,
  declaredCount,
  attendees,
  discussion,
  lastResult,
  refusal,
  requestId,
  closeHref,
}: {
  header: ReviewHeader;
  agenda: readonly string[];
  declaredCount: number | null;
  attendees: readonly ReviewAttendee[];
  discussion: readonly string[];
  lastResult?: SubmissionResult<string[]> | undefined;
  refusal?: RefusalFace | undefined;
  requestId: string;
  closeHref: string;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const said = discussion.join("\n");
  const filledFrom = useFilledFrom(header.revision, refusal !== undefined);
  const [form, fields] = useForm<Values>({
    id: `head-${filledFrom}`,
    ...(lastResult ? { lastResult } : {}),
    defaultValue: {
      title: header.title,
      heldOn: header.heldOn ? typedJalali(header.heldOn, locale) : "",
      startsAt: localDigits(header.startsAt ?? "", locale),
      endsAt: localDigits(header.endsAt ?? "", locale),
      place: header.place ?? "",
      invitationNumber: localDigits(header.invitationNumber ?? "", locale),
      agenda: agenda.join("\n"),
      declaredCount: declaredCount === null ? "" : localDigits(String(declaredCount), locale),
      attendees: [
        ...attendees.map(({ name, post, organisation, standing }) => ({
          name,
          post,
          organisation,
          standing,
        })),
        ...Array.from({ length: SPARE }, () => ({
          name: "",
          post: "",
          organisation: "",
          standing: "present",
        })),
      ],
      discussion: said,
    },
  });
  const labels = {
    title: t("minutes.review.field.title"),
    heldOn: t("minutes.review.field.held"),
    startsAt: t("minutes.review.field.starts"),
    endsAt: t("minutes.review.field.ends"),
    place: t("minutes.review.field.place"),
    invitationNumber: t("minutes.review.field.invitation"),
    agenda: t("minutes.review.field.agenda"),
    declaredCount: t("minutes.review.field.declared"),
    attendees: t("minutes.attendance"),
    "attendees[].name": t("minutes.attendee.name"),
    "attendees[].post": t("minutes.attendee.post"),
    "attendees[].organisation": t("minutes.attendee.organisation"),
    "attendees[].standing": t("minutes.attendee.standing"),
    discussion: t("minutes.discussion"),
  };
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={header.revision}
      {...(refusal && { refusal })}
      theirs={theirTextsOf(inWords(refusal?.theirs ?? {}, t, locale), labels, { readOnly: ["attendees"] })}
      labels={labels}
    >
      <Origin of={originKey("head", "title")} label={t("minutes.review.field.title")}>
        <TextField field={fields.title} maxLength={300} />
      </Origin>
      <div className="flex flex-wrap gap-4">
        <Origin of={originKey("head", "heldOn")} label={t("minutes.review.field.held")}>
          <DateField field={fields.heldOn} />
        </Origin>
        <Origin of={originKey("head", "startsAt")} label={t("minutes.review.field.starts")}>
          <TextField field={fields.startsAt} optional width="short" digits />
        </Origin>
        <Origin of={originKey("head", "endsAt")} label={t("minutes.review.field.ends")}>
          <TextField field={fields.endsAt} optional width="short" digits />
        </Origin>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Origin of={originKey("head", "place")} label={t("minutes.review.field.place")}>
          <TextField field={fields.place} optional maxLength={300} />
        </Origin>
        <Origin of={originKey("head", "invitationNumber")} label={t("minutes.review.field.invitation")}>
          <TextField field={fields.invitationNumber} optional letterNumber maxLength={60} />
        </Origin>
      </div>
      <Origin of={originKey("head", "agenda")} label={t("minutes.review.field.agenda")}>
        <TextArea field={fields.agenda} optional rows={3} help={t("minutes.review.field.agenda.help")} />
      </Origin>
      <Origin of={originKey("head", "declaredCount")} label={t("minutes.review.field.declared")}>
        <TextField field={fields.declaredCount} optional digits width="short" />
      </Origin>
      <Attendees fields={fields} />
      {said.length <= LONGEST_DISCUSSION && (
        <Origin of={originKey("head", "discussion")} label={t("minutes.discussion")}>
          <input type="hidden" name="tellsDiscussion" value="1" />
          <TextArea field={fields.discussion} optional rows={discussion.length > 0 ? 6 : 2} />
        </Origin>
      )}
      <FormActions>
        <SubmitButton name="do" value="head">
          {t("minutes.review.save")}
        </SubmitButton>
        <LinkButton to={closeHref} kind="quiet" icon="x">
          {t("minutes.review.close")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** A row for each of those whom the minutes name, and some that stand ready; one that is left blank goes. */
function Attendees({ fields }: { fields: ReturnType<typeof useForm<Values>>[1] }) {
  const t = useT<MinutesKey>();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1.5 text-second font-[550]">{t("minutes.attendance")}</legend>
      <input type="hidden" name="listsAttendees" value="1" />
      {fields.attendees.getFieldList().map((row, index) => {
        const { name, post, organisation, standing } = row.getFieldset();
        return (
          <Origin key={row.key} of={originKey("head", `attendee-${index}`)} label={t("minutes.attendance")}>
            <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_9rem]">
              <TextField field={name} optional maxLength={LONGEST_OF_ATTENDEE} />
              <TextField field={post} optional maxLength={LONGEST_OF_ATTENDEE} />
              <TextField field={organisation} optional maxLength={LONGEST_OF_ATTENDEE} />
              <Select
                field={standing}
                optional
                options={STANDINGS.map((value) => ({ value, label: t(`minutes.standing.${value}`) }))}
              />
            </div>
          </Origin>
        );
      })}
    </fieldset>
  );
}
