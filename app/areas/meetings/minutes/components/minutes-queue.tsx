import { useForm } from "@conform-to/react";
import type { IsoDate } from "~/lib/jalali";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form/form";
import type { RefusalFace } from "~/ui/form/form-context";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { ProgressBar } from "~/ui/progress-bar";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";
import { useLookAgain } from "~/ui/use-look-again";
import type { MinutesFileProblem } from "../../choices";
import type { MinutesKey } from "../minutes-messages";

type QueueRow = {
  id: string;
  title: string;
  heldOn: IsoDate | null;
  resolutions: number;
  seen: number;
  toLook: number;
  undated: number;
  isTwin: boolean;
};
type Refused = { id: string; name: string; problem: MinutesFileProblem; broughtAt: Date };
type Known = {
  id: string;
  name: string;
  title: string;
  broughtAt: Date;
  draftId: string | null;
  minutesId: string | null;
};
type Progress = {
  drafts: number;
  resolutions: number;
  seen: number;
  undated: number;
  ready: number;
  waiting: number;
};

/** Drafts that wait for a person, the surest first, and how far the whole has come. */
export function MinutesQueue({
  page,
  progress,
  refused,
  known,
  first,
  after,
  base,
  accepted,
  brought,
  requestId,
  refusal,
}: {
  page: { rows: QueueRow[]; next: string | null };
  progress: Progress;
  refused: Refused[];
  known: Known[];
  first: string | null;
  after: string | null;
  base: string;
  accepted: number | null;
  brought: number | null;
  requestId: string;
  refusal?: RefusalFace | undefined;
}) {
  const t = useT<MinutesKey>();
  const queue = `${base}/queue`;
  return (
    <>
      <PageHeader
        title={t("minutes.queue.title")}
        back={{ to: base, label: t("minutes.title") }}
        meta={t("minutes.queue.lead")}
        actions={
          <>
            <LinkButton to={`${base}/many`} icon="file-up">
              {t("minutes.many.title")}
            </LinkButton>
            {first && (
              <LinkButton to={`${base}/review/${first}?show=attention`} kind="primary" icon="list-checks">
                {t("minutes.queue.begin")}
              </LinkButton>
            )}
          </>
        }
      />
      {progress.waiting > 0 && <Reading waiting={progress.waiting} />}
      {progress.waiting === 0 && brought !== null && (
        <div className="mb-4">
          <Notice live>{t("minutes.queue.brought", { count: brought })}</Notice>
        </div>
      )}
      {accepted !== null && (
        <div className="mb-4">
          <Notice live>{t("minutes.queue.accepted", { count: accepted })}</Notice>
        </div>
      )}
      {progress.drafts > 0 && <Standing progress={progress} requestId={requestId} refusal={refusal} />}
      <Section title={t("minutes.queue.drafts")} bare>
        <Table
          caption={t("minutes.queue.drafts")}
          rows={page.rows}
          rowKey={(row) => row.id}
          columns={columns(t, base)}
          empty={
            <EmptyState title={t("minutes.queue.empty.title")}>{t("minutes.queue.empty.text")}</EmptyState>
          }
        />
        {(after !== null || page.next !== null) && (
          <Pager
            {...(after === null ? {} : { previous: queue })}
            {...(page.next === null ? {} : { next: `${queue}?after=${page.next}` })}
          />
        )}
      </Section>
      {refused.length > 0 && (
        <Section title={t("minutes.queue.refused")} note={t("minutes.queue.refused.note")} bare>
          <Table
            caption={t("minutes.queue.refused")}
            rows={refused}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", header: t("minutes.queue.column.file"), cell: (row) => <bdi>{row.name}</bdi> },
              {
                key: "problem",
                header: t("minutes.queue.column.problem"),
                cell: (row) => t(`minutes.file.${row.problem}`),
              },
              {
                key: "at",
                header: t("minutes.queue.column.brought"),
                cell: (row) => <InstantText instant={row.broughtAt} />,
              },
            ]}
          />
        </Section>
      )}
      {known.length > 0 && (
        <Section title={t("minutes.queue.known")} note={t("minutes.queue.known.note")} bare>
          <Table
            caption={t("minutes.queue.known")}
            rows={known}
            rowKey={(row) => row.id}
            columns={[
              { key: "name", header: t("minutes.queue.column.file"), cell: (row) => <bdi>{row.name}</bdi> },
              {
                key: "earlier",
                header: t("minutes.queue.column.earlier"),
                cell: (row) => (
                  <>
                    <Link
                      to={row.minutesId ? `${base}/${row.minutesId}` : `${base}/review/${row.draftId}`}
                      className="text-teal hover:underline"
                    >
                      {row.title || t("minutes.untitled")}
                    </Link>{" "}
                    <Chip>
                      {t(row.minutesId ? "minutes.queue.known.issued" : "minutes.queue.known.draft")}
                    </Chip>
                  </>
                ),
              },
              {
                key: "at",
                header: t("minutes.queue.column.brought"),
                cell: (row) => <InstantText instant={row.broughtAt} />,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}

/** Reads the page anew as long as a job is at work. */
function Reading({ waiting }: { waiting: number }) {
  const t = useT<MinutesKey>();
  useLookAgain();
  return (
    <div className="mb-4">
      <Notice icon="scan-text">{t("minutes.queue.waiting", { count: waiting })}</Notice>
    </div>
  );
}

function Standing({
  progress,
  requestId,
  refusal,
}: {
  progress: Progress;
  requestId: string;
  refusal: RefusalFace | undefined;
}) {
  const t = useT<MinutesKey>();
  const [form] = useForm({ id: "accept" });
  const { resolutions, seen, drafts, undated, ready } = progress;
  return (
    <div className="mb-4 rounded-card border border-line-2 bg-sheet p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          <p className="mb-2 text-item">{t("minutes.queue.seen", { seen, resolutions, drafts })}</p>
          <ProgressBar
            ratio={resolutions === 0 ? 0 : seen / resolutions}
            label={t("minutes.queue.progress")}
          />
          <p className="mt-2 text-meta text-ink-3">{t("minutes.queue.standing", { undated, ready })}</p>
        </div>
        <Form form={form} requestId={requestId} warn={false} layout="none" {...(refusal ? { refusal } : {})}>
          <SubmitButton name="do" value="accept" icon="check">
            {t("minutes.queue.accept")}
          </SubmitButton>
        </Form>
      </div>
      <p className="mt-3 text-meta text-ink-3">{t("minutes.queue.accept.note")}</p>
    </div>
  );
}

function columns(t: ReturnType<typeof useT<MinutesKey>>, base: string): Column<QueueRow>[] {
  return [
    {
      key: "title",
      header: t("minutes.column.title"),
      cell: (row) => (
        <>
          <Link to={`${base}/review/${row.id}?show=attention`} className="text-teal hover:underline">
            {row.title || t("minutes.untitled")}
          </Link>{" "}
          {row.isTwin && (
            <Chip tone="saffron" icon="copy">
              {t("minutes.queue.twin")}
            </Chip>
          )}
        </>
      ),
    },
    {
      key: "held",
      header: t("minutes.column.held"),
      cell: (row) => (row.heldOn ? <DateText iso={row.heldOn} /> : null),
      noWrap: true,
    },
    {
      key: "resolutions",
      header: t("minutes.column.resolutions"),
      cell: (row) => <Num value={row.resolutions} column />,
      numeric: true,
    },
    {
      key: "sure",
      header: t("minutes.queue.column.sure"),
      cell: (row) =>
        row.toLook === 0 ? (
          <Chip tone="teal" icon="check">
            {t("minutes.queue.sure")}
          </Chip>
        ) : (
          <Chip tone="saffron" icon="circle-alert">
            {t("minutes.queue.to-look", { count: row.toLook })}
          </Chip>
        ),
    },
    {
      key: "undated",
      header: t("minutes.queue.column.undated"),
      cell: (row) => <Num value={row.undated} column />,
      numeric: true,
    },
    {
      key: "seen",
      header: t("minutes.queue.column.seen"),
      cell: (row) => t("minutes.queue.of", { seen: row.seen, all: row.resolutions }),
      noWrap: true,
    },
  ];
}
