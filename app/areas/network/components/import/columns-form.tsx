import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { isolate } from "~/lib/numbers";
import { columnName } from "~/kernel/sheets/sheet";
import { RadioGroup } from "~/ui/form/choice-group";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { Select } from "~/ui/form/select";
import { SubmitButton } from "~/ui/form/submit-button";
import { useLocale, useT } from "~/ui/i18n";
import { localDigits } from "~/ui/numbers";
import { listed } from "~/ui/listed";
import { ENTRY_STATES } from "../../choices";
import type { NetworkKey } from "../../messages";
import { HIDDEN } from "../../people-import/code-cell";
import { COLUMN_CHOICES, LEFT_OUT } from "../../people-import/fields";
import { isBelief } from "../../people-import/headers";
import type { ImportDetails } from "../../queries.server/imports";

const SHOWN = 3;
/** So many idle columns stand among the others. */
const MOST_IDLE = 4;

/** What each column of the list means: our guess, which the user mends. */
export function ColumnsForm({
  list,
  requestId,
  answer,
}: {
  list: Pick<ImportDetails, "headers" | "columns" | "entryState" | "samples" | "revision">;
  requestId: string;
  answer: FormResult | undefined;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ columns: string[]; entry: string; do: string }>({
    lastResult: answer?.result,
    defaultValue: { columns: list.columns, entry: list.entryState },
  });
  const nameOf = (index: number) => {
    const header = list.headers[index] ?? "";
    const isTwice = list.headers.filter((one) => one === header).length > 1;
    return isTwice ? t("network.import.columns.twice", { header, column: columnName(index) }) : header;
  };
  const helpOf = (index: number) => {
    if (isBelief(list.headers[index] ?? "")) return t("network.import.columns.belief");
    const texts = list.samples
      .map((cells) => cells[index] ?? "")
      .filter((text) => text !== "")
      .map((text) => (text.includes(HIDDEN) ? isolate(text) : text));
    return texts.length > 0
      ? t("network.import.columns.sample", {
          text: localDigits(listed(texts.slice(0, SHOWN), locale), locale),
        })
      : t("network.import.columns.empty");
  };
  const optionsOf = (index: number) =>
    (isBelief(list.headers[index] ?? "") ? ([LEFT_OUT] as const) : COLUMN_CHOICES).map((choice) => ({
      value: choice,
      label: t(`network.import.field.${choice}`),
    }));

  /** A column that is left out and of which nothing is seen: address books have dozens. */
  const isIdle = (index: number) =>
    list.columns[index] === LEFT_OUT && list.samples.every((cells) => !cells[index]);
  const columns = fields.columns.getFieldList().map((field, index) => ({ field, index }));
  const idle = columns.filter(({ index }) => isIdle(index));
  const folded = idle.length > MOST_IDLE ? idle : [];
  const grid = (some: typeof columns) => (
    <div className="grid max-w-220 gap-x-6 gap-y-4 sm:grid-cols-2">
      {some.map(({ field, index }) => (
        <Select
          key={field.key}
          field={field}
          label={nameOf(index)}
          help={<bdi className="wrap-anywhere">{helpOf(index)}</bdi>}
          options={optionsOf(index)}
          empty={false}
        />
      ))}
    </div>
  );

  return (
    <Form form={form} requestId={requestId} revision={list.revision} refusal={answer?.refusal} layout="none">
      <p className="mb-4 max-w-160 text-second text-ink-2">{t("network.import.columns.lead")}</p>
      <input type="hidden" name="do" value="map" />
      {grid(columns.filter((one) => !folded.includes(one)))}
      {folded.length > 0 && (
        <details className="mt-5 max-w-220">
          <summary className="cursor-pointer py-2.5 text-second text-teal">
            {t("network.import.columns.idle", { count: folded.length })}
          </summary>
          <div className="mt-2">{grid(folded)}</div>
        </details>
      )}
      <div className="mt-6 max-w-160">
        <RadioGroup
          field={fields.entry}
          label={t("network.import.entry")}
          help={t("network.import.entry.help")}
          choices={[...ENTRY_STATES]
            .reverse()
            .map((one) => ({ value: one, label: t(`network.import.entry.${one}`) }))}
        />
      </div>
      <FormActions>
        <SubmitButton>{t("network.import.columns.submit")}</SubmitButton>
      </FormActions>
    </Form>
  );
}
