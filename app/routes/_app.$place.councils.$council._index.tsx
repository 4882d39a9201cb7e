import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { CompositionNotice } from "~/areas/councils/components/composition";
import { CouncilFacts } from "~/areas/councils/components/council-facts";
import { endsSoon, MemberTable } from "~/areas/councils/components/member-table";
import { compositionGaps, votingMembers } from "~/areas/councils/composition";
import type { CouncilsKey } from "~/areas/councils/messages";
import { getCouncil, listMembers, standingOn } from "~/areas/councils/queries.server";
import { CouncilSessions } from "~/areas/meetings/calling/components/council-sessions";
import { listCouncilSessions, nextSessionNumber } from "~/areas/meetings/calling/council-sessions.server";
import { may } from "~/kernel/authorize";
import { idIn, reading } from "~/kernel/http.server";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** Sessions that the page shows at once. */
const SESSIONS = 12;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const place = actor.place.id;
  const { today } = args.context.scope;
  const after = new URL(args.request.url).searchParams.get("sessions");
  const { council, members, sessions, next } = await reading(actor, async (db) => {
    const found = await getCouncil(db, place, idIn(args.params, "council"));
    return {
      council: found,
      members: await listMembers(db, place, found.id),
      sessions: await listCouncilSessions(db, place, found.id, after, SESSIONS),
      next: found.dissolvedOn === null ? await nextSessionNumber(db, place, found.id) : null,
    };
  });
  const standing = (wanted: ReturnType<typeof standingOn>) =>
    members.filter((member) => standingOn(member, today) === wanted);
  const stands = council.dissolvedOn === null;
  return {
    council,
    sessions,
    next,
    mayPlan: stands && may(actor, "plan", "Meeting"),
    sitting: standing("sits"),
    toCome: standing("to-come"),
    former: standing("former"),
    today,
    place,
    mayEdit: stands && may(actor, "edit", "Council", council),
    mayDissolve: stands && may(actor, "dissolve", "Council", council),
    maySeat: stands && may(actor, "seat", "Council", council),
    mayFound: stands && council.kind === "council" && may(actor, "found", "Council"),
  };
}

export default function CouncilPage() {
  const page = useLoaderData<typeof loader>();
  const { council, sitting, toCome, former, today, place, maySeat } = page;
  const t = useT<CouncilsKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const councils = `/${place}/councils`;
  const here = `${councils}/${council.id}`;
  const base = `/${place}`;
  const members = votingMembers(sitting);
  const ending = sitting.filter((member) => endsSoon(member, today)).length;
  const tables = { today, base, maySeat };
  return (
    <>
      <PageHeader
        back={{ to: councils, label: t("councils.title") }}
        title={named(council)}
        state={
          council.dissolvedOn ? (
            <Chip tone="brick" icon="ban">
              {t("councils.dissolved")}
            </Chip>
          ) : (
            <Chip>{t(`councils.kind.${council.kind}`)}</Chip>
          )
        }
        meta={
          council.parent && (
            <Link to={`${councils}/${council.parent.id}`} className="hover:text-teal">
              {t("councils.parent")}: {named(council.parent)}
            </Link>
          )
        }
        actions={
          <>
            {page.mayDissolve && (
              <LinkButton to={`${here}/dissolve`} kind="quiet">
                {t("councils.dissolve")}
              </LinkButton>
            )}
            {page.mayEdit && (
              <LinkButton to={`${here}/edit`} icon="pencil">
                {t("councils.edit")}
              </LinkButton>
            )}
            {maySeat && (
              <LinkButton to={`${here}/members/new`} kind="primary" icon="plus">
                {t("councils.member.new")}
              </LinkButton>
            )}
          </>
        }
      />
      {!council.dissolvedOn && <CompositionNotice gaps={compositionGaps(council, sitting)} />}
      {ending > 0 && <Notice kind="saffron" title={t("councils.term-ends.soon", { count: ending })} />}
      <Section
        title={t("councils.members")}
        note={`${t("councils.members.count", { count: members.length })}${
          sitting.length > members.length
            ? ` · ${t("councils.guests.count", { count: sitting.length - members.length })}`
            : ""
        } · ${t("councils.members.own")}`}
      >
        <MemberTable caption={t("councils.members")} rows={sitting} {...tables} />
      </Section>
      {toCome.length > 0 && (
        <Section title={t("councils.members.to-come")}>
          <MemberTable caption={t("councils.members.to-come")} rows={toCome} {...tables} />
        </Section>
      )}
      <div id="sessions" className="mt-6">
        <CouncilSessions
          sessions={page.sessions}
          next={page.next}
          mayPlan={page.mayPlan}
          meetings={`/${place}/meetings`}
          councilId={council.id}
        />
      </div>
      <Section title={t("councils.statute")}>
        <CouncilFacts council={council} members={members.length} next={page.next} />
      </Section>
      {(council.committees.length > 0 || page.mayFound) && council.kind === "council" && (
        <Section
          title={t("councils.committees")}
          action={
            page.mayFound && (
              <LinkButton to={`${councils}/new?of=${council.id}`} icon="plus" size="small">
                {t("councils.committee.new")}
              </LinkButton>
            )
          }
        >
          <ul className="flex flex-col text-second">
            {council.committees.map((committee) => (
              <li key={committee.id} className="flex min-h-9 items-center gap-3 border-b border-line">
                <Link
                  to={`${councils}/${committee.id}`}
                  className="inline-flex min-h-6 items-center hover:text-teal"
                >
                  {named(committee)}
                </Link>
                {committee.dissolvedOn && <Chip tone="brick">{t("councils.dissolved")}</Chip>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {former.length > 0 && (
        <Section title={t("councils.members.former")}>
          <MemberTable
            caption={t("councils.members.former")}
            rows={former}
            {...tables}
            maySeat={false}
            former
          />
        </Section>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<CouncilsKey>(matches, "councils.title", {}, data?.council.nameFa);
