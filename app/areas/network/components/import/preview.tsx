import { useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import type { FormResult } from "~/kernel/http.server";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Stat } from "~/ui/stat";
import { Table, type Column } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import { isRefusing, PROBLEMS, type Preview } from "../../people-import/problems";
import type { ImportDetails } from "../../queries.server/imports";

type Example = Preview["examples"][number];

function StartForm({
  list,
  good,
  requestId,
  answer,
  here,
}: {
  list: Pick<ImportDetails, "revision" | "entryState">;
  good: number;
  requestId: string;
  answer: FormResult | undefined;
  here: string;
}) {
  const t = useT<NetworkKey>();
  const [form] = useForm({ lastResult: answer?.result });
  return (
    <Form form={form} requestId={requestId} revision={list.revision} warn={false}>
      <input type="hidden" name="do" value="start" />
      {good > 0 && (
        <p className="max-w-160 text-second text-ink-2">
          {t("network.import.start.at", { state: t(`network.state.${list.entryState}`) })}{" "}
          {t("network.import.start.lead")}
        </p>
      )}
      <FormActions>
        {good > 0 && (
          <SubmitButton icon="user-plus">{t("network.import.start", { count: good })}</SubmitButton>
        )}
        <LinkButton to={`${here}?columns`}>{t("network.import.change-columns")}</LinkButton>
      </FormActions>
    </Form>
  );
}

/** What was found in a list before anybody of it is registered, and the word that lets it in. */
export function ImportPreview({
  list,
  preview,
  leftOut,
  likely,
  requestId,
  answer,
  here,
}: {
  list: Pick<ImportDetails, "revision" | "entryState" | "formulas" | "errors">;
  /** Rows that stay out at somebody's word. */
  leftOut: number;
  /** Rows that may be somebody of the county. */
  likely: ReactNode;
  preview: Preview;
  requestId: string;
  answer: FormResult | undefined;
  /** Address of this import. */
  here: string;
}) {
  const t = useT<NetworkKey>();
  const found = PROBLEMS.filter((problem) => preview.counts[problem]);
  const columns: Column<Example>[] = [
    { key: "name", header: t("network.import.col.name"), cell: (row) => row.name || "–" },
    {
      key: "number",
      header: t("network.import.col.number"),
      cell: (row) => <Num value={row.number} />,
      numeric: true,
    },
    {
      key: "mobile",
      header: t("network.import.col.mobile"),
      cell: (row) => (row.mobile ? <Code>{row.mobile}</Code> : "–"),
    },
    {
      key: "problems",
      header: t("network.import.col.problems"),
      phone: "bare",
      cell: (row) => (
        <span className="flex flex-wrap gap-1.5">
          {row.problems.map((problem) => (
            <Chip key={problem} tone={isRefusing(problem) ? "brick" : "saffron"}>
              {t(`network.import.problem.${problem}`)}
            </Chip>
          ))}
        </span>
      ),
    },
  ];
  return (
    <>
      <div className="mb-5 flex flex-wrap gap-x-10 gap-y-4">
        <Stat figure={<Num value={preview.good} />} label={t("network.import.good")} />
        <Stat
          figure={<Num value={preview.refused} />}
          label={t("network.import.bad")}
          tone={preview.refused > 0 ? "brick" : undefined}
        />
      </div>
      {(list.formulas > 0 || list.errors > 0) && (
        <div className="mb-5">
          <Notice kind="saffron">
            {list.formulas > 0 && <p>{t("network.import.formulas", { count: list.formulas })}</p>}
            {list.errors > 0 && <p>{t("network.import.errors", { count: list.errors })}</p>}
          </Notice>
        </div>
      )}
      <StartForm
        list={list}
        good={preview.good - leftOut}
        requestId={requestId}
        answer={answer}
        here={here}
      />
      {(preview.uncompared ?? 0) > 0 && (
        <p className="text-second text-ink-3">
          {t("network.import.uncompared", { count: preview.uncompared ?? 0 })}
        </p>
      )}
      {likely}
      <Section title={t("network.import.counts")}>
        {found.length === 0 ? (
          <p className="text-second text-ink-2">{t("network.import.clean")}</p>
        ) : (
          <ul className="flex flex-wrap gap-2">
            {found.map((problem) => (
              <li key={problem}>
                <Chip tone={isRefusing(problem) ? "brick" : "saffron"}>
                  {t("network.import.count-of", {
                    what: t(`network.import.problem.${problem}`),
                    count: preview.counts[problem] ?? 0,
                  })}
                </Chip>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {preview.examples.length > 0 && (
        <Section title={t("network.import.examples")} bare>
          <p className="mb-3 text-second text-ink-3">{t("network.import.examples.lead")}</p>
          <Table
            caption={t("network.import.examples")}
            columns={columns}
            rows={preview.examples}
            rowKey={(row) => String(row.number)}
          />
        </Section>
      )}
    </>
  );
}
