import { useForm } from "@conform-to/react";
import { Chip } from "~/ui/chip";
import { EmptyState } from "~/ui/empty-state";
import { Form } from "~/ui/form/form";
import { SubmitButton } from "~/ui/form/submit-button";
import { useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { LinkButton } from "~/ui/link-button";
import { Table, type Column } from "~/ui/table";
import type { NetworkKey } from "../../messages";
import type { GrantRow } from "../../queries.server/glass";

/** A look as pages get it: its county by name, instants as texts, and what the reader may do. */
export type ShownGrant = Omit<GrantRow, "openedAt" | "shownAt" | "endedAt" | "openedByKey"> & {
  shownAt: string;
  endedAt: string | null;
  county: string;
  mayEnd: boolean;
  mayEnter: boolean;
};

/** Whether a look is open, and for how long; else who ended it. */
export function GrantState({ grant }: { grant: Pick<ShownGrant, "isOpen" | "minutesLeft" | "endedByName"> }) {
  const t = useT<NetworkKey>();
  if (grant.isOpen)
    return (
      <Chip tone="saffron" icon="eye">
        {t("network.glass.is-open", { minutes: grant.minutesLeft })}
      </Chip>
    );
  return (
    <span className="text-ink-3">
      {grant.endedByName
        ? t("network.glass.ended-by", { name: grant.endedByName })
        : t("network.glass.ended-itself")}
    </span>
  );
}

/** One button that ends a look. */
function EndForm({ grant, base, requestId }: { grant: ShownGrant; base: string; requestId: string }) {
  const t = useT<NetworkKey>();
  const [form] = useForm({ id: `end-${grant.id}` });
  return (
    <Form
      form={form}
      requestId={requestId}
      warn={false}
      layout="none"
      action={`${base}?${new URLSearchParams({ grant: grant.id, county: String(grant.divisionId) })}`}
    >
      <SubmitButton kind="secondary" size="small">
        {t("network.glass.end")}
      </SubmitButton>
    </Form>
  );
}

/** Looks into people's files: when, by whom, why, and what was seen. The county's list leaves its own name out. */
export function GrantTable({
  grants,
  base,
  isCounty,
  requestId,
}: {
  grants: readonly ShownGrant[];
  /** Address of the list. */
  base: string;
  isCounty: boolean;
  requestId: string;
}) {
  const t = useT<NetworkKey>();
  const columns: Column<ShownGrant>[] = [
    {
      key: "when",
      header: t("network.glass.col.when"),
      noWrap: true,
      cell: (row) => <InstantText instant={row.shownAt} />,
    },
    ...(isCounty
      ? []
      : [{ key: "county", header: t("network.glass.col.county"), cell: (row: ShownGrant) => row.county }]),
    { key: "who", header: t("network.glass.col.who"), cell: (row) => <bdi>{row.openedByName}</bdi> },
    {
      key: "reason",
      header: t("network.glass.col.reason"),
      cell: (row) => <bdi className="block max-w-90 break-words whitespace-pre-wrap">{row.reason}</bdi>,
    },
    { key: "state", header: t("network.glass.col.state"), cell: (row) => <GrantState grant={row} /> },
    {
      key: "seen",
      header: t("network.glass.col.seen"),
      cell: (row) =>
        row.files + row.names === 0 ? (
          <span className="text-ink-3">{t("network.glass.seen.none")}</span>
        ) : (
          t("network.glass.seen", { files: row.files, names: row.names })
        ),
    },
    {
      key: "do",
      header: t("network.glass.col.do"),
      quietHeader: true,
      phone: "bare",
      cell: (row) => (
        <div className="flex flex-wrap items-center justify-end gap-2 py-1.5 max-sm:justify-start print:hidden">
          {isCounty && (
            <LinkButton size="small" to={`${base}/seen/${row.id}`}>
              {t("network.glass.show")}
            </LinkButton>
          )}
          {row.mayEnter && (
            <LinkButton size="small" kind="primary" to={`${base}/${row.divisionId}`}>
              {t("network.glass.enter")}
            </LinkButton>
          )}
          {row.mayEnd && <EndForm grant={row} base={base} requestId={requestId} />}
        </div>
      ),
    },
  ];
  return (
    <Table
      caption={t(isCounty ? "network.glass.county" : "network.glass")}
      columns={columns}
      rows={grants}
      rowKey={(row) => row.id}
      tone={(row) => (row.isOpen ? "saffron" : undefined)}
      empty={
        <EmptyState title={t(isCounty ? "network.glass.empty.county" : "network.glass.empty.province")} />
      }
    />
  );
}
