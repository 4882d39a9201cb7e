import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { TIE_KINDS } from "~/areas/catalogues/choices";
import { listEntries } from "~/areas/catalogues/queries.server";
import { PERSON_STATES } from "~/areas/network/choices";
import { useAgreedWord } from "~/areas/network/components/contacts/agreed-word";
import { ContactToast } from "~/areas/network/components/contacts/contact-toast";
import { JoiningPath } from "~/areas/network/components/people/joining-path";
import { PersonFacts } from "~/areas/network/components/people/person-facts";
import { PersonFiles } from "~/areas/network/components/files/person-files";
import { PersonTimeline } from "~/areas/network/components/people/person-timeline";
import { NoContactChip, StateChip } from "~/areas/network/components/people/state-chip";
import { Ties } from "~/areas/network/components/circles/ties";
import { Ways } from "~/areas/network/components/people/ways";
import { TierMark } from "~/areas/network/components/people/tier";
import { isReachable, silenceOf, stateOn } from "~/areas/network/lifecycle";
import { silenceWord } from "~/areas/network/contacts/silence-word";
import type { NetworkKey } from "~/areas/network/messages";
import { cadenceOf } from "~/areas/network/queries.server/cadence";
import { findContact } from "~/areas/network/queries.server/contacts";
import { getPerson } from "~/areas/network/queries.server/people";
import { listPersonFiles } from "~/areas/network/queries.server/person-files";
import { findOpenRelocation } from "~/areas/network/queries.server/relocations";
import { listWays } from "~/areas/network/queries.server/ways";
import { listTiesOfPerson } from "~/areas/network/queries.server/ties";
import { listTimeline, statesPassed } from "~/areas/network/queries.server/timeline";
import { UnreachedNotice } from "~/areas/notifications/components/unreached-notice";
import { findUnreached } from "~/areas/notifications/unreached.server";
import { may } from "~/kernel/authorize";
import { now } from "~/kernel/clock.server";
import { idIn, reading } from "~/kernel/http.server";
import { beliefWords } from "~/lib/belief-words";
import { formatMobile, isUuid } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { Code } from "~/ui/code";
import { Columns } from "~/ui/columns";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { comma } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Section } from "~/ui/section";
import { Sheet } from "~/ui/sheet";
import { Link } from "~/ui/link";

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "governor");
  const personId = idIn(args.params, "personId");
  const url = new URL(args.request.url).searchParams;
  const recorded = url.get("recorded") ?? "";
  const page = await reading(actor, async (db) => {
    const person = await getPerson(db, actor.place.id, personId);
    return {
      person,
      unreached: await findUnreached(
        db,
        actor.place.id,
        { kind: "person", id: personId },
        { sms: person.mobile },
        now(),
      ),
      cadence: await cadenceOf(db, actor.place),
      ways: await listWays(db, actor.place.id, personId),
      ties: await listTiesOfPerson(db, actor.place.id, personId),
      entries: await listEntries(db, actor.place, TIE_KINDS),
      files: await listPersonFiles(db, actor.place.id, personId),
      relocation: await findOpenRelocation(db, actor.place.id, personId, args.context.scope.today),
      passed: await statesPassed(db, actor.place.id, personId),
      timeline: await listTimeline(db, actor.place.id, personId, url.get("after")),
      recorded: isUuid(recorded) ? await findContact(db, actor.place.id, recorded) : null,
    };
  });
  return {
    ...page,
    place: actor.place.id,
    base: `/${actor.place.id}/network`,
    today: args.context.scope.today,
    isNew: url.has("registered"),
    isAddedTo: url.has("added"),
    isPadded: url.has("padded"),
    isKnown: url.has("known"),
    belief:
      may(actor, "edit", "Person") &&
      [
        page.person.note,
        ...page.timeline.rows.map(({ note }) => note),
        ...page.ties.map(({ note }) => note),
        ...page.files.map(({ title }) => title),
      ].some((note) => beliefWords(note ?? "").length > 0),
    moved: PERSON_STATES.find((one) => one === url.get("moved")) ?? null,
    isUndone: url.has("undone"),
    isLater: url.has("after"),
    may: {
      edit: may(actor, "edit", "Person"),
      move: may(actor, "move", "Person"),
      contact: may(actor, "record", "Contact"),
      tie: may(actor, "keep", "Tie"),
      file: may(actor, "add", "PersonFile"),
      relocate: may(actor, "offer", "Relocation"),
      mend: may(actor, "mend", "Message"),
    },
  };
}

