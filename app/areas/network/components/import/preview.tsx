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
import { expected, type Expected } from "../../people-import/expected";
import type { ImportDetails } from "../../queries.server/imports";
import type { LikelyCounts } from "../../queries.server/likely-rows";

type Example = Preview["examples"][number];

/** The word that lets a list in says what it does. */
function useStartWord({ added, updated }: Expected): string {
  const t = useT<NetworkKey>();
  if (added > 0 && updated > 0) return t("network.import.start.both", { added, updated });
  if (updated > 0) return t("network.import.start.updates", { updated });
  return t("network.import.start", { added });
}

function StartForm({
  list,
  figures,
  requestId,
  answer,
  here,
}: {
  list: Pick<ImportDetails, "revision" | "entryState">;
  figures: Expected;
  requestId: string;
  answer: FormResult | undefined;
  here: string;
}) {
  const t = useT<NetworkKey>();
  const [form] = useForm({ lastResult: answer?.result });
  const word = useStartWord(figures);
  const isSomething = figures.added + figures.updated > 0;
  return (
    <Form form={form} requestId={requestId} revision={list.revision} warn={false}>
      <input type="hidden" name="do" value="start" />
      {isSomething ? (
        <p className="max-w-160 text-second text-ink-2">
          {figures.added > 0 &&
            t("network.import.start.at", { state: t(`network.state.${list.entryState}`) })}{" "}
          {t("network.import.start.lead")}
        </p>
      ) : (
        <p className="max-w-160 text-second text-ink-2">{t("network.import.start.nothing")}</p>
      )}
      <FormActions>
        {isSomething && <SubmitButton icon="user-plus">{word}</SubmitButton>}
        <LinkButton to={`${here}?columns`}>{t("network.import.change-columns")}</LinkButton>
      </FormActions>
    </Form>
  );
}

/** What becomes of the rows when the list is let in as it stands. */
function ExpectedFigures({ figures }: { figures: Expected }) {
  const t = useT<NetworkKey>();
  return (
    <div className="mb-5 flex flex-wrap gap-x-10 gap-y-4">
      {(["added", "updated", "unchanged", "asked", "refused"] as const).map((kind) => (
        <Stat
          key={kind}
          figure={<Num value={figures[kind]} />}
          label={t(`network.import.${kind}`)}
          tone={(kind === "refused" || kind === "asked") && figures[kind] > 0 ? "brick" : undefined}
        />
      ))}
    </div>
  );
}

/** Rows of a list that speak of one person. */
function Repeats({ preview }: { preview: Preview }) {
  const t = useT<NetworkKey>();
  if (preview.repeats.length === 0) return null;
  return (
    <Section title={t("network.import.repeats")}>
      <p className="mb-3 max-w-160 text-second text-ink-2">
        {t("network.import.repeats.lead", { count: preview.repeated })}
      </p>
      <ul className="flex flex-col gap-1">
        {preview.repeats.map(({ number, name, of }) => (
          <li key={number}>{t("network.import.repeats.one", { name, row: number, of })}</li>
        ))}
      </ul>
    </Section>
  );
}

/** What was found in a list before anybody of it is registered, and the word that lets it in. */
export function ImportPreview({
  list,
  preview,
  said,
  likely,
  requestId,
  answer,
  here,
}: {
  list: Pick<ImportDetails, "revision" | "entryState" | "formulas" | "errors">;
  /** What was said of rows that may be somebody. */
  said: LikelyCounts;
  /** Rows that may be somebody of the county. */
  likely: ReactNode;
  preview: Preview;
  requestId: string;
  answer: FormResult | undefined;
  /** Address of this import. */
  here: string;
}) {
  const t = useT<NetworkKey>();
  const figures = expected(preview, said);
  const found = PROBLEMS.filter((problem) => preview.counts[problem]);
  const { mergedHeads: heads = [], headings = 0 } = preview;
  const isRemarked = list.formulas > 0 || list.errors > 0 || heads.length > 0 || headings > 0;
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
      <ExpectedFigures figures={figures} />
      {isRemarked && (
        <div className="mb-5">
          <Notice kind="saffron">
            {list.formulas > 0 && <p>{t("network.import.formulas", { count: list.formulas })}</p>}
            {list.errors > 0 && <p>{t("network.import.errors", { count: list.errors })}</p>}
            {heads.length > 0 && (
              <p>
                {t("network.import.merged-heads", {
                  heads: heads.map((head) => t("network.import.quoted", { text: head })).join(" "),
                })}
              </p>
            )}
            {headings > 0 && <p>{t("network.import.headings", { count: headings })}</p>}
          </Notice>
        </div>
      )}
      <StartForm list={list} figures={figures} requestId={requestId} answer={answer} here={here} />
      {(preview.uncompared ?? 0) > 0 && (
        <p className="text-second text-ink-3">
          {t("network.import.uncompared", { count: preview.uncompared ?? 0 })}
        </p>
      )}
      {likely}
      <Repeats preview={preview} />
      <Section title={t("network.import.counts")}>
        {found.length === 0 && figures.asked === 0 ? (
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
