import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form as PlainForm, useLoaderData } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { abolitionOf } from "~/areas/bodies/abolition/queries.server";
import { openOffice } from "~/areas/bodies/commands/open-office.server";
import { BodyHistory } from "~/areas/bodies/components/body-history";
import { BodyNames } from "~/areas/bodies/components/body-names";
import {
  countOfficesBelow,
  findOfficeOf,
  getBody,
  listBodiesBelow,
  listBodyEvents,
  listNames,
  type BodyChoice,
} from "~/areas/bodies/directory.server";
import { OFFICE_LEVELS } from "~/areas/bodies/choices";
import type { BodiesKey } from "~/areas/bodies/messages";
import { OpenOffice } from "~/areas/bodies/schema";
import { may } from "~/kernel/authorize";
import { idIn, reading, submit } from "~/kernel/http.server";
import { formatJalali } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Button } from "~/ui/button";
import { Chip } from "~/ui/chip";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { Num } from "~/ui/num";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Stat, StatRow } from "~/ui/stat";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  const { place } = actor;
  const page = await reading(actor, async (db) => ({
    body: await getBody(db, id),
    office: await findOfficeOf(db, place.id, id),
    below: await listBodiesBelow(db, id),
    names: await listNames(db, id),
    events: await listBodyEvents(db, place, id),
    offices: await countOfficesBelow(db, place, id),
    end: (await abolitionOf(db, place.ancestors, id)) ?? null,
  }));
  return {
    ...page,
    end: page.end && !page.end.onlyHere ? page.end.id : null,
    place: { id: place.id, nameFa: place.nameFa, nameEn: place.nameEn },
    isCounty: place.level === "county",
    may: {
      abolish: !page.body.abolishedOn && may(actor, "abolish", "Organisation", page.body),
      edit: may(actor, "edit", "Organisation", page.body),
      name: may(actor, "name", "Organisation"),
      open: !page.body.abolishedOn && may(actor, "open", "Office", { divisionId: place.id }),
    },
  };
}

/** Opens the body's office in the place. */
export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "organisation");
  return submit(args.request, OpenOffice, async () => {
    const office = await openOffice(actor, id);
    return redirect(`/${actor.place.id}/bodies/${office.id}`);
  });
}

export default function BodyPage() {
  const { body, office, below, names, events, offices, end, place, isCounty, ...data } =
    useLoaderData<typeof loader>();
  const t = useT<BodiesKey>();
  const { locale } = useLocale();
  const named = (one: { nameFa: string; nameEn: string }) => (locale === "fa" ? one.nameFa : one.nameEn);
  const bodies = `/${place.id}/bodies`;
  const base = `${bodies}/dictionary`;
  const to = (one: BodyChoice) => (
    <Link to={`${base}/${one.id}`} className="inline-flex min-h-6 items-center text-teal hover:underline">
      {named(one)}
    </Link>
  );
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("bodies.tab.dictionary") }}
        title={named(body)}
        state={
          body.abolishedOn ? (
            <Chip icon="ban" tone="neutral" pattern="dashed">
              {t("bodies.state.abolished", { day: formatJalali(body.abolishedOn, locale) })}
            </Chip>
          ) : undefined
        }
        meta={
          <>
            <span>{t(`bodies.kind.${body.kind}`)}</span>
            <span>{t(body.divisionId === 0 ? "bodies.scope.nation" : "bodies.scope.local")}</span>
          </>
        }
        actions={
          <>
            {end && (
              <LinkButton to={`${bodies}/abolitions/${end}`} kind="quiet">
                {t("bodies.end.see")}
              </LinkButton>
            )}
            {data.may.abolish && (
              <LinkButton to={`${base}/${body.id}/abolish`} kind="quiet" icon="ban">
                {t("bodies.end")}
              </LinkButton>
            )}
            {data.may.edit && (
              <LinkButton to={`${base}/${body.id}/edit`} icon="pencil">
                {t("bodies.edit")}
              </LinkButton>
            )}
            {office ? (
              <LinkButton to={`${bodies}/${office.id}`} kind="primary" icon="landmark">
                {t("bodies.office.of")}
              </LinkButton>
            ) : (
              data.may.open && (
                <PlainForm method="post">
                  <Button kind="primary" icon="plus">
                    {t("bodies.office.open", { place: named(place) })}
                  </Button>
                </PlainForm>
              )
            )}
          </>
        }
      />
      <Facts
        facts={[
          { label: t("bodies.heir"), value: body.heir && to(body.heir) },
          { label: t("bodies.parent"), value: body.parent && to(body.parent) },
          {
            label: t("bodies.five"),
            value: body.groupOfFive ? t(`bodies.five.${body.groupOfFive}`) : t("bodies.five.none"),
          },
          {
            label: t("bodies.levels"),
            value:
              body.levels.length > 0
                ? OFFICE_LEVELS.filter((level) => body.levels.includes(level))
                    .map((level) => t(`bodies.level.${level}`))
                    .join(" · ")
                : null,
          },
        ]}
      />
      {!isCounty && (
        <div className="mt-6">
          <StatRow>
            <Stat figure={<Num value={offices.offices} />} label={t("bodies.below.offices")} />
            <Stat figure={<Num value={offices.owing} />} label={t("bodies.below.owing")} />
          </StatRow>
        </div>
      )}
      {below.length > 0 && (
        <Section title={t("bodies.section.below")}>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {below.map((one) => (
              <li key={one.id}>{to(one)}</li>
            ))}
          </ul>
        </Section>
      )}
      <BodyNames names={names} to={data.may.name ? `${base}/${body.id}/names` : null} />
      <BodyHistory events={events} />
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<BodiesKey>(matches, "bodies.page", {}, data?.body.nameFa);
