import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useLoaderData } from "@remix-run/react";
import { requireAccount } from "~/actor.server";
import { endEverySession } from "~/areas/identity/commands/end-every-session.server";
import { endSession } from "~/areas/identity/commands/end-session.server";
import { AccountPage } from "~/areas/identity/components/account-page";
import { deviceOf } from "~/areas/identity/device";
import type { IdentityKey } from "~/areas/identity/messages";
import { listSessions } from "~/areas/identity/queries.server";
import { EndSession } from "~/areas/identity/schema";
import { closeSession, doorActor } from "~/areas/identity/sessions.server";
import { clockNotice } from "~/kernel/clock.server";
import { env } from "~/kernel/env.server";
import { formOf, reading, submit } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { InstantText } from "~/ui/instant-text";
import { useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Table, type Column } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const account = requireAccount(args);
  const rows = await reading(doorActor, (db) => listSessions(db, account.id));
  return {
    sessions: rows.map(({ userAgent, ...row }) => ({
      ...row,
      device: deviceOf(userAgent),
      isThis: row.publicId === account.sessionPublicId,
    })),
    hasChanged: new URL(args.request.url).searchParams.has("changed"),
    sample: env().SAMPLE === "1",
    clockSet: clockNotice() !== undefined,
  };
}

/** `everywhere` ends all sessions, this one too; else the one that `publicId` names. */
export async function action(args: ActionFunctionArgs) {
  const account = requireAccount(args);
  const form = await formOf(args.request);
  if (form.get("everywhere") !== null) {
    await endEverySession(account.id);
    const cookie = await closeSession(args.request.headers.get("cookie"));
    return redirect("/sign-in", { headers: { "set-cookie": cookie } });
  }
  return submit(
    args.request,
    EndSession,
    async ({ publicId }) => {
      await endSession(account.id, publicId);
      return redirect("/sessions");
    },
    form,
  );
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>["sessions"][number];

export default function SessionsPage() {
  const { sessions, hasChanged, sample, clockSet } = useLoaderData<typeof loader>();
  const t = useT<IdentityKey>();
  const columns: Column<Row>[] = [
    {
      key: "device",
      header: t("identity.sessions.device"),
      cell: ({ device, isThis, isKept }) => (
        <span className="flex flex-wrap items-center gap-2">
          <bdi>{device ? t("identity.sessions.on", device) : t("identity.sessions.unknown")}</bdi>
          {isThis && <Chip tone="teal">{t("identity.sessions.this")}</Chip>}
          {isKept && <Chip>{t("identity.sessions.kept")}</Chip>}
        </span>
      ),
    },
    {
      key: "since",
      header: t("identity.sessions.since"),
      noWrap: true,
      cell: (row) => <InstantText instant={row.createdAt} style="short" />,
    },
    {
      key: "used",
      header: t("identity.sessions.used"),
      noWrap: true,
      cell: (row) => <InstantText instant={row.usedAt} style="short" />,
    },
    {
      key: "end",
      header: t("identity.sessions.end"),
      quietHeader: true,
      noWrap: true,
      phone: "bare",
      cell: (row) =>
        row.isThis ? null : (
          <PlainForm method="post" className="flex justify-end py-1.5 max-sm:justify-start">
            <input type="hidden" name="publicId" value={row.publicId} />
            <Button size="small">{t("identity.sessions.end")}</Button>
          </PlainForm>
        ),
    },
  ];
  return (
    <AccountPage sample={sample} clockSet={clockSet} path="/sessions">
      <PageHeader
        back={{ to: "/", label: t("identity.sessions.back") }}
        title={t("identity.sessions.title")}
        actions={<LinkButton to="/password">{t("identity.password.change")}</LinkButton>}
      />
      <div className="flex flex-col gap-5">
        {hasChanged && <Notice kind="info" live title={t("identity.password.changed")} />}
        <p className="text-second text-ink-2">{t("identity.sessions.lead")}</p>
        {clockSet && <Notice>{t("identity.sessions.real-time")}</Notice>}
        <Table
          caption={t("identity.sessions.title")}
          columns={columns}
          rows={sessions}
          rowKey={(row) => row.publicId}
        />
        <PlainForm method="post">
          <Button kind="danger-outline" name="everywhere" value="1">
            {t("identity.sessions.end-all")}
          </Button>
        </PlainForm>
      </div>
    </AccountPage>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<IdentityKey>(matches, "identity.sessions.title");