export default function PersonPage() {
  const {
    person,
    cadence,
    ways,
    ties,
    entries,
    timeline,
    recorded,
    files,
    relocation,
    base,
    today,
    ...data
  } = useLoaderData<typeof loader>();
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const agreedWord = useAgreedWord();
  const here = `${base}/people/${person.id}`;
  const silence = silenceOf(person.quietSince, person.tier, cadence, today);
  const state = stateOn(person, cadence, today);
  const isKept = person.state !== "cancelled" && !person.isErased;
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("network.title") }}
        title={person.isErased ? t("network.erased.name") : person.fullName}
        state={
          <>
            {!person.isErased && <StateChip state={state} />}
            {person.noContact && <NoContactChip />}
          </>
        }
        meta={
          <>
            {!person.isErased && <TierMark tier={person.tier} />}
            {person.locality && <span>{person.locality}</span>}
          </>
        }
        actions={
          <>
            {isKept && data.may.edit && (
              <LinkButton to={`${here}/own-page`} icon="key-round">
                {t("network.me.link")}
              </LinkButton>
            )}
            {isKept && data.may.edit && (
              <LinkButton to={`${here}/edit`} icon="pencil">
                {t("network.person.edit")}
              </LinkButton>
            )}
            {data.may.contact && isKept && isReachable(person.state) && !person.noContact && (
              <LinkButton to={`${here}/contact`} kind="primary" icon="phone">
                {t("network.contact.new")}
              </LinkButton>
            )}
          </>
        }
      />
      {person.isErased && (
        <div className="mb-4">
          <Notice title={t("network.erased.title")}>{t("network.erased")}</Notice>
        </div>
      )}
      {isKept && !person.noContact && (
        <UnreachedNotice unreached={data.unreached} place={data.place} mayMend={data.may.mend} />
      )}
      {data.isNew && (
        <div className="mb-4">
          <Notice live title={t("network.person.registered")} />
        </div>
      )}
      {data.isAddedTo && (
        <div className="mb-4">
          <Notice live title={t("network.person.added-to")} />
        </div>
      )}
      {data.isKnown && (
        <div className="mb-4">
          <Notice live title={t("network.twins.known")} />
        </div>
      )}
      {data.belief && (
        <div className="mb-4">
          <Notice kind="saffron" title={t("network.person.belief")} />
        </div>
      )}
      {data.isPadded && (
        <div className="mb-4">
          <Notice kind="saffron" live title={t("network.person.national-code.padded")} />
        </div>
      )}
      {data.moved && (
        <div className="mb-4">
          <Notice live title={t("network.path.done", { state: t(`network.state.${data.moved}`) })} />
        </div>
      )}
      {data.isUndone && (
        <div className="mb-4">
          <Notice live title={t("network.contact.undone")} />
        </div>
      )}
      {relocation && (
        <div className="mb-4">
          <Notice
            title={t("network.relocation.open", {
              name: locale === "fa" ? relocation.toFa : relocation.toEn,
            })}
            action={
              <LinkButton to={`${base}/relocations/${relocation.id}`} size="small">
                {t("network.relocation.see")}
              </LinkButton>
            }
          >
            {t(`network.relocation.state.${relocation.state}`)}
          </Notice>
        </div>
      )}
      <Columns
        side={
          person.isErased ? undefined : (
            <Sheet as="section">
              <PersonFacts
                person={person}
                mobile={
                  person.mobile ? (
                    <a href={`tel:${person.mobile}`} className="text-teal hover:underline">
                      <Code>{formatMobile(person.mobile, "en")}</Code>
                    </a>
                  ) : (
                    t("network.contact.no-mobile")
                  )
                }
                circles={
                  person.memberships.length === 0
                    ? null
                    : person.memberships.map((circle, index) => (
                        <span key={circle.id}>
                          {index > 0 && comma(locale)}
                          <Link to={`${base}/circles/${circle.id}`} className="text-teal hover:underline">
                            {circle.name}
                          </Link>
                        </span>
                      ))
                }
              />
              <Ways
                ways={ways}
                preferred={person.preferredWay}
                edit={data.may.edit && isKept ? `${here}/ways` : undefined}
              />
              <section className="mt-5 border-t border-line pt-4">
                <h2 className="mb-3 text-item">{t("network.ties")}</h2>
                <Ties ties={ties} entries={entries} base={base} today={today} mayKeep={data.may.tie} />
                {data.may.tie && isKept && (
                  <p className="mt-3">
                    <LinkButton to={`${here}/ties/new`} size="small">
                      {t("network.tie.new")}
                    </LinkButton>
                  </p>
                )}
              </section>
              <section className="mt-5 border-t border-line pt-4">
                <h2 className="mb-3 text-item">{t("network.files")}</h2>
                <PersonFiles files={files} base={base} mayKeep={data.may.file && isKept} />
                {data.may.file && isKept && (
                  <p className="mt-3">
                    <LinkButton to={`${here}/files/new`} size="small">
                      {t("network.file.new")}
                    </LinkButton>
                  </p>
                )}
              </section>
              <JoiningPath
                person={person}
                state={state}
                passed={data.passed}
                here={here}
                mayMove={data.may.move}
                relocate={
                  data.may.relocate && isKept && !relocation && isReachable(person.state)
                    ? `${here}/relocate`
                    : undefined
                }
              />
            </Sheet>
          )
        }
      >
        {person.state === "active" && !person.isErased && (
          <p className="mb-4 flex flex-wrap gap-2">
            <Chip tone={silence.isCold ? "saffron" : "neutral"} icon="clock">
              {t(silenceWord(person, silence), {
                days: silence.days,
                cadence: silence.cadence,
              })}
            </Chip>
            {person.nextOn && <Chip tone="teal">{agreedWord(person.nextOn, person.nextAt)}</Chip>}
          </p>
        )}
        <Section title={t("network.person.timeline")}>
          <PersonTimeline rows={timeline.rows} base={base} mayEdit={data.may.edit && !person.isErased} />
          {(timeline.next || data.isLater) && (
            <Pager
              previous={data.isLater ? here : undefined}
              next={timeline.next ? `${here}?after=${timeline.next}` : undefined}
            />
          )}
        </Section>
      </Columns>
      {recorded && <ContactToast contact={recorded} base={base} />}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<NetworkKey>(matches, "network.person.page");
