import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "~/actor.server";
import { issueOfficerLink } from "~/areas/officers/commands/issue-officer-link.server";
import type { OfficersKey } from "~/areas/officers/messages";
import { getOfficer } from "~/areas/officers/queries.server";
import { IssuedLink, LinkForm } from "~/areas/posts/components/appoint-form";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const place = actor.place.id;
  return reading(actor, async (db) => {
    const officer = await getOfficer(db, place, idIn(args.params, "officer"));
    const back = `/${place}/offices/${officer.officeId}/officers`;
    authorize(actor, "issue-link", "OfficePost", officer);
    if (officer.hasEnded) throw redirect(back);
    return { officer, back, requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  return submit(args.request, z.object({}), async () => {
    const { path } = await issueOfficerLink(actor, idIn(args.params, "officer"));
    return { link: path && linkFor(args.request, path) };
  });
}

export default function OfficerLinkPage() {
  const { officer, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<OfficersKey>();
  const { locale } = useLocale();
  const office = locale === "fa" ? officer.officeFa : officer.officeEn;
  const isMade = answer !== undefined && "link" in answer;
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("officers.title", { office }) }}
        title={t("officers.link.title", { name: officer.holderName })}
        meta={<span>{locale === "fa" ? officer.titleFa : officer.titleEn}</span>}
      />
      {isMade ? <IssuedLink link={answer.link} /> : <LinkForm answer={answer} requestId={requestId} />}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<OfficersKey>(matches, "officers.link");
