import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { listed } from "~/ui/listed";
import { localDigits } from "~/ui/numbers";
import type { MeetingsKey } from "../../messages";
import { LONGEST_REASON } from "../choices";
import type { OwnMinutesPage } from "../meeting-section.server";

type Draft = NonNullable<OwnMinutesPage["draft"]>;

/** In whose hands the approval is. */
export function ChairWords({ chair }: { chair: OwnMinutesPage["chair"] }) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  if (chair.chairPostId === null)
    return (
      <p className="text-second text-ink-2">
        {t("minutes.own.approve.head")} {chair.name && <bdi>({chair.name})</bdi>}
      </p>
    );
  const title = locale === "fa" ? chair.titleFa : chair.titleEn;
  const who = listed(
    [title, chair.holder?.name].filter((one) => typeof one === "string"),
    locale,
  );
  return (
    <>
      <p className="text-second text-ink-2">{t("minutes.own.approve.by", { chair: who })}</p>
      {chair.holder === null && (
        <div className="mt-2">
          <Notice kind="saffron">{t("minutes.own.approve.vacant")}</Notice>
        </div>
      )}
    </>
  );
}

/** The chair's press: what it brings, what keeps it locked, and the reason where there was no quorum. */
export function ApproveForm({
  draft,
  quorum,
  requestId,
  answer,
}: {
  draft: Draft;
  quorum: OwnMinutesPage["quorum"];
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ exception: string }>({ id: "approve", lastResult: answer?.result });
  const words =
    draft.version === 1
      ? t("minutes.own.approve.text", { count: draft.text.resolutions.length })
      : t("minutes.own.approve.correction", { version: draft.version });
  const isThin = quorum !== null && !quorum.isReached;
  return (
    <div className="max-w-160">
      <p className="mb-3 text-body leading-[1.9]">{localDigits(words, locale)}</p>
      <Form
        form={form}
        labels={{ exception: t("minutes.own.exception") }}
        requestId={requestId}
        revision={draft.revision}
        refusal={answer?.refusal}
      >
        {isThin && (
          <>
            <Notice kind="saffron">
              {t("minutes.own.no-quorum", { present: quorum.present, needed: quorum.needed })}
            </Notice>
            <TextField
              field={fields.exception}
              help={t("minutes.own.exception.help")}
              maxLength={LONGEST_REASON}
            />
          </>
        )}
        <div>
          <SubmitButton name="do" value="approve" icon="check">
            {t("minutes.own.approve")}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}

/** Begins the correction of what was approved. */
export function CorrectForm({
  version,
  requestId,
  answer,
}: {
  version: number;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ reason: string }>({ id: "correct", lastResult: answer?.result });
  return (
    <div className="max-w-160">
      <p className="mb-3 text-second text-ink-2">
        {localDigits(t("minutes.own.correct.text", { version }), locale)}
      </p>
      <Form
        form={form}
        labels={{ reason: t("minutes.own.correct.reason") }}
        requestId={requestId}
        refusal={answer?.refusal}
      >
        <input type="hidden" name="version" value={version} />
        <TextField field={fields.reason} maxLength={LONGEST_REASON} />
        <div>
          <SubmitButton name="do" value="correct" kind="secondary" icon="pencil">
            {t("minutes.own.correct.do")}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}
