import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { getDivision, listChildren } from "~/areas/divisions/queries.server";
import { AppointmentHistory, PostTable } from "~/areas/posts/components/place-posts";
import { PassingList } from "~/areas/handover/components/passing-list";
import { asShown, listPassing } from "~/areas/handover/queries.server";
import { DeputyHistory } from "~/areas/posts/components/deputy-history";
import { PostRegister } from "~/areas/posts/components/post-register";
import type { PostsKey } from "~/areas/posts/messages";
import { listAppointments, listDeputies, listPosts } from "~/areas/posts/queries.server";
import { divisionBelow } from "~/division-param.server";
import { scopeOf } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { PageHeader } from "~/ui/page-header";

/** The posts of a place below one's own, with what its level above may do. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { today } = args.context.scope;
  const id = divisionBelow(args, actor);
  if (id === actor.place.id) throw redirect(`/${id}/posts`);
  return reading(actor, async (db) => {
    const { nameFa, nameEn } = await getDivision(db, id);
    const { level } = scopeOf(id);
    const counties = level === "province" ? await listChildren(db, id) : [];
    const open = counties.filter((one) => one.validTo === null || one.validTo > today);
    const posts = await listPosts(db, [id, ...open.map((one) => one.id)], today);
    return {
      id,
      level,
      nameFa,
      nameEn,
      base: `/${actor.place.id}/posts`,
      posts: posts.filter((post) => post.divisionId === id),
      below: open.map((one) => ({
        id: one.id,
        nameFa: one.nameFa,
        nameEn: one.nameEn,
        posts: posts.filter((post) => post.divisionId === one.id),
      })),
      appointments: await listAppointments(db, id),
      deputies: await listDeputies(db, id),
      passing: (await listPassing(db, { lo: id, hi: id, withDone: true }, today)).map(asShown),
      mayAppoint: may(actor, "appoint", "Post", { level }),
    };
  });
}

export default function PostsOfPlacePage() {
  const { id, level, nameFa, nameEn, base, posts, below, appointments, deputies, passing, mayAppoint } =
    useLoaderData<typeof loader>();
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? nameFa : nameEn;
  return (
    <>
      <PageHeader back={{ to: base, label: t("posts.title") }} title={t("posts.own", { place: name })} />
      <PostTable posts={posts} base={`${base}/${id}`} mayAppoint={mayAppoint} placeName={name} />
      <AppointmentHistory appointments={appointments} />
      <PassingList rows={passing} base={base} />
      <DeputyHistory deputies={deputies} />
      {level === "province" && (
        <PostRegister title={t("posts.below.province")} rows={below} base={base} mayAppoint={false} />
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<PostsKey>(matches, "posts.title", undefined, data?.nameFa);
