import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/actor.server";
import { ExportButton } from "~/areas/exports/components/export-button";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { DifferenceList } from "~/areas/meetings/own-minutes/components/difference";
import { MinutesText } from "~/areas/meetings/own-minutes/components/minutes-text";
import { differencesOf } from "~/lib/differences";
import { findTextOfVersion, getVersion } from "~/areas/meetings/own-minutes/queries.server";
import { shownMinutes } from "~/areas/meetings/own-minutes/shown";
import { sessionWords } from "~/areas/meetings/own-minutes/session-words";
import { ROLES } from "~/kernel/actor";
import { idIn, reading } from "~/kernel/http.server";
import { todayIn } from "~/lib/jalali";
import { pageTitle } from "~/page-title";
import { Chip } from "~/ui/chip";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";

/** One approved version of a meeting's minutes, and what it changed of the one before. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, ...ROLES);
  const id = idIn(args.params, "version");
  const { one, before } = await reading(actor, async (db) => {
    const found = await getVersion(db, actor.place.id, id);
    const { meetingId, corrects } = found;
    return {
      one: found,
      before: corrects === null ? null : await findTextOfVersion(db, actor.place.id, meetingId, corrects),
    };
  });
  const { content, text, ...rest } = one;
  return {
    version: rest,
    session: sessionWords(content),
    text: shownMinutes(content.review),
    approvedOn: todayIn(one.approvedAt),
    changes: before === null ? null : differencesOf(before, text),
    place: actor.place.id,
    isCounty: actor.place.level === "county",
  };
}

export default function VersionPage() {
  const { version, session, text, approvedOn, changes, place, isCounty } = useLoaderData<typeof loader>();
  const t = useT<MeetingsKey>();
  const { locale } = useLocale();
  const digits = (words: string) => localDigits(words, locale);
  return (
    <>
      <PageHeader
        back={{ to: `/${place}/meetings/${version.meetingId}/minutes`, label: t("minutes.own.back") }}
        title={text.header.title}
        state={<Chip icon="check">{digits(t("minutes.own.version", { version: version.version }))}</Chip>}
        actions={
          <>
            <ExportButton
              place={place}
              list={isCounty ? "minutes-version" : "minutes-version-above"}
              narrowed={{ version: version.id }}
              words={t("minutes.own.paper")}
            />
            <LinkButton to={`/${place}/minutes/${version.minutesId}`} icon="list-checks">
              {t("minutes.own.issued")}
            </LinkButton>
          </>
        }
      />
      {version.exception && (
        <div className="mb-4">
          <Notice kind="saffron" title={t("minutes.own.exception.said")}>
            <bdi>{version.exception}</bdi>
          </Notice>
        </div>
      )}
      <Facts
        facts={[
          {
            label: t("minutes.own.number"),
            value: (
              <bdi>
                {digits(t("minutes.own.number.of", { year: String(version.year), number: version.number }))}
              </bdi>
            ),
          },
          {
            label: t("minutes.own.paper.session"),
            value: session[locale] ? <bdi>{session[locale]}</bdi> : null,
          },
          {
            label: t("minutes.own.by"),
            value: <bdi>{[version.approvedByName, version.approvedByPost].filter(Boolean).join(" · ")}</bdi>,
          },
          { label: t("minutes.own.at"), value: <DateText iso={approvedOn} style="weekday" /> },
          {
            label: t("meetings.session.quorum"),
            value:
              version.needed === null
                ? null
                : digits(t("minutes.own.quorum", { present: version.present ?? 0, needed: version.needed })),
          },
          { label: t("minutes.own.reason"), value: version.reason && <bdi>{version.reason}</bdi> },
          {
            label: t("minutes.own.hash"),
            value: (
              <code dir="ltr" className="text-meta break-all text-ink-3">
                {version.contentHash}
              </code>
            ),
          },
        ]}
      />
      {changes && (
        <Section title={digits(t("minutes.own.changes", { version: version.version - 1 }))}>
          <DifferenceList found={changes} />
        </Section>
      )}
      <Section title={t("minutes.own.text")}>
        <MinutesText text={text} />
      </Section>
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle<MeetingsKey>(matches, "minutes.own", undefined, data?.text.header.title);
