import { useForm } from "@conform-to/react";
import type { FormResult } from "~/kernel/http.server";
import { Chip } from "~/ui/chip";
import { Form } from "~/ui/form/form";
import { FormActions } from "~/ui/form/form-actions";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { Section } from "~/ui/section";
import { Stat } from "~/ui/stat";
import { Table, type Column } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import { KEPT_DAYS } from "../../people-import/states";
import { stayReasonKey, UNDO_OUTCOMES } from "../../people-import/undo";
import type { UndoneRow } from "../../queries.server/import-undo";
import type { ImportDetails } from "../../queries.server/imports";
import { ImportProgress } from "./progress";

type Figures = Pick<
  ImportDetails,
  "undoTotal" | "undoDone" | "undoCancelled" | "undoRestored" | "undoPartly" | "undoStayed"
>;

function UndoFigures({ list }: { list: Figures }) {
  const t = useT<NetworkKey>();
  const figures = {
    cancelled: list.undoCancelled,
    restored: list.undoRestored,
    partly: list.undoPartly,
    stayed: list.undoStayed,
  };
  return (
    <div className="grid max-w-160 grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {UNDO_OUTCOMES.map((outcome) => (
        <Stat
          key={outcome}
          figure={<Num value={figures[outcome]} />}
          label={t(`network.undo.done.${outcome}`)}
          tone={
            (outcome === "stayed" || outcome === "partly") && figures[outcome] > 0 ? "saffron" : undefined
          }
        />
      ))}
    </div>
  );
}

/** How far a list is taken back. Where that stopped, the button that lets it go on. */
export function ImportUndoing({
  list,
  isStopped,
  requestId,
  answer,
  here,
}: {
  list: Figures & Pick<ImportDetails, "failure" | "revision">;
  isStopped: boolean;
  requestId: string;
  answer: FormResult | undefined;
  here: string;
}) {
  const t = useT<NetworkKey>();
  const [form] = useForm({ lastResult: answer?.result });
  const { undoDone: done, undoTotal: total } = list;
  return (
    <ImportProgress
      words={t("network.undo.progress", { done, total })}
      done={done}
      total={total}
      here={here}
      before={
        isStopped && (
          <Notice kind="brick" title={t("network.undo.stopped")}>
            <p>
              {t(list.failure === null ? "network.import.failure.stuck" : "network.import.failure.error")}
            </p>
          </Notice>
        )
      }
    >
      <UndoFigures list={list} />
      <p className="text-second text-ink-3">{t("network.undo.progress.lead")}</p>
      {isStopped && (
        <Form
          form={form}
          requestId={requestId}
          revision={list.revision}
          refusal={answer?.refusal}
          warn={false}
        >
          <input type="hidden" name="do" value="resume-undo" />
          <FormActions>
            <SubmitButton>{t("network.undo.resume")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </ImportProgress>
  );
}

/** What came of taking a list back, and who stayed for which reason. */
export function ImportUndone({
  list,
  staying,
  here,
  base,
}: {
  list: Figures & Pick<ImportDetails, "undoneByName" | "undoneReason" | "hasTraces">;
  staying: readonly UndoneRow[];
  here: string;
  base: string;
}) {
  const t = useT<NetworkKey>();
  const columns: Column<UndoneRow>[] = [
    {
      key: "name",
      header: t("network.import.col.name"),
      cell: (row) =>
        row.fullName === null ? (
          <span className="text-ink-3">{t("network.undo.no-longer")}</span>
        ) : (
          <Link to={`${base}/people/${row.personId}`} className="hover:text-teal">
            <bdi>{row.fullName}</bdi>
          </Link>
        ),
    },
    {
      key: "outcome",
      header: t("network.undo.col.outcome"),
      cell: (row) => <Chip tone="saffron">{t(`network.undo.outcome.${row.outcome}`)}</Chip>,
    },
    {
      key: "reasons",
      header: t("network.import.refused.why"),
      phone: "bare",
      cell: (row) => row.reasons.map((reason) => t(stayReasonKey(reason))).join(" · "),
    },
  ];
  return (
    <div className="flex flex-col gap-5">
      <Notice title={t("network.undo.done", { name: list.undoneByName ?? "" })}>
        {list.undoneReason && <bdi className="whitespace-pre-line wrap-anywhere">{list.undoneReason}</bdi>}
      </Notice>
      <UndoFigures list={list} />
      {!list.hasTraces && (
        <p className="text-second text-ink-3">{t("network.undo.file.swept", { days: KEPT_DAYS.undone })}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {list.hasTraces && (
          <LinkButton to={`${here}/undone`} icon="file-down" document>
            {t("network.undo.file")}
          </LinkButton>
        )}
        <LinkButton to={`${base}?view=name`} kind="secondary" icon="users">
          {t("network.import.to-people")}
        </LinkButton>
        <LinkButton to={`${base}/import`} kind="quiet">
          {t("network.import.other-file")}
        </LinkButton>
      </div>
      {staying.length > 0 && (
        <Section title={t("network.undo.staying")} bare>
          <p className="mb-3 text-second text-ink-3">{t("network.undo.staying.lead")}</p>
          <Table
            caption={t("network.undo.staying")}
            columns={columns}
            rows={staying}
            rowKey={(row) => row.personId}
          />
        </Section>
      )}
    </div>
  );
}
