import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormResult } from "~/kernel/http.server";
import { formatMobile } from "~/lib/identifiers";
import type { Page } from "~/lib/paging";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";
import type { NetworkKey } from "../../messages";
import { wordsForAll } from "../../people-import/expected";
import { ROW_WORDS, type RowWord } from "../../people-import/problems";
import type { LikelyCounts, LikelyRow } from "../../queries.server/likely-rows";
import { TwinReasons } from "../duplicates/twin-reasons";

type Shown = {
  rows: Page<LikelyRow>;
  counts: LikelyCounts;
  requestId: string;
  answer: FormResult | undefined;
  /** Address of this import. */
  here: string;
  base: string;
  isLater: boolean;
};

function Person({
  name,
  mobile,
  locality,
}: {
  name: ReactNode;
  mobile: string | null;
  locality: string | null;
}) {
  const { locale } = useLocale();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span className="font-semibold">{name}</span>
      {mobile && <Code>{formatMobile(mobile, locale)}</Code>}
      {locality && <span className="text-ink-2">{locality}</span>}
    </p>
  );
}

/** One word for every row at once. */
function ForAll({ counts, requestId, answer }: Pick<Shown, "counts" | "requestId" | "answer">) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ all: string }>({ id: "for-all", lastResult: answer?.result });
  return (
    <Form form={form} requestId={requestId} layout="none" warn={false}>
      <input type="hidden" name="do" value="decide" />
      <div className="flex flex-wrap items-end gap-3">
        <Select
          field={fields.all}
          label={t("network.import.likely.all", { count: counts.all })}
          options={wordsForAll(counts).map((word) => ({
            value: word,
            label: t(`network.import.word.${word}`),
          }))}
          empty={false}
        />
        <SubmitButton kind="secondary">{t("network.import.likely.set-all")}</SubmitButton>
      </div>
    </Form>
  );
}

/** Whom a row stands beside: somebody of the county, or of an earlier row. */
function Other({ row, base }: { row: LikelyRow; base: string }) {
  const t = useT<NetworkKey>();
  const name =
    row.personId === null ? (
      row.personName
    ) : (
      <Link
        to={`${base}/people/${row.personId}`}
        className="inline-flex min-h-6 items-center text-teal underline underline-offset-4"
      >
        {row.personName}
      </Link>
    );
  return (
    <>
      <p className="text-meta text-ink-3">
        {row.otherRow === null
          ? t("network.import.likely.in-network")
          : t("network.import.likely.in-file", { row: row.otherRow })}
      </p>
      <Person name={name} mobile={row.personMobile} locality={row.personLocality} />
      {row.question === "likely" ? (
        <TwinReasons reasons={row.reasons} />
      ) : (
        <Chip tone="brick">{t(`network.import.asked.${row.question}`)}</Chip>
      )}
    </>
  );
}

/** Rows of a list beside whoever of the county may be the same, and what is said of each. */
export function LikelyRows({ rows, counts, requestId, answer, here, base, isLater }: Shown) {
  const t = useT<NetworkKey>();
  const [form, fields] = useForm<{ rows: string[] }>({
    id: "likely-rows",
    lastResult: answer?.result,
    defaultValue: { rows: rows.rows.map(({ rowNumber, decision }) => `${rowNumber}:${decision ?? "later"}`) },
  });
  const list = fields.rows.getFieldList();
  const wordOf = (row: LikelyRow, word: RowWord) =>
    row.question === "likely"
      ? t(`network.import.word.${word}`)
      : t(`network.import.asked.${row.question}.${word}`, { old: row.personName, new: row.fullName });
  return (
    <Section title={t("network.import.likely")} bare>
      <p className="mb-3 max-w-160 text-second text-ink-2">
        {t("network.import.likely.lead")} {counts.asked.open > 0 && t("network.import.asked.lead")}
      </p>
      <p className="mb-3 text-second text-ink-3" role="status">
        {t("network.import.likely.decided", {
          decided: counts.all - counts.likely.open - counts.asked.open,
          all: counts.all,
        })}
      </p>
      {counts.all > 1 && <ForAll counts={counts} requestId={requestId} answer={answer} />}
      <Form form={form} requestId={requestId} layout="none">
        <input type="hidden" name="do" value="decide" />
        <ul className="mt-4 divide-y divide-line border-y border-line">
          {rows.rows.map((row, index) => {
            const field = list[index];
            return (
              <li key={row.rowNumber} className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-2">
                <div>
                  <p className="text-meta text-ink-3">
                    {t("network.import.likely.in-file", { row: row.rowNumber })}
                  </p>
                  <Person name={row.fullName} mobile={row.mobile} locality={row.locality} />
                </div>
                <div>
                  <Other row={row} base={base} />
                </div>
                {field && (
                  <div className="sm:col-span-2">
                    <RadioGroup
                      field={field}
                      label={t("network.import.likely.what", { name: row.fullName, row: row.rowNumber })}
                      row
                      choices={ROW_WORDS.map((word) => ({
                        value: `${row.rowNumber}:${word}`,
                        label: wordOf(row, word),
                      }))}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ul>
        <FormActions>
          <SubmitButton kind="secondary">{t("network.import.likely.save")}</SubmitButton>
        </FormActions>
      </Form>
      <Pager
        previous={isLater ? here : undefined}
        next={rows.next ? `${here}?likely=${rows.next}` : undefined}
      />
    </Section>
  );
}
