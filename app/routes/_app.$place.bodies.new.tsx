import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { addBody } from "~/areas/bodies/commands/add-body.server";
import { BodyForm } from "~/areas/bodies/components/body-form";
import { listBodyChoices } from "~/areas/bodies/directory.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import { AddBody } from "~/areas/bodies/schema";
import { authorize } from "~/kernel/authorize";
import { reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { id, nameFa, nameEn, level } = actor.place;
  const parents = await reading(actor, (db) => {
    authorize(actor, "add", "Organisation");
    return listBodyChoices(db);
  });
  return { parents, place: { id, nameFa, nameEn }, isNation: level === "nation", requestId: uuidv7() };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, AddBody, async (input) => {
    const { id, officeId } = await addBody(actor, input);
    const bodies = `/${actor.place.id}/bodies`;
    return redirect(officeId ? `${bodies}/${officeId}` : `${bodies}/dictionary/${id}`);
  });
}

export default function NewBodyPage() {
  const { parents, place, isNation, requestId } = useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const here = locale === "fa" ? place.nameFa : place.nameEn;
  const back = `/${place.id}/bodies/dictionary`;
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("bodies.tab.dictionary") }}
        title={t(isNation ? "bodies.new.nation" : "bodies.new.local")}
      />
      {!isNation && (
        <div className="mb-4 max-w-160">
          <Notice>{t("bodies.new.local.help", { place: here })}</Notice>
        </div>
      )}
      <BodyForm
        parents={parents}
        {...(isNation ? {} : { openIn: here })}
        requestId={requestId}
        answer={useActionData<typeof action>()}
        back={back}
      />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<BodiesKey>(matches, "bodies.add");
