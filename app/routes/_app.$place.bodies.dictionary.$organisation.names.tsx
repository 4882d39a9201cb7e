import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { nameBody } from "~/areas/bodies/commands/name-body.server";
import { unnameBody } from "~/areas/bodies/commands/unname-body.server";
import { NameDays } from "~/areas/bodies/components/body-names";
import { NameForm } from "~/areas/bodies/components/name-form";
import { getBody, listNames, type NameRow } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { AddName, RemoveName } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Table, type Column } from "~/ui/table";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  const page = await reading(actor, async (db) => {
    authorize(actor, "name", "Organisation");
    return { body: await getBody(db, id), names: await listNames(db, id) };
  });
  const place = actor.place.id;
  return { ...page, place, here: `/${place}/bodies/dictionary/${id}`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  const form = await formOf(args.request);
  const again = redirect(`/${actor.place.id}/bodies/dictionary/${id}/names`);
  if (form.get("do") === "remove") {
    return submit(
      args.request,
      RemoveName,
      async ({ name }) => {
        await unnameBody(actor, id, name);
        return again;
      },
      form,
    );
  }
  return submit(
    args.request,
    AddName,
    async (input) => {
      await nameBody(actor, id, input);
      return again;
    },
    form,
  );
}

export default function NamesPage() {
  const { body, names, place, here, requestId } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const scopeOf = (row: NameRow) => {
    if (row.divisionId === 0) return t("bodies.names.by.nation");
    return row.divisionId === place ? t("bodies.names.by.here") : t("bodies.names.by.above");
  };
  const columns: Column<NameRow>[] = [
    { key: "written", header: t("bodies.names.written"), cell: (row) => <bdi>{row.written}</bdi> },
    {
      key: "kind",
      header: t("bodies.names.kind"),
      cell: (row) => t(`bodies.names.kind.${row.kind}`),
    },
    { key: "valid", header: t("bodies.names.valid"), cell: (row) => <NameDays name={row} /> },
    {
      key: "by",
      header: t("bodies.names.by"),
      cell: (row) => [scopeOf(row), row.notedBy].filter(Boolean).join(" · "),
    },
    {
      key: "remove",
      header: t("bodies.names.remove"),
      quietHeader: true,
      phone: "bare",
      cell: (row) =>
        row.divisionId === place && (
          <PlainForm method="post">
            <input type="hidden" name="do" value="remove" />
            <input type="hidden" name="name" value={row.id} />
            <input type="hidden" name="requestId" value={requestId} />
            <Button
              kind="danger-outline"
              size="small"
              aria-label={t("bodies.names.remove.one", { written: row.written })}
            >
              {t("bodies.names.remove")}
            </Button>
          </PlainForm>
        ),
    },
  ];
  return (
    <>
      <PageHeader
        back={{ to: here, label: locale === "fa" ? body.nameFa : body.nameEn }}
        title={t("bodies.names")}
        meta={t("bodies.names.lead")}
      />
      <Table
        caption={t("bodies.names")}
        columns={columns}
        rows={names}
        rowKey={(row) => row.id}
        empty={<p className="p-4 text-second text-ink-3">{t("bodies.names.none")}</p>}
      />
      <div className="mt-6 print:hidden">
        <Section title={t("bodies.names.add")}>
          <NameForm key={names.length} requestId={requestId} answer={useActionData<typeof action>()} />
        </Section>
      </div>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.names", {}, data?.body.nameFa);
