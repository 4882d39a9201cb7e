import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { capacityKey } from "~/areas/network/choices";
import { GlassBanner } from "~/areas/network/components/glass/glass-banner";
import { PersonTimeline } from "~/areas/network/components/people/person-timeline";
import { NoContactChip, StateChip } from "~/areas/network/components/people/state-chip";
import { TierMark } from "~/areas/network/components/people/tier";
import { stateOn } from "~/areas/network/lifecycle";
import { lookInto } from "~/areas/network/glass/look-into.server";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { findOpenGrant } from "~/areas/network/queries.server/glass";
import { getPerson } from "~/areas/network/queries.server/people";
import { listTimeline } from "~/areas/network/queries.server/timeline";
import { divisionBelow } from "~/division-param.server";
import { idIn, reading, refusalResponse } from "~/kernel/http.server";
import { Refusal } from "~/kernel/refusal";
import { formatMobile } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Code } from "~/ui/code";
import { Columns } from "~/ui/columns";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { listed } from "~/ui/listed";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";

/** One person of a county, read from above under an open look. Never the national code, and no way to any other page. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "representative");
  const county = divisionBelow(args, actor);
  const personId = idIn(args.params, "personId");
  const cursor = new URL(args.request.url).searchParams.get("after");
  const { today } = args.context.scope;
  const { name, grant } = await reading(actor, async (db) => ({
    name: await getDivision(db, county),
    grant: await findOpenGrant(db, county, actor.key),
  }));
  const seen =
    grant &&
    (await lookInto(actor, county, { kind: "person", personIds: [personId] }, async (db, place) => {
      const person = await getPerson(db, county, personId);
      return {
        person: {
          fullName: person.fullName,
          mobile: person.mobile,
          locality: person.locality,
          tier: person.tier,
          noContact: person.noContact,
          joinedOn: person.joinedOn,
          source: person.source,
          note: person.note,
          capacities: person.capacities,
          circles: person.memberships.map((one) => one.name),
        },
        state: stateOn(person, await cadenceOf(db, place), today),
        timeline: await listTimeline(db, county, personId, cursor),
      };
    }).catch((error: unknown) => {
      throw error instanceof Refusal ? refusalResponse(error) : error;
    }));
  if (!grant || !seen) throw redirect(`/${actor.place.id}/glass?closed`);
  const people = `/${actor.place.id}/glass/${county}`;
  return {
    ...seen,
    county: { nameFa: name.nameFa, nameEn: name.nameEn },
    minutesLeft: grant.minutesLeft,
    isLater: cursor !== null,
    people,
    here: `${people}/people/${personId}`,
  };
}

export default function GlassPersonPage() {
  const { person, state, timeline, county, minutesLeft, isLater, people, here } =
    useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <>
      <PageHeader
        back={{
          to: people,
          label: t("network.glass.people", { county: locale === "fa" ? county.nameFa : county.nameEn }),
        }}
        title={person.fullName}
        state={
          <>
            <StateChip state={state} />
            {person.noContact && <NoContactChip />}
          </>
        }
        meta={
          <>
            <TierMark tier={person.tier} />
            {person.locality && <span>{person.locality}</span>}
          </>
        }
      />
      <GlassBanner county={county} minutesLeft={minutesLeft} />
      <Columns
        side={
          <Sheet as="section">
            <h2 className="mb-3 text-item">{t("network.person.facts")}</h2>
            <Facts
              facts={[
                {
                  label: t("network.person.mobile"),
                  value: person.mobile ? <Code>{formatMobile(person.mobile, "en")}</Code> : null,
                },
                {
                  label: t("network.person.circles"),
                  value: person.circles.length > 0 ? listed(person.circles, locale) : t("network.no-circle"),
                },
                {
                  label: t("network.person.joined"),
                  value: person.joinedOn ? <DateText iso={person.joinedOn} /> : null,
                },
                {
                  label: t("network.person.capacities"),
                  value:
                    person.capacities.length > 0
                      ? listed(
                          person.capacities.map((one) => t(capacityKey(one))),
                          locale,
                        )
                      : null,
                },
                { label: t("network.person.source"), value: person.source },
                {
                  label: t("network.person.note"),
                  value: person.note ? <span className="whitespace-pre-wrap">{person.note}</span> : null,
                },
              ]}
            />
          </Sheet>
        }
      >
        <Section title={t("network.person.timeline")}>
          <PersonTimeline rows={timeline.rows} />
          {(timeline.next || isLater) && (
            <Pager
              previous={isLater ? here : undefined}
              next={timeline.next ? `${here}?${new URLSearchParams({ after: timeline.next })}` : undefined}
            />
          )}
        </Section>
      </Columns>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.person.page");
