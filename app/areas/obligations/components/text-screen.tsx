import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { formatJalali, isoDate, todayIn } from "~/lib/jalali";
import { Code } from "~/ui/code";
import { Facts } from "~/ui/facts";
import { ComboBox } from "~/ui/form/combo-box";
import { DateField } from "~/ui/form/date-field";
import { FieldError } from "~/ui/form/field";
import { Form } from "~/ui/form/form";
import { GrowingRows } from "~/ui/form/growing-rows";
import { FormActions } from "~/ui/form/form-actions";
import type { Option } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { TextField } from "~/ui/form/text-field";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Num } from "~/ui/num";
import { localDigits } from "~/ui/numbers";
import { Section } from "~/ui/section";
import { Table } from "~/ui/table";
import { MOST_ADDRESSED, RECORD_KINDS, RECORD_PAGE } from "../choices";
import type { ObligationsKey } from "../messages";
import type { IssuedTextPage } from "../chasing/office-messages.server";
import type { WithoutAccount } from "../issue/without-account.server";
import { DueText } from "./due-text";

type Sending = { requestId: string; answer: FormResult | undefined };

/** What was issued, whose number and date came first, and where it comes from. */
export function TextFacts({ text, place }: { text: IssuedTextPage; place: number }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const from = RECORD_KINDS.find((kind) => kind === text.fromKind);
  const source =
    text.sourceKind === "resolution"
      ? { to: `/${place}/minutes/${text.recordId}`, words: t("obligations.text.minutes") }
      : from && {
          to: `/${place}/${RECORD_PAGE[from]}/${text.recordId}`,
          words: t(`obligations.decision.from.${from}`),
        };
  const theirDay = text.theirOn && formatJalali(text.theirOn, locale, "short");
  return (
    <>
      <p lang="fa" dir="auto" className="mb-4 w-fit text-body leading-[1.9] whitespace-pre-wrap">
        {text.text}
      </p>
      <Facts
        facts={[
          {
            label: t("obligations.text.theirs"),
            value: (text.theirNumber || theirDay) && (
              <span className="flex flex-wrap gap-x-4">
                {text.theirNumber && <Code>{localDigits(text.theirNumber, locale)}</Code>}
                {theirDay}
              </span>
            ),
          },
          {
            label: t("obligations.text.ours"),
            value: text.number === null ? null : <Num value={text.number} />,
          },
          {
            label: t("obligations.text.issued"),
            value: t("obligations.text.issued-by", {
              day: formatJalali(todayIn(new Date(text.issuedAt)), locale, "long"),
              name: text.issuedByName,
            }),
          },
          { label: t("obligations.text.addressees"), value: text.addressees },
          {
            label: t("obligations.text.from"),
            value: source && (
              <Link to={source.to} className="text-teal hover:underline">
                {source.words}
              </Link>
            ),
          },
          { label: t("obligations.text.due"), value: <DueText row={text} /> },
          {
            label: "",
            value: text.countsFrom && (
              <span className="text-second text-ink-3">
                {t("obligations.deadline.counts-from", {
                  day: formatJalali(text.countsFrom, locale, "long"),
                })}
              </span>
            ),
          },
          {
            label: "",
            value: text.askedDueOn && (
              <span className="text-second text-ink-3">
                {t("obligations.deadline.asked", { day: formatJalali(text.askedDueOn, locale, "weekday") })}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

/** So many names stand open; more are unfolded. */
const FEW = 12;

/** Which of the offices that still owe it answer by an account, and which need their link or a sheet. */
export function AccountsOfText({
  accounts: { withAccount, without },
  hrefOf,
}: {
  accounts: { withAccount: number; without: readonly WithoutAccount[] };
  hrefOf: (office: WithoutAccount) => string;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  if (withAccount + without.length === 0) return null;
  return (
    <Section title={t("obligations.accounts")}>
      {withAccount > 0 && (
        <p className="text-second text-ink-2">{t("obligations.accounts.with", { count: withAccount })}</p>
      )}
      {without.length > 0 && (
        <details className="mt-2" open={without.length <= FEW}>
          <summary className="cursor-pointer text-second text-ink-2">
            {t("obligations.accounts.without", { count: without.length })}
          </summary>
          <ul className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-second">
            {without.map((office) => (
              <li key={office.id}>
                <Link
                  to={hrefOf(office)}
                  className="inline-flex min-h-6 items-center text-teal hover:underline"
                >
                  {locale === "fa" ? office.nameFa : office.nameEn}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

/** Asks every silent office once more; what was asked before stands under it. */
export function ChaseForm({ silent, requestId, answer }: Sending & { silent: number }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ note: string }>({ id: "chase", lastResult: answer?.result });
  if (silent === 0) return <p className="text-second text-ink-3">{t("obligations.chase.none-silent")}</p>;
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={answer?.refusal}
      labels={{ note: t("obligations.chase.note") }}
    >
      <input type="hidden" name="intent" value="chase" />
      <p className="text-second text-ink-2">{t("obligations.chase.lead")}</p>
      <TextField field={fields.note} optional maxLength={400} />
      <FormActions>
        <SubmitButton icon="bell">{t("obligations.chase.do", { count: silent })}</SubmitButton>
      </FormActions>
    </Form>
  );
}

export function ChaseTable({ chases }: { chases: IssuedTextPage["chases"] }) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  if (chases.length === 0) return null;
  return (
    <div className="mt-4">
      <Table
        caption={t("obligations.chase.list")}
        rows={chases}
        rowKey={(chase) => chase.batchId}
        columns={[
          {
            key: "day",
            header: t("obligations.chase.day"),
            cell: (chase) => formatJalali(isoDate(chase.sentOn), locale, "short"),
          },
          { key: "by", header: t("obligations.chase.by"), cell: (chase) => chase.byName },
          {
            key: "offices",
            header: t("obligations.chase.offices"),
            cell: (chase) => <Num value={chase.offices} />,
          },
          { key: "seen", header: t("obligations.chase.seen"), cell: (chase) => <Num value={chase.seen} /> },
        ]}
      />
    </div>
  );
}

/** Rows that stand ready. */
const ROWS = 2;

/** Gives the text to further offices. */
export function AlsoOwesForm({ offices, requestId, answer }: Sending & { offices: readonly Option[] }) {
  const t = useT<ObligationsKey>();
  const [form, fields] = useForm<{ offices: string[]; dueOn: string }>({
    id: "also-owes",
    lastResult: answer?.result,
    defaultValue: { offices: Array.from({ length: ROWS }, () => "") },
  });
  return (
    <Form
      form={form}
      requestId={requestId}
      refusal={answer?.refusal}
      labels={{
        offices: t("obligations.also-owes"),
        "offices[]": t("obligations.also-owes.office"),
        dueOn: t("obligations.also-owes.due"),
      }}
    >
      <input type="hidden" name="intent" value="also-owes" />
      <p className="text-second text-ink-2">{t("obligations.also-owes.lead")}</p>
      <div
        id={fields.offices.id}
        role="group"
        aria-label={t("obligations.also-owes")}
        aria-describedby={fields.offices.errors ? fields.offices.errorId : undefined}
        className="flex flex-col gap-3"
      >
        <FieldError field={fields.offices} />
        <GrowingRows field={fields.offices} most={MOST_ADDRESSED} add={t("obligations.decision.to.more")}>
          {(field, index) => <ComboBox field={field} optional={index > 0} options={offices} />}
        </GrowingRows>
      </div>
      <DateField field={fields.dueOn} optional help={t("obligations.also-owes.due.help")} />
      <FormActions>
        <SubmitButton kind="secondary">{t("obligations.also-owes.do")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
