import { useForm, type FieldMetadata, type SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { formatJalali, isIsoDate, typedJalali, type IsoDate } from "~/lib/jalali";
import { DateField, type DayMark } from "~/ui/form/date-field";
import { FieldError } from "~/ui/form/field";
import { FileField } from "~/ui/form/file-field";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import type { FormFace, Labels, RefusalFace } from "~/ui/form/form-context";
import { RadioGroup } from "~/ui/form/choice-group";
import { Select, type Option } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Sheet } from "~/ui/sheet";
import { CHILDREN_FATES, type VerifiedHow } from "../choices";
import { STATES, type Act } from "../lifecycle";
import type { ObligationsKey } from "../messages";

/** What the forms offer to choose from. */
export type Offers = {
  /** To whom it can be passed on. */
  offices: readonly Option[];
  /** The later day that the debtor asks for, where he does. */
  askedDay?: IsoDate | null;
  /** Why a day is moved. */
  causes: readonly Option[];
  /** Obstacles of the debtor's place. */
  obstacles: readonly Option[];
  /** Closed days, named. */
  marks: readonly DayMark[];
  /** How it may be found done, and circles of the network that may have looked. */
  ways?: { how: readonly VerifiedHow[]; monitors: readonly Option[] };
  /** Whether records of the place may be named as evidence. */
  records: boolean;
};

export type StepAnswer = { result: SubmissionResult<string[]>; refusal?: RefusalFace };

type Common = { requestId: string; revision: number; closeHref: string; answer?: StepAnswer | undefined };

/** What stands now, in words, for whoever filled his form from an earlier state. */
function useRefusal(answer: StepAnswer | undefined): RefusalFace | undefined {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const refusal = answer?.refusal;
  if (!refusal?.theirs) return refusal;
  const { state, dueOn, note } = refusal.theirs;
  const known = STATES.find((one) => one === state);
  return {
    ...refusal,
    theirs: {
      ...(known ? { state: t(`obligations.state.${known}`) } : {}),
      ...(dueOn && isIsoDate(dueOn) ? { presentDue: formatJalali(dueOn, locale, "long") } : {}),
      ...(note ? { lastWord: note } : {}),
    },
  };
}

/** Labels of what `useRefusal` shows, beside those of the form's own fields. */
function useLabels(own: Labels): Labels {
  const t = useT<ObligationsKey>();
  return {
    ...own,
    state: t("obligations.column.state"),
    presentDue: t("obligations.form.present-due"),
    lastWord: t("obligations.form.last-word"),
  };
}

/** The form of an act that needs words. */
export function StepForm({
  act,
  dueOn,
  unfinished,
  offers,
  ...common
}: Common & {
  act: Act;
  dueOn: IsoDate | null;
  /** Children that are not closed yet. */
  unfinished: number;
  offers: Offers;
}) {
  switch (act) {
    case "report-done":
      return <ReportForm {...common} unfinished={unfinished} records={offers.records} />;
    case "pass-on":
      return <PassOnForm {...common} dueOn={dueOn} offers={offers} />;
    case "re-date":
      return <ReDateForm {...common} offers={offers} />;
    case "acknowledge":
    case "start":
    case "unblock":
    case "reject":
      return <ReasonForm {...common} act={act} />;
    case "ask-day":
      return <AskDayForm {...common} dueOn={dueOn} marks={offers.marks} />;
    case "block":
      return <BlockForm {...common} obstacles={offers.obstacles} />;
    case "set-not-applicable":
      return <NotApplicableForm {...common} unfinished={unfinished} />;
    case "withdraw":
      return <WithdrawForm {...common} unfinished={unfinished} />;
    case "verify":
      return <VerifyForm {...common} ways={offers.ways ?? ONE_WAY} marks={offers.marks} />;
  }
}

/** A step's form on its sheet: what every step sends, and its two buttons. */
function StepSheet({
  act,
  form,
  labels,
  files = false,
  requestId,
  revision,
  closeHref,
  answer,
  children,
}: Common & { act: Act; form: FormFace; labels: Labels; files?: boolean; children: ReactNode }) {
  const t = useT<ObligationsKey>();
  return (
    <Sheet chosen>
      <Form
        form={form}
        requestId={requestId}
        revision={revision}
        refusal={useRefusal(answer)}
        files={files}
        labels={useLabels(labels)}
      >
        <input type="hidden" name="do" value={act} />
        {children}
        <FormActions>
          <SubmitButton>
            {t(act === "pass-on" ? "obligations.pass-on.submit" : `obligations.act.${act}`)}
          </SubmitButton>
          <LinkButton to={closeHref} kind="quiet">
            {t("obligations.cancel")}
          </LinkButton>
        </FormActions>
      </Form>
    </Sheet>
  );
}

