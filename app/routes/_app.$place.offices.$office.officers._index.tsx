import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { findOffice } from "~/areas/bodies/queries.server";
import { OfficerTable } from "~/areas/officers/components/officer-table";
import type { OfficersKey } from "~/areas/officers/messages";
import { listOfficers } from "~/areas/officers/queries.server";
import { accountsUnreached } from "~/areas/notifications/unreached.server";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Who answers for an office by an account of his own. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const place = actor.place.id;
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const office = await findOffice(db, place, id);
    if (!office) throw new Refusal("missing", "refusal.missing");
    const rows = await listOfficers(db, place, id);
    const unreached = await accountsUnreached(
      db,
      place,
      rows.map(({ accountId }) => accountId),
    );
    return { office, rows, unreached, today, place, mayAppoint: may(actor, "appoint", "OfficePost", office) };
  });
}

export default function OfficersPage() {
  const { office, rows, unreached, today, place, mayAppoint } = useLoaderData<typeof loader>();
  const t = useT<OfficersKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? office.nameFa : office.nameEn;
  return (
    <>
      <PageHeader
        back={{ to: `/${place}/bodies/${office.id}`, label: t("officers.back", { office: name }) }}
        title={t("officers.title", { office: name })}
        meta={t("officers.lead")}
      />
      <OfficerTable
        rows={rows}
        unreached={unreached}
        today={today}
        place={place}
        officeId={office.id}
        mayAppoint={mayAppoint}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<OfficersKey>(matches, "officers.page", {}, data?.office.nameFa);
