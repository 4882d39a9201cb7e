import { useForm } from "@conform-to/react";
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "~/actor.server";
import { reopenCounty } from "~/areas/divisions/commands/reopen-county.server";
import { DivisionFacts } from "~/areas/divisions/components/division-facts";
import { DivisionTable } from "~/areas/divisions/components/division-table";
import { ReopenForm } from "~/areas/divisions/components/reopen-form";
import type { DivisionsKey } from "~/areas/divisions/messages";
import { getDivision, listChildren, listDivisions } from "~/areas/divisions/queries.server";
import { mayReopen } from "~/areas/divisions/reopening";
import { ReopenCounty } from "~/areas/divisions/schema";
import { openPosts } from "~/areas/posts/commands/open-posts.server";
import { OpenPostsForm } from "~/areas/posts/components/open-posts-form";
import { AppointmentHistory, PostTable } from "~/areas/posts/components/place-posts";
import type { PostsKey } from "~/areas/posts/messages";
import { countPosts, listAppointments, listPosts } from "~/areas/posts/queries.server";
import { OpenPosts } from "~/areas/posts/schema";
import { hasEveryUsualPost } from "~/areas/posts/usual-posts";
import { divisionOf } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { now as clock } from "~/kernel/clock.server";
import { formOf, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** One place as the administrator keeps it: facts, names, posts, and the counties of a province. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const division = await getDivision(db, id);
    const { level } = scopeOf(id);
    const counts = level === "province" ? await countPosts(db, today) : [];
    const counties = level === "province" ? await listChildren(db, id) : [];
    const posts = await listPosts(db, [id], today);
    return {
      division,
      level,
      successors: await listDivisions(db, division.successorIds),
      posts,
      hasAll: hasEveryUsualPost(
        level,
        posts.map((post) => post.role),
      ),
      appointments: await listAppointments(db, id),
      counties: counties.map((county) => {
        const { posts = 0, vacant = 0 } = counts.find((one) => one.divisionId === county.id) ?? {};
        return { ...county, counties: 0, withoutPosts: 0, posts, vacant };
      }),
      mayReopen: division.validTo !== null && mayReopen(division.validTo, clock()),
      requestId: uuidv7(),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireAdministrator(args);
  const id = divisionOf(args, "place");
  const body = await formOf(args.request);
  if (body.get("intent") === "reopen")
    return submit(
      args.request,
      ReopenCounty,
      async () => {
        await reopenCounty(actor, id);
        return redirect(`/admin/${id}`);
      },
      body,
    );
  return submit(
    args.request,
    OpenPosts,
    async (input) => {
      await openPosts(actor, id, input);
      return redirect(`/admin/${id}`);
    },
    body,
  );
}

export default function DivisionPage() {
  const { division, level, successors, posts, hasAll, appointments, counties, mayReopen, requestId } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT<DivisionsKey | PostsKey>();
  const { locale } = useLocale();
  const [form, fields] = useForm<{ experts: string }>({
    lastResult: answer?.result,
    defaultValue: { experts: "1" },
  });
  const name = locale === "fa" ? division.nameFa : division.nameEn;
  const base = `/admin/${division.id}`;
  const isOpen = division.validTo === null;
  const parent = scopeOf(division.id).ancestors[1];
  return (
    <>
      <PageHeader
        back={{
          to: level === "county" && parent !== undefined ? `/admin/${parent}` : "/admin",
          label: t(level === "county" ? "divisions.counties" : "divisions.title"),
        }}
        title={level === "nation" ? name : t(`divisions.${level}`, { name })}
        actions={
          <>
            {level !== "nation" && isOpen && (
              <LinkButton to={`${base}/rename`}>{t("divisions.rename")}</LinkButton>
            )}
            {level === "county" && isOpen && (
              <LinkButton to={`${base}/close`}>{t("divisions.close")}</LinkButton>
            )}
            {level === "province" && (
              <LinkButton to={`${base}/new-county`} kind="primary">
                {t("divisions.create")}
              </LinkButton>
            )}
          </>
        }
      />
      {level !== "nation" && <DivisionFacts division={division} successors={successors} />}
      {isOpen && (
        <Section title={t("divisions.posts")}>
          <PostTable
            posts={posts}
            base={base}
            mayAppoint={level === "nation"}
            mayName={false}
            placeName={name}
          />
          {!hasAll && (
            <div className="print:hidden">
              <OpenPostsForm
                form={form}
                field={fields.experts}
                requestId={requestId}
                isFirst={posts.length === 0}
              />
            </div>
          )}
        </Section>
      )}
      {mayReopen && <ReopenForm requestId={requestId} answer={answer} />}
      {(posts.length > 0 || appointments.length > 0) && <AppointmentHistory appointments={appointments} />}
      {level === "province" && (
        <Section title={t("divisions.counties")}>
          <DivisionTable title={t("divisions.counties")} rows={counties} />
        </Section>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<DivisionsKey>(matches, "divisions.title", undefined, data?.division.nameFa);