function ReportForm({ unfinished, records, ...common }: Common & { unfinished: number; records: boolean }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Record<"text" | "letterNumber" | "record" | "file" | "word", string>>({
    id: "report-done",
    lastResult: common.answer?.result,
  });
  return (
    <StepSheet
      {...common}
      act="report-done"
      form={form}
      labels={{
        text: t("obligations.form.text"),
        letterNumber: t("obligations.form.letter"),
        record: t("obligations.form.record"),
        file: t("obligations.form.file"),
        word: t("obligations.form.word"),
      }}
      files
    >
      <p className="text-second text-ink-2">{t("obligations.form.evidence-any")}</p>
      <TextArea field={fields.text} optional maxLength={4000} />
      <TextField field={fields.letterNumber} optional letterNumber width="medium" maxLength={100} />
      <FileField
        field={fields.file}
        optional
        accept="image/png,image/jpeg,application/pdf"
        help={t("obligations.form.file.help")}
      />
      {records && (
        <TextField
          field={fields.record}
          optional
          code
          maxLength={300}
          help={t("obligations.form.record.help")}
        />
      )}
      {unfinished > 0 && (
        <TextArea
          field={fields.word}
          rows={2}
          maxLength={4000}
          help={t("obligations.form.word.help", { count: unfinished })}
        />
      )}
    </StepSheet>
  );
}

function ReasonForm({ act, ...common }: Common & { act: Act }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ note: string }>({ id: act, lastResult: common.answer?.result });
  return (
    <StepSheet {...common} act={act} form={form} labels={{ note: t("obligations.form.reason") }}>
      <TextArea field={fields.note} rows={3} maxLength={4000} />
    </StepSheet>
  );
}

type EndFields = Record<"children" | "childrenWord", string>;

/** What becomes of those to whom it was passed on, where any of them still owes. */
function ChildrenFate({
  fields,
  unfinished,
}: {
  fields: { [Name in keyof EndFields]: FieldMetadata<string> };
  unfinished: number;
}) {
  const t = useT<ObligationsKey>();
  if (unfinished === 0) return null;
  return (
    <>
      <RadioGroup
        field={fields.children}
        help={t("obligations.end.children.help", { count: unfinished })}
        choices={CHILDREN_FATES.map((value) => ({ value, label: t(`obligations.end.children.${value}`) }))}
      />
      <TextArea
        field={fields.childrenWord}
        optional
        rows={2}
        maxLength={4000}
        help={t("obligations.end.children.word.help")}
      />
    </>
  );
}

function useEndLabels(own: Labels): Labels {
  const t = useT<ObligationsKey>();
  return {
    ...own,
    children: t("obligations.end.children"),
    childrenWord: t("obligations.end.children.word"),
  };
}

function WithdrawForm({ unfinished, ...common }: Common & { unfinished: number }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ note: string } & EndFields>({
    id: "withdraw",
    lastResult: common.answer?.result,
    defaultValue: { children: "withdraw" },
  });
  return (
    <StepSheet
      {...common}
      act="withdraw"
      form={form}
      labels={useEndLabels({ note: t("obligations.form.reason") })}
    >
      <TextArea field={fields.note} rows={3} maxLength={4000} />
      <ChildrenFate fields={fields} unfinished={unfinished} />
    </StepSheet>
  );
}

function AskDayForm({
  dueOn,
  marks,
  ...common
}: Common & { dueOn: IsoDate | null; marks: readonly DayMark[] }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<Record<"dueOn" | "note", string>>({
    id: "ask-day",
    lastResult: common.answer?.result,
  });
  return (
    <StepSheet
      {...common}
      act="ask-day"
      form={form}
      labels={{ dueOn: t("obligations.ask-day.day"), note: t("obligations.form.reason") }}
    >
      <DateField
        field={fields.dueOn}
        marks={marks}
        {...(dueOn
          ? { help: t("obligations.ask-day.help", { day: formatJalali(dueOn, locale, "long") }) }
          : {})}
      />
      <TextArea field={fields.note} rows={3} maxLength={4000} />
    </StepSheet>
  );
}

function BlockForm({ obstacles, ...common }: Common & { obstacles: readonly Option[] }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Record<"note" | "obstacleId", string>>({
    id: "block",
    lastResult: common.answer?.result,
  });
  return (
    <StepSheet
      {...common}
      act="block"
      form={form}
      labels={{ note: t("obligations.form.block-reason"), obstacleId: t("obligations.form.obstacle") }}
    >
      <TextArea field={fields.note} rows={3} maxLength={4000} />
      {obstacles.length > 0 && (
        <Select
          field={fields.obstacleId}
          optional
          options={obstacles}
          help={t("obligations.form.obstacle.help")}
        />
      )}
    </StepSheet>
  );
}

