import type { ReactNode } from "react";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { Facts } from "~/ui/facts";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { localDigits } from "~/ui/numbers";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";
import { originKey } from "../source";
import { AttendeeGroups, Discussion } from "./attendance";
import { Certainty } from "./certainty";
import { Folded } from "./folded";
import { HoursText } from "./hours-text";
import { Origin } from "./origin";
import { ReviewWarnings } from "./review-warnings";

/** Fields of the head, and the words in which their places are told. */
const HEAD_FIELDS = {
  title: "minutes.review.field.title",
  heldOn: "minutes.review.field.held",
  startsAt: "minutes.review.field.time",
  endsAt: "minutes.review.field.time",
  place: "minutes.review.field.place",
  invitationNumber: "minutes.review.field.invitation",
  agenda: "minutes.review.field.agenda",
  declaredCount: "minutes.review.field.declared",
  discussion: "minutes.discussion",
} as const;
type OriginOfHead = keyof typeof HEAD_FIELDS;

/** What meeting it was, in a line; what else its head says is folded away, so that text and result begin on the first screen. */
export function ReviewHead({
  page,
  open,
  editHref,
  children,
}: {
  page: ReviewPage;
  open: boolean;
  editHref: string;
  children: ReactNode;
}) {
  const t = useT<MinutesKey>();
  const { header } = page;
  if (open) {
    return (
      <section id="open" className="scroll-mt-20 rounded-card border border-teal bg-sheet p-4">
        {children}
        <ReviewWarnings warnings={page.warnings} />
      </section>
    );
  }
  return (
    <section className="rounded-card border border-line-2 bg-sheet px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
        <Field of="title">
          <p lang="fa" dir="auto" className="text-item">
            {header.title || t("minutes.untitled")}
          </p>
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-second text-ink-2">
          <Field of="heldOn">
            {header.heldOn ? (
              <DateText iso={header.heldOn} style="weekday" />
            ) : (
              <span className="text-saffron-ink">{t("minutes.lock.date-missing")}: –</span>
            )}
          </Field>
          {(header.startsAt ?? header.endsAt) && (
            <Field of={header.startsAt ? "startsAt" : "endsAt"}>
              <HoursText {...header} />
            </Field>
          )}
          {header.place && (
            <Field of="place">
              <span lang="fa" dir="auto">
                {header.place}
              </span>
            </Field>
          )}
        </div>
        <div className="ms-auto flex flex-wrap items-center gap-x-3">
          <Certainty level={header.certainty} checked={header.revision > 1} />
          <LinkButton to={editHref} kind="quiet" size="small" icon="pencil">
            {t("minutes.review.head.edit")}
          </LinkButton>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-8">
        <Further page={page} />
        <ReviewWarnings warnings={page.warnings} />
      </div>
    </section>
  );
}

function Field({ of, children }: { of: OriginOfHead; children: ReactNode }) {
  const t = useT<MinutesKey>();
  return (
    <Origin of={originKey("head", of)} label={t(HEAD_FIELDS[of])}>
      {children}
    </Origin>
  );
}

function Further({ page }: { page: ReviewPage }) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const { header, agenda, declaredCount, attendees, discussion } = page;
  const has = {
    "minutes.review.field.invitation": header.invitationNumber !== null,
    "minutes.review.field.agenda": agenda.length > 0,
    "minutes.review.field.declared": declaredCount !== null,
    "minutes.attendance": attendees.length > 0,
    "minutes.discussion": discussion.length > 0,
  } as const;
  const names = (Object.keys(has) as (keyof typeof has)[]).filter((name) => has[name]);
  if (names.length === 0) return null;
  const facts = [
    {
      label: t("minutes.review.field.invitation"),
      value: header.invitationNumber && (
        <Field of="invitationNumber">
          <Code>{localDigits(header.invitationNumber, locale)}</Code>
        </Field>
      ),
    },
    {
      label: t("minutes.review.field.declared"),
      value:
        declaredCount === null ? null : (
          <Field of="declaredCount">{localDigits(String(declaredCount), locale)}</Field>
        ),
    },
    {
      label: t("minutes.review.field.agenda"),
      value:
        agenda.length === 0 ? null : (
          <Field of="agenda">
            {agenda.map((item, index) => (
              <p key={index} lang="fa" dir="auto">
                {item}
              </p>
            ))}
          </Field>
        ),
    },
  ];
  return (
    <Folded
      summary={listed(
        names.map((name) => t(name)),
        locale,
      )}
    >
      <div className="mt-1 flex flex-col gap-3 border-t border-line py-3">
        {facts.some(({ value }) => value !== null) && <Facts facts={facts} />}
        <AttendeeGroups
          attendees={attendees}
          around={(index, shown) => (
            <Origin of={originKey("head", `attendee-${index}`)} label={t("minutes.attendance")}>
              {shown}
            </Origin>
          )}
        />
        {discussion.length > 0 && (
          <Field of="discussion">
            <Discussion paragraphs={discussion} />
          </Field>
        )}
      </div>
    </Folded>
  );
}
