import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { holdingsOf, listHeld } from "~/areas/bodies/abolition/preview.server";
import { abolishOffice } from "~/areas/bodies/commands/abolish-office.server";
import { AbolishForm } from "~/areas/bodies/components/abolish-form";
import { HeldList, WhatMoves } from "~/areas/bodies/components/what-moves";
import { getOffice } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { listOffices } from "~/areas/bodies/queries.server";
import { Abolish } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Shown by name; the rest is counted. */
const SHOWN = 50;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const { place } = actor;
  const { today, locale } = args.context.scope;
  const page = await reading(actor, async (db) => {
    const office = await getOffice(db, place.id, id);
    authorize(actor, "abolish", "Office", office);
    const { organisationId } = office;
    return {
      office: { id, nameFa: office.nameFa, nameEn: office.nameEn, revision: office.revision },
      held: await holdingsOf(db, place, organisationId, true, today, now()),
      things: await listHeld(db, place.id, id, SHOWN),
      heirs: (await listOffices(db, place.id, today)).flatMap((one) =>
        one.id === id ? [] : [{ id: one.organisationId, nameFa: one.nameFa, nameEn: one.nameEn }],
      ),
    };
  });
  return { ...page, day: typedJalali(today, locale), bodies: `/${place.id}/bodies`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  return submit(args.request, Abolish, async (input) => {
    const abolition = await abolishOffice(actor, id, input);
    return redirect(`/${actor.place.id}/bodies/abolitions/${abolition.id}`);
  });
}

export default function AbolishOfficePage() {
  const { office, held, things, heirs, day, bodies, requestId } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const here = `${bodies}/${office.id}`;
  const owed = held.obligations + held.demands;
  return (
    <>
      <PageHeader
        back={{ to: here, label: locale === "fa" ? office.nameFa : office.nameEn }}
        title={t("bodies.end.office")}
        meta={t("bodies.end.lead.office")}
      />
      <WhatMoves held={held} isBody={false} />
      <HeldList rows={things} count={owed + held.obstacles + held.groups} />
      <AbolishForm
        heirs={heirs}
        owes={owed > 0}
        day={day}
        revision={office.revision}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.end.office", {}, data?.office.nameFa);
