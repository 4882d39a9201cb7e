import { Form } from "@remix-run/react";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { CHECK_LOOK } from "~/ui/form/checkbox";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Table, type Column } from "~/ui/table";
import type { TrayRow } from "../in-tray/in-tray.server";
import { PASSED_PARTS, type TrayPart } from "../in-tray/tray-view";
import type { ObligationsKey } from "../messages";
import { DueText, LateText } from "./due-text";
import { SourceText } from "./source-text";
import { StateChip } from "./state-chip";

/** Enough words of a text for whoever hears what a button is about. */
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The step that most often comes next, as the address of the row's page names it. */
const nextStep = ({ state }: TrayRow) =>
  state === "acknowledged" || state === "in-progress" ? "?step=report-done#step" : "";

/** A part of an office's in-tray. What is new is acknowledged here, several rows at once. */
export function TrayTable({
  rows,
  part,
  base,
  requestId,
  readOnly,
  searched,
}: {
  rows: readonly TrayRow[];
  part: TrayPart;
  /** Address below which the pages of the rows stand. */
  base: string;
  requestId: string;
  readOnly: boolean;
  /** Only what has certain words is shown. */
  searched: boolean;
}) {
  const t = useT<ObligationsKey>();
  const { locale } = useLocale();
  const isPassed = PASSED_PARTS.includes(part);
  const isNew = (row: TrayRow) => row.state === "issued" && !readOnly && !isPassed;
  const hasNew = rows.some(isNew);
  if (rows.length === 0)
    return part === "mine" && !searched ? (
      <EmptyState title={t("obligations.tray.empty.mine")}>
        {t("obligations.tray.empty.mine.text")}
      </EmptyState>
    ) : (
      <EmptyState filtered title={t("obligations.tray.empty")} />
    );
  const columns: Column<TrayRow>[] = [
    {
      key: "what",
      header: t("obligations.column.what"),
      cell: (row) => (
        <span className="block py-1">
          <Link to={`${base}/${row.id}`} className="line-clamp-3 hover:text-teal">
            <bdi>{row.text}</bdi>
          </Link>
          <span className="block text-meta text-ink-3">
            <SourceText row={row} />
          </span>
          {row.debtorFa && (
            <span className="block text-second">{locale === "fa" ? row.debtorFa : row.debtorEn}</span>
          )}
          {row.returned && (
            <span dir="auto" className="mt-1 block text-second text-saffron-ink">
              {t("obligations.tray.returned", { note: row.returned })}
            </span>
          )}
        </span>
      ),
    },
    {
      key: "due",
      header: t("obligations.column.due"),
      cell: (row) => (
        <span className="block">
          <DueText row={row} />
          {row.dueOn && <LateText row={row} />}
        </span>
      ),
    },
    {
      key: "state",
      header: t("obligations.column.state"),
      phone: "bare",
      cell: (row) =>
        row.returned === null ? (
          <StateChip state={row.state} />
        ) : (
          <Chip icon="corner-up-left" tone="saffron">
            {t("obligations.tray.returned.chip")}
          </Chip>
        ),
    },
    ...(hasNew
      ? [
          {
            key: "pick",
            header: t("obligations.tray.pick.header"),
            quietHeader: true,
            phone: "corner" as const,
            screenOnly: true,
            cell: (row: TrayRow) =>
              isNew(row) && (
                <input
                  type="checkbox"
                  name="which"
                  value={row.id}
                  aria-label={t("obligations.tray.pick", { text: short(row.text) })}
                  className={CHECK_LOOK}
                />
              ),
          },
        ]
      : []),
    {
      key: "move",
      header: t("obligations.column.state"),
      quietHeader: true,
      phone: "bare",
      screenOnly: true,
      cell: (row) => {
        const text = short(row.text);
        if (isNew(row))
          return (
            <Button
              size="small"
              icon="inbox"
              name="only"
              value={row.id}
              aria-label={t("obligations.tray.acknowledge-one", { text })}
            >
              {t("obligations.act.acknowledge")}
            </Button>
          );
        const step = readOnly || isPassed ? "" : nextStep(row);
        return (
          <LinkButton
            size="small"
            to={`${base}/${row.id}${step}`}
            aria-label={t(step ? "obligations.tray.open-one" : "obligations.tray.see-one", { text })}
          >
            {t(step ? "obligations.tray.open" : "obligations.tray.see")}
          </LinkButton>
        );
      },
    },
  ];
  const table = (
    <Table caption={t("obligations.tray.list")} columns={columns} rows={[...rows]} rowKey={(row) => row.id} />
  );
  if (!hasNew) return table;
  return (
    <Form method="post">
      <input type="hidden" name="do" value="acknowledge" />
      <input type="hidden" name="requestId" value={requestId} />
      <p className="mb-2 print:hidden">
        <Button kind="secondary" icon="check-check">
          {t("obligations.tray.acknowledge-picked")}
        </Button>
      </p>
      {table}
    </Form>
  );
}
