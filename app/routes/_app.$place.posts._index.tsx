import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import { listChildren } from "~/areas/divisions/queries.server";
import { AppointmentHistory, PostTable } from "~/areas/posts/components/place-posts";
import { PassingList } from "~/areas/handover/components/passing-list";
import { asShown, listPassing } from "~/areas/handover/queries.server";
import { DeputyHistory } from "~/areas/posts/components/deputy-history";
import { PostRegister } from "~/areas/posts/components/post-register";
import type { PostsKey } from "~/areas/posts/messages";
import { listAppointments, listDeputies, listPosts } from "~/areas/posts/queries.server";
import { scopeOf } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import { reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** The posts of one's own place, and of the places one step below: who holds them, and which wait for whom. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const { place } = actor;
  const { today } = args.context.scope;
  return reading(actor, async (db) => {
    const below = place.level === "county" ? [] : await listChildren(db, place.id);
    const open = below.filter((one) => one.validTo === null || one.validTo > today);
    const posts = await listPosts(db, [place.id, ...open.map((one) => one.id)], today);
    const first = open[0];
    return {
      place: { id: place.id, level: place.level, nameFa: place.nameFa, nameEn: place.nameEn },
      own: posts.filter((post) => post.divisionId === place.id),
      below: open.map(({ id, nameFa, nameEn }) => ({
        id,
        nameFa,
        nameEn,
        posts: posts.filter((post) => post.divisionId === id),
      })),
      appointments: await listAppointments(db, place.id),
      deputies: await listDeputies(db, place.id),
      passing: (await listPassing(db, { lo: place.id, hi: place.id, withDone: true }, today)).map(asShown),
      ownAppointmentId: actor.actingFor ? undefined : actor.appointmentId,
      mayAppoint: first !== undefined && may(actor, "appoint", "Post", { level: scopeOf(first.id).level }),
    };
  });
}

export default function PostsPage() {
  const { place, own, below, appointments, deputies, passing, ownAppointmentId, mayAppoint } =
    useLoaderData<typeof loader>();
  const t = useT<PostsKey>();
  const { locale } = useLocale();
  const name = locale === "fa" ? place.nameFa : place.nameEn;
  const base = `/${place.id}/posts`;
  const register =
    place.level === "county" ? null : (
      <PostRegister
        title={t(`posts.below.${place.level}`)}
        rows={below}
        base={base}
        mayAppoint={mayAppoint}
      />
    );
  return (
    <>
      <PageHeader
        title={t("posts.title")}
        meta={<span>{t(`posts.lead.${place.level}`)}</span>}
        actions={
          <>
            <LinkButton to={`${base}/vacancies`} icon="user-x">
              {t("posts.vacancies")}
            </LinkButton>
            <LinkButton to={`/${place.id}/powers`} icon="key-round">
              {t("posts.powers")}
            </LinkButton>
            <ExportButton place={place.id} list="posts" />
          </>
        }
      />
      {register}
      <Section title={t("posts.own", { place: name })}>
        <PostTable
          posts={own}
          base={`${base}/${place.id}`}
          mayAppoint={false}
          ownAppointmentId={ownAppointmentId}
          placeName={name}
        />
      </Section>
      <AppointmentHistory
        appointments={appointments}
        action={<ExportButton place={place.id} list="appointments" />}
      />
      <PassingList rows={passing} base={base} />
      <DeputyHistory deputies={deputies} action={<ExportButton place={place.id} list="deputies" />} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle<PostsKey>(matches, "posts.title");
