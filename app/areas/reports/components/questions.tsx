import { useForm } from "@conform-to/react";
import { formatJalali, todayIn } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextArea } from "~/ui/form/text-area";
import { useLocale, useT } from "~/ui/i18n";
import { Icon } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { formatNumber, formatPercent } from "~/ui/numbers";
import type { Doubt } from "../doubts";
import type { ReportsKey } from "../messages";
import type { Asked, FigureRow } from "../queries/report-page.server";
import { answerTo, type Answered } from "./answered";
import { figureWords } from "./figure-text";

/** Rows whose names the words of a question may need. */
export type Named = Pick<FigureRow, "code" | "nameFa" | "nameEn">;

/** A question in words. */
function useDoubtWords(row: FigureRow | null, named: readonly Named[]) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  const nameOf = (one: Named | null | undefined) => (locale === "fa" ? one?.nameFa : one?.nameEn) ?? "";
  const other = (code: string) => nameOf(named.find((one) => one.code === code));
  const number = (value: number) =>
    row?.figure.denominator === null ? formatNumber(value, locale, 1) : formatPercent(value, locale);
  return (doubt: Doubt): string => {
    const base = { name: nameOf(row), value: row ? figureWords(row.figure, locale) : "" };
    switch (doubt.kind) {
      case "jump":
        return t("reports.doubt.jump", { ...base, median: number(doubt.median) });
      case "parts":
        return t("reports.doubt.parts", { ...base, ...doubt, other: other(doubt.other) });
      case "population":
        return t("reports.doubt.population", { ...base, population: doubt.population });
      case "zero-evidence":
        return t("reports.doubt.zero-evidence", { ...base, count: doubt.count, other: other(doubt.other) });
      case "zero-history":
        return t("reports.doubt.zero-history", { ...base, least: number(doubt.least) });
      case "evidence":
        return t("reports.doubt.evidence", { count: doubt.count });
      case "no-evidence":
      case "copied":
        return t(`reports.doubt.${doubt.kind}`);
    }
  };
}

const dayOf = (at: Date | string | null, locale: "fa" | "en") =>
  at ? formatJalali(todayIn(new Date(at)), locale, "day-month") : "";

/** What was answered, with its hand and its day. */
function AnswerWords({ asked: { answer, isOpen } }: { asked: Asked }) {
  const t = useT<ReportsKey>();
  const { locale } = useLocale();
  if (!answer) return null;
  const by = { name: answer.byName, day: dayOf(answer.at, locale) };
  if (!answer.text)
    return (
      <p className="text-second text-ink-2">
        {isOpen ? t("reports.doubt.stale") : t("reports.doubt.confirmed", by)}
      </p>
    );
  return (
    <p className="text-second">
      <span className="text-ink-3">
        {answer.byName ? t("reports.doubt.said", by) : `${t("reports.review.explanation")}:`}{" "}
      </span>
      {answer.text}
    </p>
  );
}

/** What was asked about a figure or a duty, and whether and how it was answered. */
export function QuestionRead({
  asked,
  row = null,
  named,
}: {
  asked: Asked;
  row?: FigureRow | null;
  named: readonly Named[];
}) {
  const t = useT<ReportsKey>();
  const wordsOf = useDoubtWords(row, named);
  if (asked.doubts.length === 0 && !asked.answer?.text) return null;
  return (
    <div className="flex flex-col gap-1">
      {asked.doubts.length > 0 && (
        <p className={`text-second ${asked.isOpen ? "text-saffron-ink" : "text-ink-2"}`}>
          <Icon of={asked.isOpen ? "triangle-alert" : "check"} size={15} className="me-1 inline" />
          <span className="text-ink-3">{t("reports.doubt.asked")} </span>
          {asked.doubts.map(wordsOf).join(" ")}
        </p>
      )}
      <AnswerWords asked={asked} />
      {asked.isOpen && !asked.answer && (
        <p className="text-second text-saffron-ink">{t("reports.doubt.unanswered")}</p>
      )}
    </div>
  );
}

const explainId = (subject: string) => `explain-${subject}`;
const confirmId = (subject: string) => `confirm-${subject}`;

function Hidden({
  intent,
  form,
  reportId,
  subject,
}: Record<"intent" | "form" | "reportId" | "subject", string>) {
  return (
    <>
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="subject" value={subject} />
    </>
  );
}

/** One press: seen, it is right. */
function ConfirmForm({ asked, reportId, requestId, answered }: FormProps) {
  const t = useT<ReportsKey>();
  const id = confirmId(asked.subject);
  const mine = answerTo(answered, id);
  const [form] = useForm({ id, lastResult: mine?.result });
  return (
    <Form
      form={form}
      requestId={requestId}
      revision={asked.answer?.revision ?? 0}
      refusal={mine?.refusal}
      warn={false}
    >
      <Hidden intent="confirm" form={id} reportId={reportId} subject={asked.subject} />
      <input type="hidden" name="about" value={asked.about} />
      <div>
        <SubmitButton icon="check" size="small">
          {t("reports.doubt.confirm")}
        </SubmitButton>
      </div>
    </Form>
  );
}

type FormProps = { asked: Asked; reportId: string; requestId: string; answered: Answered };

/** The question to whoever writes the report: one sentence, or one press. It accuses nobody and changes nothing. */
export function QuestionForm({
  asked,
  row = null,
  named,
  reportId,
  requestId,
  answered,
}: FormProps & { row?: FigureRow | null; named: readonly Named[] }) {
  const t = useT<ReportsKey>();
  const wordsOf = useDoubtWords(row, named);
  const id = explainId(asked.subject);
  const mine = answerTo(answered, id);
  const [form, fields] = useForm<{ text: string }>({
    id,
    lastResult: mine?.result,
    defaultValue: { text: asked.answer?.text ?? "" },
  });
  const base = { asked, reportId, requestId, answered };
  return (
    <Notice kind={asked.isOpen ? "saffron" : "ink"} title={asked.doubts.map(wordsOf).join(" ")}>
      <p>{t("reports.doubt.ask")}</p>
      {asked.answer && !asked.answer.text && (
        <div className="mt-2">
          <AnswerWords asked={asked} />
        </div>
      )}
      <div className="mt-3 flex flex-col gap-3">
        {asked.isOpen && <ConfirmForm {...base} />}
        <Form
          form={form}
          requestId={requestId}
          revision={asked.answer?.revision ?? 0}
          refusal={mine?.refusal}
          labels={{ text: t("reports.doubt.label") }}
        >
          <Hidden intent="explain" form={id} reportId={reportId} subject={asked.subject} />
          <TextArea field={fields.text} rows={2} maxLength={600} />
          <div>
            <Button size="small">{t("reports.doubt.save")}</Button>
          </div>
        </Form>
      </div>
    </Notice>
  );
}
