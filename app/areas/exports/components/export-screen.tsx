import { Code } from "~/ui/code";
import { Facts } from "~/ui/facts";
import { InstantText } from "~/ui/instant-text";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { FRESH_MINUTES } from "../choices";
import type { ExportsKey } from "../messages";
import type { ExportRow } from "../queries.server";
import type { ToldExport } from "./export-table";
import { PaperProgress } from "./paper-progress";

type Props = {
  row: ToldExport & Pick<ExportRow, "paper">;
  /** As it is written on the sheet. */
  number: string;
  /** The list of exports, or the list that was taken. */
  back: { to: string; label: string };
  /** Address below which exports stand. */
  base: string;
  isMine: boolean;
  mayFetch: boolean;
  /** Address under `base` at which the same list is taken again; null where there is none. */
  again: string | null;
};

/** One export: what was taken, by whom and why; its taker fetches the file here. */
export function ExportScreen({ row, number, back, base, isMine, mayFetch, again }: Props) {
  const t = useT<ExportsKey>();
  return (
    <>
      <PageHeader back={back} title={t("exports.one", { number: row.number })} />
      <div className="flex max-w-160 flex-col gap-6">
        {row.paper && row.paper.state !== "ready" && row.paper.state !== "failed" ? (
          <PaperProgress
            done={row.paper.state === "waiting" ? null : row.paper.rowsDone}
            total={row.rowCount}
            here={`${base}/${row.id}`}
          />
        ) : row.paper?.state === "failed" ? (
          <Notice
            kind="brick"
            live
            title={t("exports.paper.failed")}
            action={again && <LinkButton to={`${base}/${again}`}>{t("exports.again")}</LinkButton>}
          >
            {t((row.paper.failure ?? "exports.paper.failed.error") as ExportsKey)}
          </Notice>
        ) : mayFetch ? (
          <Notice
            live
            title={t("exports.ready")}
            action={
              <LinkButton to={`${base}/${row.id}/file`} document kind="primary" icon="file-down">
                {t("exports.fetch")}
              </LinkButton>
            }
          >
            {t("exports.ready.text", { minutes: FRESH_MINUTES })}
          </Notice>
        ) : isMine ? (
          <Notice
            title={t("exports.over")}
            action={again && <LinkButton to={`${base}/${again}`}>{t("exports.again")}</LinkButton>}
          >
            {t("exports.over.text")}
          </Notice>
        ) : (
          <p className="text-second text-ink-3">{t("exports.others")}</p>
        )}
        <Facts
          facts={[
            { label: t("exports.list"), value: row.title },
            { label: t("exports.narrowed"), value: row.told || t("exports.everything") },
            { label: t("exports.format"), value: t(`exports.format.${row.format}`) },
            { label: t("exports.rows"), value: <Num value={row.rowCount} /> },
            { label: t("exports.taken-by"), value: `${row.takenByName} · ${row.takenByPost}` },
            { label: t("exports.taken-at"), value: <InstantText instant={row.createdAt} style="long" /> },
            { label: t("exports.number"), value: <Code>{number}</Code> },
            { label: t("exports.reason"), value: row.reason },
            {
              label: t("exports.paper.pages-count"),
              value: row.paper?.pages && <Num value={row.paper.pages} />,
            },
            {
              label: t("exports.paper.size"),
              value:
                row.paper?.fileSize &&
                t("exports.paper.size.kb", { size: Math.max(1, Math.round(row.paper.fileSize / 1024)) }),
            },
            {
              label: t("exports.paper.hash"),
              value: row.paper?.fileHash && (
                <>
                  <Code asWritten>{row.paper.fileHash.slice(0, 16)}</Code>
                  <span className="block text-meta text-ink-3">{t("exports.paper.hash.help")}</span>
                </>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
