import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { abolitionOf } from "~/areas/bodies/abolition/queries.server";
import { BodyHistory } from "~/areas/bodies/components/body-history";
import { BodyNames } from "~/areas/bodies/components/body-names";
import { OfficeContact, OfficePageText, OfficePeople } from "~/areas/bodies/components/office-facts";
import {
  debtsOf,
  findOfficeHeir,
  getBody,
  getOffice,
  listBodyEvents,
  listNames,
} from "~/areas/bodies/directory.server";
import { listHeads } from "~/areas/bodies/heads.server";
import type { BodiesKey } from "~/areas/bodies/messages";
import type { OfficersKey } from "~/areas/officers/messages";
import { UnreachedNotice } from "~/areas/notifications/components/unreached-notice";
import { findUnreached } from "~/areas/notifications/unreached.server";
import { may } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { idIn, reading } from "~/kernel/http.server";
import { formatJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "office");
  const { place } = actor;
  const { today } = args.context.scope;
  const page = await reading(actor, async (db) => {
    const office = await getOffice(db, place.id, id);
    const { organisationId } = office;
    return {
      office,
      body: await getBody(db, organisationId),
      unreached: await findUnreached(
        db,
        place.id,
        { kind: "office", id },
        { sms: office.phone, email: office.email },
        now(),
      ),
      debts: await debtsOf(db, place.id, id, today),
      heads: await listHeads(db, place.id, id),
      names: await listNames(db, organisationId),
      events: await listBodyEvents(db, place, organisationId),
      heir: office.closedOn ? ((await findOfficeHeir(db, place.id, id)) ?? null) : null,
      end: office.closedOn ? ((await abolitionOf(db, place.ancestors, organisationId))?.id ?? null) : null,
    };
  });
  const isOpen = page.office.closedOn === null || page.office.closedOn > today;
  return {
    ...page,
    today,
    isOpen,
    place: place.id,
    may: {
      edit: isOpen && may(actor, "edit", "Office", page.office),
      link: isOpen && may(actor, "make-link", "Office", page.office),
      appoint: isOpen && may(actor, "appoint", "OfficePost", page.office),
      name: may(actor, "name", "Organisation"),
      abolish: isOpen && may(actor, "abolish", "Office", page.office),
      mend: may(actor, "mend", "Message"),
    },
  };
}

export default function OfficePage() {
  const { office, body, debts, heads, names, events, heir, end, today, isOpen, place, ...data } =
    useLoaderData<typeof loader>();
  const t = useT<BodiesKey | OfficersKey>();
  const { locale } = useLocale();
  const bodies = `/${place}/bodies`;
  const dictionary = `${bodies}/dictionary/${body.id}`;
  const ledger = `/${place}/obligations?end=owed&office=${office.id}`;
  return (
    <>
      <PageHeader
        back={{ to: bodies, label: t("bodies.title") }}
        title={locale === "fa" ? office.nameFa : office.nameEn}
        state={
          office.closedOn && !isOpen ? (
            <Chip icon="ban" tone="neutral" pattern="dashed">
              {t("bodies.state.closed", { day: formatJalali(office.closedOn, locale) })}
            </Chip>
          ) : undefined
        }
        meta={
          <>
            <span>{t(`bodies.kind.${body.kind}`)}</span>
            <span>{body.groupOfFive && t(`bodies.five.${body.groupOfFive}`)}</span>
          </>
        }
        actions={
          <>
            <LinkButton to={dictionary} kind="quiet">
              {t("bodies.office.body")}
            </LinkButton>
            {data.may.abolish && (
              <LinkButton to={`${bodies}/${office.id}/abolish`} kind="quiet" icon="ban">
                {t("bodies.end.office")}
              </LinkButton>
            )}
            {data.may.appoint && (
              <LinkButton to={`/${place}/offices/${office.id}/officers`} icon="id-card">
                {t("officers.page")}
              </LinkButton>
            )}
            {data.may.link && (
              <LinkButton to={`/${place}/offices/${office.id}/link`} icon="key-round">
                {t("bodies.office.link")}
              </LinkButton>
            )}
            {data.may.edit && (
              <LinkButton to={`${bodies}/${office.id}/edit`} kind="primary" icon="pencil">
                {t("bodies.office.edit")}
              </LinkButton>
            )}
          </>
        }
      />
      {!isOpen && (heir ?? end) && (
        <div className="max-w-160">
          <Notice
            kind={!heir && debts.open + debts.demands > 0 ? "saffron" : "info"}
            title={
              heir ? (
                <>
                  {t("bodies.end.former")}:{" "}
                  <Link to={`${bodies}/${heir.id}`} className="hover:underline">
                    {locale === "fa" ? heir.nameFa : heir.nameEn}
                  </Link>
                </>
              ) : debts.open + debts.demands > 0 ? (
                t("bodies.end.waiting", { count: debts.open + debts.demands })
              ) : (
                t("bodies.event.abolished")
              )
            }
            action={
              end && (
                <LinkButton to={`${bodies}/abolitions/${end}`} size="small">
                  {t("bodies.end.see")}
                </LinkButton>
              )
            }
          />
        </div>
      )}
      {isOpen && <UnreachedNotice unreached={data.unreached} place={place} mayMend={data.may.mend} />}
      <Section title={t("bodies.section.owes")}>
        <StatRow>
          <Stat
            figure={<Num value={debts.open} />}
            label={t("bodies.owes.open")}
            {...(debts.open > 0 ? { to: ledger } : {})}
          />
          <Stat
            figure={<Num value={debts.overdue} />}
            label={t("bodies.owes.overdue")}
            {...(debts.overdue > 0 ? { to: `${ledger}&filter=overdue`, tone: "brick" as const } : {})}
          />
          <Stat
            figure={<Num value={debts.done} />}
            label={t("bodies.owes.done")}
            {...(debts.done > 0 ? { to: `${ledger}&filter=closed` } : {})}
          />
          <Stat figure={<Num value={debts.demands} />} label={t("bodies.owes.demands")} />
        </StatRow>
      </Section>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <OfficePeople
            office={office}
            heads={heads}
            ledgerHref={({ id }) => `/${place}/obligations?end=owed&official=${id}`}
            today={today}
          />
        </div>
        <div>
          <OfficeContact office={office} />
        </div>
      </div>
      <OfficePageText office={office} today={today} />
      <BodyNames names={names} to={data.may.name ? `${dictionary}/names` : null} />
      <BodyHistory events={events} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.page", {}, data?.office.nameFa);
