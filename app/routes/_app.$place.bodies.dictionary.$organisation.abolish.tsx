import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { holdingsOf, listOwingOffices } from "~/areas/bodies/abolition/preview.server";
import { abolishBody } from "~/areas/bodies/commands/abolish-body.server";
import { AbolishForm } from "~/areas/bodies/components/abolish-form";
import { OwingPlaces, WhatMoves } from "~/areas/bodies/components/what-moves";
import { getBody, listBodyChoices } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { Abolish } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** Shown by name. */
const SHOWN = 50;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  const { place } = actor;
  const { today, locale } = args.context.scope;
  const page = await reading(actor, async (db) => {
    const body = await getBody(db, id);
    authorize(actor, "abolish", "Organisation", body);
    return {
      body: { id, nameFa: body.nameFa, nameEn: body.nameEn, revision: body.revision },
      held: await holdingsOf(db, place, id, false, today, now()),
      places: await listOwingOffices(db, place, id, SHOWN),
      heirs: (await listBodyChoices(db)).filter((one) => one.id !== id),
    };
  });
  return {
    ...page,
    day: typedJalali(today, locale),
    base: `/${place.id}/bodies`,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  return submit(args.request, Abolish, async (input) => {
    const abolition = await abolishBody(actor, id, input);
    return redirect(`/${actor.place.id}/bodies/abolitions/${abolition.id}`);
  });
}

export default function AbolishBodyPage() {
  const { body, held, places, heirs, day, base, requestId } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const here = `${base}/dictionary/${body.id}`;
  return (
    <>
      <PageHeader
        back={{ to: here, label: locale === "fa" ? body.nameFa : body.nameEn }}
        title={t("bodies.end.body")}
        meta={t("bodies.end.lead.body")}
      />
      <WhatMoves held={held} isBody />
      <OwingPlaces rows={places} />
      <AbolishForm
        heirs={heirs}
        owes={held.obligations + held.demands > 0}
        day={day}
        revision={body.revision}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={here}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.end.body", {}, data?.body.nameFa);
