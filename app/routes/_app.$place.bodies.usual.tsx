import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { openOffices } from "~/areas/bodies/commands/open-offices.server";
import { UsualForm } from "~/areas/bodies/components/usual-form";
import { listMissingUsual } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { OpenUsual } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { EmptyState } from "~/ui/empty-state";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { id, nameFa, nameEn, level } = actor.place;
  if (level === "nation") throw redirect(`/${id}/bodies/dictionary`);
  const missing = await reading(actor, (db) => {
    authorize(actor, "open", "Office", { divisionId: id });
    return listMissingUsual(db, actor.place);
  });
  return { missing, place: { nameFa, nameEn }, bodies: `/${id}/bodies`, requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, OpenUsual, async (input) => {
    await openOffices(actor, input);
    return redirect(`/${actor.place.id}/bodies`);
  });
}

export default function UsualBodiesPage() {
  const { missing, place, bodies, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: bodies, label: t("bodies.title") }}
        title={t("bodies.usual")}
        meta={t("bodies.usual.lead", { place: locale === "fa" ? place.nameFa : place.nameEn })}
      />
      {missing.length === 0 ? (
        <EmptyState
          title={t("bodies.usual.all-there")}
          actions={<LinkButton to={bodies}>{t("bodies.title")}</LinkButton>}
        />
      ) : (
        <UsualForm missing={missing} requestId={requestId} answer={answer} back={bodies} />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<BodiesKey>(matches, "bodies.usual");
