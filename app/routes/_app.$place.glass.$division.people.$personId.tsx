import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { getDivision } from "~/areas/divisions/queries.server";
import { ownWords } from "~/areas/catalogues/queries.server";
import { GlassBanner } from "~/areas/network/components/glass/glass-banner";
import { PersonFacts } from "~/areas/network/components/people/person-facts";
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
import { OwnWords, useLocale, useT } from "~/ui/i18n";
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
        ownWords: await ownWords(db, place, args.context.scope.locale),
      };
    }).catch((error: unknown) => {
      throw error instanceof Refusal ? refusalResponse(error) : error;
    }));
  if (!grant || !seen) throw redirect(`/${actor.place.id}/glass?closed`);
  const people = `/${actor.place.id}/glass/${county}`;
  return {
    ...seen,
    county: { nameFa: name.nameFa, nameEn: name.nameEn },
    secondsLeft: grant.secondsLeft,
    glass: `/${actor.place.id}/glass`,
    isLater: cursor !== null,
    people,
    here: `${people}/people/${personId}`,
  };
}

export default function GlassPersonPage() {
  const seen = useLoaderData<typeof loader>();
  const { person, state, timeline, county, secondsLeft, glass, isLater, people, here } = seen;
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <OwnWords words={seen.ownWords}>
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
      <GlassBanner county={county} secondsLeft={secondsLeft} glass={glass} />
      <Columns
        side={
          <Sheet as="section">
            <PersonFacts
              person={person}
              mobile={person.mobile ? <Code>{formatMobile(person.mobile, "en")}</Code> : null}
              circles={person.circles.length > 0 ? listed(person.circles, locale) : null}
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
    </OwnWords>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.person.page");
