import { Form as PlainForm } from "@remix-run/react";
import { formatMobile } from "~/lib/identifiers";
import type { Page } from "~/lib/paging";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { InstantText } from "~/ui/instant-text";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Pager } from "~/ui/pager";
import { Table } from "~/ui/table";
import type { MeetingsKey } from "../../messages";
import type { SignUpRow } from "../queries.server";

/** Who put his name down, what he wants to speak of, and what became of it. */
export function SignUpList({
  names,
  data,
  requestId,
}: {
  names: Page<SignUpRow>;
  data: { place: number; isCounty: boolean; isLater: boolean; back: string };
  requestId: string;
}) {
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const nameOf = (row: SignUpRow) => row.fullName ?? t("meetings.sign-up.nobody");
  const here = `${data.back}/sign-up`;
  return (
    <>
      <Table<SignUpRow>
        caption={t("meetings.sign-up.list")}
        rows={names.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t("meetings.sign-up.empty")}>{t("meetings.sign-up.empty.text")}</EmptyState>
        }
        columns={[
          {
            key: "name",
            header: t("meetings.sign-up.col.name"),
            cell: (row) => (
              <>
                {row.invitationId ? (
                  <Link
                    to={`/${data.place}/invitations/${row.invitationId}`}
                    className="font-[550] hover:text-teal"
                  >
                    <bdi>{nameOf(row)}</bdi>
                  </Link>
                ) : (
                  <bdi className="font-[550]">{nameOf(row)}</bdi>
                )}
                <span className="block text-meta text-ink-3">
                  {row.mobile && <bdi dir="ltr">{formatMobile(row.mobile, locale)}</bdi>}
                  <span className="block">
                    <InstantText instant={row.receivedAt} />
                  </span>
                </span>
              </>
            ),
          },
          {
            key: "subject",
            header: t("meetings.sign-up.col.subject"),
            cell: (row) => row.subject && <bdi className="whitespace-pre-wrap">{row.subject}</bdi>,
          },
          {
            key: "state",
            header: t("meetings.sign-up.col.state"),
            cell: (row) => (
              <>
                {t(`meetings.sign-up.state.${row.state}`)}
                {row.attended && (
                  <span className="block text-meta text-ink-3">
                    {t(`meetings.attendance.${row.attended}`)}
                  </span>
                )}
              </>
            ),
          },
          {
            key: "acts",
            header: "",
            phone: "bare",
            cell: (row) => (
              <span className="flex flex-wrap gap-2">
                {data.isCounty && row.demandId && (
                  <LinkButton to={`/${data.place}/demands/${row.demandId}`} size="small" kind="quiet">
                    {t("meetings.sign-up.has-demand")}
                  </LinkButton>
                )}
                {data.isCounty && !row.demandId && (row.state === "waiting" || row.state === "taken") && (
                  <LinkButton
                    to={`/${data.place}/demands/new?from=sign-up:${row.id}`}
                    size="small"
                    aria-label={t("meetings.sign-up.demand-of", { name: nameOf(row) })}
                  >
                    {t("meetings.sign-up.demand")}
                  </LinkButton>
                )}
                {row.state === "waiting" && (
                  <PlainForm method="post">
                    <input type="hidden" name="requestId" value={requestId} />
                    <input type="hidden" name="signUpId" value={row.id} />
                    <Button
                      name="do"
                      value="decline"
                      kind="quiet"
                      size="small"
                      icon="x"
                      aria-label={t("meetings.sign-up.decline-of", { name: nameOf(row) })}
                    >
                      {t("meetings.sign-up.decline")}
                    </Button>
                  </PlainForm>
                )}
              </span>
            ),
          },
        ]}
      />
      <Pager
        {...(data.isLater ? { previous: here } : {})}
        {...(names.next ? { next: `${here}?after=${names.next}` } : {})}
      />
    </>
  );
}
