import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAdministrator } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { issueHolderLink } from "~/areas/posts/commands/issue-holder-link.server";
import { IssuedLink, LinkForm } from "~/areas/posts/components/appoint-form";
import type { PostsKey } from "~/areas/posts/messages";
import { getAppointment } from "~/areas/posts/queries.server";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { authorize } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { linkFor } from "~/public-url.server";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  return reading(actor, async (db) => {
    const appointment = await getAppointment(db, id, idIn(args.params, "appointment"));
    if (appointment.hasEnded) throw redirect(`/admin/${id}`);
    authorize(actor, "issue-link", "Post", { level: scopeOf(id).level });
    const { nameFa, nameEn } = await getDivision(db, id);
    return { appointment, nameFa, nameEn, back: `/admin/${id}`, requestId: uuidv7() };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  const target = { divisionId: divisionOf(args, "place"), appointmentId: idIn(args.params, "appointment") };
  return submit(args.request, z.object({}), async () => {
    const { path } = await issueHolderLink(actor, target);
    return { link: path && linkFor(args.request, path) };
  });
}

export default function LinkPage() {
  const { appointment, nameFa, nameEn, back, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{ to: back, label: t("posts.back", { place: locale === "fa" ? nameFa : nameEn }) }}
        title={t("posts.link.title", { name: appointment.holderName })}
        meta={<span>{locale === "fa" ? appointment.titleFa : appointment.titleEn}</span>}
      />
      {answer && "link" in answer ? (
        <div className="max-w-160">
          <IssuedLink link={answer.link} />
        </div>
      ) : (
        <LinkForm answer={answer} requestId={requestId} />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<PostsKey>(matches, "posts.link");
