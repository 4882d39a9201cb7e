import { useForm, type SubmissionResult } from "@conform-to/react";
import { DateField } from "~/ui/form/date-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import type { RefusalFace } from "~/ui/form/form-context";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../../minutes-messages";
import { originKey } from "../../minutes-source";
import { Origin } from "./origin";
import type { ReviewHeader } from "../../minutes-review";
import { isIsoDate, isoDate, typedJalali, type Locale } from "~/lib/jalali";

/** What another editor saved, with its day and digits as this reader would type them. */
function inWords(refusal: RefusalFace, locale: Locale): RefusalFace {
  if (!refusal.theirs) return refusal;
  const { heldOn, title = "", place = "", ...digits } = refusal.theirs;
  const local = Object.entries(digits).map(([name, text]) => [name, localDigits(text, locale)]);
  const day = heldOn && isIsoDate(heldOn) ? typedJalali(isoDate(heldOn), locale) : "";
  return { ...refusal, theirs: { title, heldOn: day, place, ...Object.fromEntries(local) } };
}

/** The head of the document, open for a person to mend it. */
export function HeadForm({
  header,
  agenda,
  declaredCount,
  lastResult,
  refusal,
  requestId,
  closeHref,
}: {
  header: ReviewHeader;
  agenda: readonly string[];
  declaredCount: number | null;
  lastResult?: SubmissionResult<string[]> | undefined;
  refusal?: RefusalFace | undefined;
  requestId: string;
  closeHref: string;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<
    Record<
      "title" | "heldOn" | "startsAt" | "endsAt" | "place" | "invitationNumber" | "agenda" | "declaredCount",
      string
    >
  >({
    id: `head-${header.revision}`,
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
    },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={header.revision}
      {...(refusal ? { refusal: inWords(refusal, locale) } : {})}
      labels={{
        title: t("minutes.review.field.title"),
        heldOn: t("minutes.review.field.held"),
        startsAt: t("minutes.review.field.starts"),
        endsAt: t("minutes.review.field.ends"),
        place: t("minutes.review.field.place"),
        invitationNumber: t("minutes.review.field.invitation"),
        agenda: t("minutes.review.field.agenda"),
        declaredCount: t("minutes.review.field.declared"),
      }}
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