function NotApplicableForm({ unfinished, ...common }: Common & { unfinished: number }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ note: string } & EndFields>({
    id: "set-not-applicable",
    lastResult: common.answer?.result,
    defaultValue: { children: "withdraw" },
  });
  return (
    <StepSheet
      {...common}
      act="set-not-applicable"
      form={form}
      labels={useEndLabels({ note: t("obligations.form.reason") })}
    >
      <TextArea field={fields.note} rows={3} maxLength={4000} />
      <ChildrenFate fields={fields} unfinished={unfinished} />
    </StepSheet>
  );
}

const ONE_WAY: NonNullable<Offers["ways"]> = { how: ["secretariat"], monitors: [] };

function VerifyForm({
  ways,
  marks,
  ...common
}: Common & { ways: NonNullable<Offers["ways"]>; marks: readonly DayMark[] }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<Record<"note" | "how" | "circleId" | "visitedOn", string>>({
    id: "verify",
    lastResult: common.answer?.result,
    defaultValue: { how: "secretariat" },
  });
  return (
    <StepSheet
      {...common}
      act="verify"
      form={form}
      labels={{
        how: t("obligations.form.how"),
        circleId: t("obligations.form.circle"),
        visitedOn: t("obligations.form.visited-on"),
        note: t("obligations.form.found"),
      }}
    >
      <div className="group/how flex flex-col gap-4">
        <RadioGroup
          field={fields.how}
          choices={ways.how.map((value) => ({ value, label: t(`obligations.verify.how.${value}`) }))}
        />
        {ways.monitors.length > 0 && (
          <div className="hidden flex-col gap-4 group-has-[input[value=monitors]:checked]/how:flex">
            <Select field={fields.circleId} options={ways.monitors} />
            <DateField field={fields.visitedOn} marks={marks} />
          </div>
        )}
      </div>
      <TextArea field={fields.note} optional rows={3} maxLength={4000} />
    </StepSheet>
  );
}

function ReDateForm({ offers, ...common }: Common & { offers: Offers }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const asked = offers.askedDay ? typedJalali(offers.askedDay, locale) : undefined;
  const [form, fields] = useForm<Record<"dueOn" | "cause" | "note", string>>({
    id: "re-date",
    lastResult: common.answer?.result,
    ...(asked && { defaultValue: { dueOn: asked } }),
  });
  return (
    <StepSheet
      {...common}
      act="re-date"
      form={form}
      labels={{
        dueOn: t("obligations.form.due"),
        cause: t("obligations.form.cause"),
        note: t("obligations.form.explanation"),
      }}
    >
      <DateField field={fields.dueOn} marks={offers.marks} />
      <Select field={fields.cause} width="medium" options={offers.causes} />
      <TextArea field={fields.note} optional rows={2} maxLength={4000} />
    </StepSheet>
  );
}

/** Rows that stand ready; more come by passing on once more. */
const ROWS = 3;

function PassOnForm({ dueOn, offers, ...common }: Common & { dueOn: IsoDate | null; offers: Offers }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const due = dueOn ? typedJalali(dueOn, locale) : "";
  const [form, fields] = useForm<{
    children: { officeId: string; dueOn: string; text: string }[];
    word: string;
  }>({
    id: "pass-on",
    lastResult: common.answer?.result,
    defaultValue: { children: Array.from({ length: ROWS }, () => ({ officeId: "", dueOn: due, text: "" })) },
  });
  return (
    <StepSheet
      {...common}
      act="pass-on"
      form={form}
      labels={{
        children: t("obligations.pass-on.title"),
        "children[].officeId": t("obligations.pass-on.office"),
        "children[].dueOn": t("obligations.pass-on.due"),
        "children[].text": t("obligations.pass-on.text"),
        word: t("obligations.pass-on.word"),
      }}
    >
      <div
        id={fields.children.id}
        role="group"
        aria-label={t("obligations.pass-on.title")}
        aria-describedby={fields.children.errors ? fields.children.errorId : undefined}
        className="flex flex-col gap-4"
      >
        <FieldError field={fields.children} />
        {fields.children.getFieldList().map((row, index) => {
          const child = row.getFieldset();
          return (
            <div key={row.key} className="grid gap-3 border-b border-line pb-4 sm:grid-cols-2">
              <Select field={child.officeId} optional={index > 0} options={offers.offices} />
              <DateField field={child.dueOn} optional={index > 0} marks={offers.marks} />
              <div className="sm:col-span-2">
                <TextField field={child.text} optional maxLength={4000} />
              </div>
            </div>
          );
        })}
      </div>
      <TextArea
        field={fields.word}
        optional
        rows={2}
        maxLength={4000}
        {...(dueOn
          ? { help: t("obligations.pass-on.word.help", { day: formatJalali(dueOn, locale, "long") }) }
          : {})}
      />
    </StepSheet>
  );
}
