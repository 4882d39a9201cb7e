import { useForm, type SubmissionResult } from "@conform-to/react";
import { Form as PlainForm } from "@remix-run/react";
import { DeadlinePicker } from "~/areas/obligations/components/deadline-picker";
import { Button } from "~/ui/button";
import { ComboBox } from "~/ui/form/combo-box";
import { Form } from "~/ui/form/form";
import type { RefusalFace } from "~/ui/form/form-context";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";
import { addressees } from "./addressees";

type Answer = { lastResult?: SubmissionResult<string[]>; refusal?: RefusalFace | undefined };
type AnswerFor = (...forms: string[]) => Answer;

/** One of a kind is settled where it stands. */
const MANY = 2;

/**
 * One limit, or one party, for all that have none, and the way back. What was given last as a count of days stands ready:
 * a backlog gets the same again and again.
 */
export function TogetherPanel({
  page,
  requestId,
  answerFor,
}: {
  page: ReviewPage;
  requestId: string;
  answerFor: AnswerFor;
}) {
  const t = useT<MinutesKey>();
  const { given, lacking } = page;
  const offers = { deadline: lacking.deadline >= MANY, parties: lacking.parties >= MANY };
  const isGiven = given !== null && given.count > 0;
  if (!isGiven && !offers.deadline && !offers.parties) return null;
  return (
    <div className="flex flex-col gap-4 border-b border-line bg-paper px-4 py-4 print:hidden">
      {isGiven && (
        <Notice
          icon="check"
          live
          action={
            <PlainForm method="post">
              <input type="hidden" name="requestId" value={requestId} />
              <Button name="do" value="take-back" size="small" icon="undo-2">
                {t("minutes.together.take-back")}
              </Button>
            </PlainForm>
          }
        >
          {t(`minutes.together.given.${given.part}`, { count: given.count })}
        </Notice>
      )}
      {(offers.deadline || offers.parties) && (
        <section aria-labelledby="together" className="flex flex-col gap-4">
          <div>
            <h3 id="together" className="text-item">
              {t("minutes.together")}
            </h3>
            <p className="text-meta text-ink-3">{t("minutes.together.lead")}</p>
          </div>
          {offers.parties && <PartyForAll page={page} requestId={requestId} {...answerFor("give-party")} />}
          {offers.deadline && (
            <DeadlineForAll page={page} requestId={requestId} {...answerFor("give-deadline")} />
          )}
        </section>
      )}
    </div>
  );
}

function DeadlineForAll({ page, requestId, ...answer }: { page: ReviewPage; requestId: string } & Answer) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const { lastLimit } = page;
  const [form, fields] = useForm<
    Record<"kind" | "dueOn" | "count" | "unit" | "cadence" | "receiver" | "reason", string>
  >({
    id: `give-deadline-${page.id}`,
    ...(answer.lastResult ? { lastResult: answer.lastResult } : {}),
    defaultValue: {
      kind: lastLimit ? "relative" : "",
      dueOn: "",
      count: lastLimit ? localDigits(String(lastLimit.count), locale) : "",
      unit: lastLimit?.unit ?? "working",
      cadence: "",
      receiver: "",
      reason: "",
    },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      warn={false}
      {...(answer.refusal && { refusal: answer.refusal })}
      labels={{
        kind: t("minutes.together.deadline"),
        dueOn: t("minutes.review.field.due"),
        count: t("minutes.review.field.count"),
        unit: t("minutes.review.field.unit"),
        cadence: t("minutes.review.field.cadence"),
        receiver: t("minutes.review.field.receiver"),
        reason: t("minutes.review.field.reason"),
      }}
    >
      <DeadlinePicker
        fields={fields}
        legend={t("minutes.together.deadline")}
        calendar={page.calendar}
        meeting={page.header.heldOn}
      />
      <div>
        <SubmitButton name="do" value="give-deadline" kind="secondary" icon="list-checks">
          {t("minutes.together.deadline.give", { count: page.lacking.deadline })}
        </SubmitButton>
      </div>
    </Form>
  );
}

function PartyForAll({ page, requestId, ...answer }: { page: ReviewPage; requestId: string } & Answer) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ party: string }>({
    id: `give-party-${page.id}`,
    ...(answer.lastResult ? { lastResult: answer.lastResult } : {}),
    defaultValue: { party: "" },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      warn={false}
      layout="none"
      {...(answer.refusal && { refusal: answer.refusal })}
      labels={{ party: t("minutes.together.party") }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-60 flex-1">
          <ComboBox field={fields.party} options={addressees(page, locale, t)} />
        </div>
        <SubmitButton name="do" value="give-party" kind="secondary" icon="users">
          {t("minutes.together.party.give", { count: page.lacking.parties })}
        </SubmitButton>
      </div>
    </Form>
  );
}
