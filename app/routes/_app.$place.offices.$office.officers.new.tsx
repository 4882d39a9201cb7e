import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { findOffice } from "~/areas/bodies/queries.server";
import { OFFICE_POSTS } from "~/areas/officers/choices";
import { appointOfficer } from "~/areas/officers/commands/appoint-officer.server";
import type { OfficersKey } from "~/areas/officers/messages";
import { AppointOfficer } from "~/areas/officers/schema";
import { AppointedNotice, AppointForm } from "~/areas/posts/components/appoint-form";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { typedJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const { today, locale } = args.context.scope;
  const asked = new URL(args.request.url).searchParams.get("post");
  return reading(actor, async (db) => {
    const office = await findOffice(db, actor.place.id, id);
    if (!office) throw new Refusal("missing", "refusal.missing");
    authorize(actor, "appoint", "OfficePost", office);
    return {
      office,
      back: `/${actor.place.id}/offices/${id}/officers`,
      post: OFFICE_POSTS.find((one) => one === asked) ?? OFFICE_POSTS[0],
      startsOn: typedJalali(today, locale),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const officeId = idIn(args.params, "office");
  return submit(args.request, AppointOfficer, async (input) => {
    const { path, known } = await appointOfficer(actor, officeId, input);
    return { appointed: { name: input.fullName, link: path && linkFor(args.request, path), known } };
  });
}

export default function AppointOfficerPage() {
  const { office, back, post, startsOn, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<OfficersKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? office.nameFa : office.nameEn;
  const label = t("officers.title", { office: name });
  return (
    <>
      <PageHeader back={{ to: back, label }} title={t("officers.appoint.title", { office: name })} />
      {answer && "appointed" in answer ? (
        <AppointedNotice appointed={answer.appointed} back={{ to: back, label }} />
      ) : (
        <AppointForm
          answer={answer}
          requestId={requestId}
          startsOn={startsOn}
          kinds={{
            label: t("officers.column.post"),
            chosen: post,
            options: OFFICE_POSTS.map((kind) => ({ value: kind, label: t(`officers.post.${kind}`) })),
          }}
        />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<OfficersKey>(matches, "officers.appoint");
