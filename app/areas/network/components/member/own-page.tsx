import { Form as PlainForm } from "@remix-run/react";
import { formatMobile } from "~/lib/identifiers";
import { formatJalali } from "~/lib/jalali";
import { Button } from "~/ui/button";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import { capacityKey, reasonKey } from "../../choices";
import type { NetworkKey } from "../../messages";
import type { Entry } from "../../../catalogues/queries.server";
import type { OpenRelocation } from "../../queries.server/relocations";
import type { OwnPage } from "../../queries.server/own-page";
import { Ways } from "../people/ways";
import { OwnTies } from "./own-ties";

/** What was just done, and what is said of it. */
const SAID = {
  ways: "network.me.ways.saved",
  correct: "network.me.correct.sent",
  moving: null,
  "moving-refused": "network.relocation.me.refused",
} as const satisfies Record<string, NetworkKey | null>;

/** What he may just have done on his page. */
export type OwnAct = keyof typeof SAID;

/** Everything that is held about somebody, as he reads it himself, and what he may do about it. */
export function OwnPageView({
  page,
  entries,
  relocation,
  done,
}: {
  page: OwnPage;
  /** Words of the kinds of relationships. */
  entries: readonly Entry[];
  relocation: OpenRelocation | null;
  done: OwnAct | undefined;
}) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  const said = done && SAID[done];
  return (
    <>
      <PageHeader title={t("network.me.title")} meta={page.fullName} />
      {said && (
        <div className="mb-4">
          <Notice live title={t(said)} />
        </div>
      )}
      {relocation && (
        <div className="mb-4">
          <Notice
            kind={relocation.state === "offered" ? "saffron" : "info"}
            live={done === "moving"}
            title={t(
              relocation.state === "offered"
                ? "network.relocation.me.notice"
                : "network.relocation.me.notice.consented",
              { name: locale === "fa" ? relocation.toFa : relocation.toEn },
            )}
            action={
              <LinkButton to="/me/moving" size="small">
                {t(
                  relocation.state === "offered" ? "network.relocation.me.answer" : "network.relocation.see",
                )}
              </LinkButton>
            }
          />
        </div>
      )}
      {page.noContact && (
        <div className="mb-4">
          <Notice icon="phone-off" title={t("network.me.no-contact")} />
        </div>
      )}
      <p className="mb-4 text-second text-ink-2">{t("network.me.lead")}</p>
      <Section title={t("network.me.facts")}>
        <OwnFacts page={page} />
        {page.correction && !done && (
          <p className="mt-3 text-second text-saffron-ink">{t("network.me.correct.sent")}</p>
        )}
        {page.note && (
          <div className="mt-3 text-second">
            <p className="text-ink-3">{t("network.me.note")}</p>
            <p>
              <bdi className="block whitespace-pre-line wrap-anywhere">{page.note}</bdi>
            </p>
          </div>
        )}
        <p className="mt-4">
          <LinkButton to="/me/correct" icon="pencil">
            {t("network.me.correct")}
          </LinkButton>
        </p>
      </Section>
      <Ways ways={page.ways} preferred={page.preferredWay} edit="/me/ways" />
      <Section title={t("network.me.said")}>
        <Said contacts={page.contacts.filter(({ asked }) => asked !== null)} />
      </Section>
      <Section title={t("network.me.circles")}>
        <OwnCircles circles={page.circles} />
      </Section>
      <Section title={t("network.ties")}>
        <OwnTies ties={page.ties} entries={entries} />
      </Section>
      <Section title={t("network.me.contacts")}>
        <OwnContacts contacts={page.contacts} />
      </Section>
      {page.files.length > 0 && (
        <Section title={t("network.files")}>
          <ul className="flex flex-col gap-1.5 text-second">
            {page.files.map(({ id, day, type, title }) => (
              <li key={id} className="flex flex-wrap gap-x-2">
                <span>
                  {t(type === "application/pdf" ? "network.file.kind.pdf" : "network.file.kind.picture")}
                </span>
                <span className="wrap-anywhere">{title}</span>
                <span className="text-ink-3">
                  <DateText iso={day} />
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-3 text-second text-ink-3">{t("network.me.files")}</p>
        </Section>
      )}
      <Section title={t("network.me.steps")}>
        <Timeline
          label={t("network.me.steps")}
          events={page.steps.map((step) => ({
            key: step.id,
            when: <DateText iso={step.day} style="day-month" />,
            what: t(`network.state.${step.state}`),
            note: [
              step.reason && t(reasonKey(step.reason)),
              step.note && t("network.me.note.of", { note: step.note }),
            ]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      </Section>
      <div className="mt-8 flex flex-wrap items-center gap-3 border-t border-line pt-4">
        <PlainForm method="post">
          <Button>{t("network.me.leave")}</Button>
        </PlainForm>
        <LinkButton to="/me/erase" kind="quiet" icon="trash-2">
          {t("network.me.erase")}
        </LinkButton>
      </div>
    </>
  );
}

function OwnFacts({ page }: { page: OwnPage }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  return (
    <Facts
      facts={[
        { label: t("network.person.full-name"), value: page.fullName },
        {
          label: t("network.person.mobile"),
          value: page.mobile && <Code>{formatMobile(page.mobile, "en")}</Code>,
        },
        {
          label: t("network.person.national-code"),
          value: page.nationalCode && <Code>{page.nationalCode}</Code>,
        },
        { label: t("network.col.locality"), value: page.locality },
        {
          label: t("network.person.capacities"),
          value:
            page.capacities.length > 0
              ? listed(
                  page.capacities.map((one) => t(capacityKey(one))),
                  locale,
                )
              : null,
        },
        { label: t("network.me.tier"), value: t(`network.tier.${page.tier}`) },
        { label: t("network.filter.state"), value: t(`network.state.${page.state}`) },
        { label: t("network.person.joined"), value: page.joinedOn && <DateText iso={page.joinedOn} /> },
        { label: t("network.person.source"), value: page.source },
      ]}
    />
  );
}

/** What he asked for and what was done about it. */
function Said({ contacts }: { contacts: OwnPage["contacts"] }) {
  const t = useT<NetworkKey>();
  if (contacts.length === 0) return <p className="text-second text-ink-3">{t("network.me.said.none")}</p>;
  return (
    <Timeline
      label={t("network.me.said")}
      events={contacts.map((contact) => ({
        key: contact.id,
        when: <DateText iso={contact.day} style="day-month" />,
        what: contact.asked || t("network.outcome.action-needed"),
        note:
          contact.done === null
            ? t("network.me.said.open")
            : contact.done
              ? t("network.me.said.done", { note: contact.done })
              : t("network.me.said.done-plain"),
      }))}
    />
  );
}

function OwnCircles({ circles }: { circles: OwnPage["circles"] }) {
  const t = useT<NetworkKey>();
  const { locale } = useLocale();
  if (circles.length === 0) return <p className="text-second text-ink-3">{t("network.me.circles.none")}</p>;
  return (
    <ul className="flex flex-col gap-1.5 text-second">
      {circles.map(({ id, name, toOn }) => (
        <li key={id} className="flex flex-wrap gap-x-2">
          <span>{name}</span>
          {toOn && (
            <span className="text-ink-3">
              {t("network.me.circles.until", { date: formatJalali(toOn, locale, "long") })}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function OwnContacts({ contacts }: { contacts: OwnPage["contacts"] }) {
  const t = useT<NetworkKey>();
  if (contacts.length === 0) return <p className="text-second text-ink-3">{t("network.me.contacts.none")}</p>;
  return (
    <>
      <Timeline
        label={t("network.me.contacts")}
        events={contacts.map((contact) => ({
          key: contact.id,
          when: <DateText iso={contact.day} style="day-month" />,
          whenNote: t(`network.channel.${contact.channel}`),
          what: t(`network.outcome.${contact.outcome}`),
          note: contact.note && t("network.me.note.of", { note: contact.note }),
        }))}
      />
      {contacts.some(({ note }) => note !== null) && (
        <p className="mt-3 text-second text-ink-3">{t("network.me.note.lead")}</p>
      )}
    </>
  );
}
