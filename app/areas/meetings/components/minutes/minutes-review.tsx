import type { SubmissionResult } from "@conform-to/react";
import { Form as PlainForm } from "@remix-run/react";
import { Button } from "~/ui/button";
import { classNames } from "~/ui/class-names";
import { Code } from "~/ui/code";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Facts } from "~/ui/facts";
import { FilterChips } from "~/ui/filter-chips";
import type { RefusalFace } from "~/ui/form/form-context";
import { useLocale, useT } from "~/ui/i18n";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import type { MinutesKey } from "../../minutes-messages";
import { HoursText } from "./hours-text";
import type { ReviewPage } from "../../minutes-review-page.server";
import { originKey } from "../../minutes-source";
import { attentionOf, MOST_SHOWN, partOf, shownOf, type ReviewView } from "../../minutes-review-view";
import { AttendeeGroups, Discussion } from "./attendance";
import { Certainty } from "./certainty";
import { HeadForm } from "./head-form";
import { IssueBar } from "./issue-bar";
import { RemovedResolution } from "./removed-resolution";
import { ResolutionForm } from "./resolution-form";
import { ResolutionLine } from "./resolution-line";
import { ReviewHeadline } from "./review-headline";
import { ReviewSteps } from "./review-steps";
import { ReviewWarnings } from "./review-warnings";
import { Origin, OriginProvider } from "./origin";
import { QueueBar } from "./queue-bar";
import { SourcePane } from "./source-pane";
import { TwinNotice } from "./twin-notice";
import { useFocusOfOpen } from "./use-focus-of-open";
import { useReviewKeys } from "./use-review-keys";

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

type Answer = { result: SubmissionResult<string[]>; refusal?: RefusalFace };

/** The review of pasted minutes: the source beside what was read from it, and the one button that issues. */
export function MinutesReview({
  page,
  view,
  base,
  again,
  updated,
  requestId,
  answer,
  sent,
}: {
  page: ReviewPage;
  view: ReviewView;
  base: string;
  again: boolean;
  updated: boolean;
  requestId: string;
  answer?: Answer | undefined;
  sent?: string | undefined;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const shown = shownOf(page.resolutions, view);
  const part = partOf(shown, view);
  const href = (change: Partial<ReviewView>) => {
    const { show, open, from } = { ...view, open: null, from: part, ...change };
    const params = new URLSearchParams();
    if (show !== "all") params.set("show", show);
    if (open) params.set("open", open);
    else if (from > 0) params.set("from", String(from));
    const query = params.toString();
    return `${base}/review/${page.id}${query ? `?${query}` : ""}${open ? "#open" : ""}`;
  };
  const attention = new Set(attentionOf(page.resolutions).map((resolution) => resolution.id));
  const undated = page.resolutions.filter((resolution) => resolution.deadline === null);
  const answerFor = (...forms: string[]) =>
    answer && sent && forms.includes(sent) ? { lastResult: answer.result, refusal: answer.refusal } : {};
  useReviewKeys({
    ids: shown.map(({ id }) => id),
    open: view.open,
    hrefOf: (id) => href({ open: id }),
    neighbours: page.neighbours,
    draftHref: (id) => `${base}/review/${id}?show=attention`,
  });
  useFocusOfOpen(view.open);
  const missing = page.withoutGovernorate.map((county) => (locale === "fa" ? county.nameFa : county.nameEn));

  return (
    <OriginProvider>
      <PageHeader
        title={t("minutes.review.title")}
        back={{ to: base, label: t("minutes.title") }}
        aside={<ReviewSteps now="review" />}
      />
      {again && (
        <div className="mb-4">
          <Notice>{t("minutes.again.draft")}</Notice>
        </div>
      )}
      {updated && (
        <div className="mb-4">
          <Notice live>{t("minutes.twin.updated")}</Notice>
        </div>
      )}
      {answer?.refusal && sent && ["update", "update-issued", "apart", "accept"].includes(sent) && (
        <div className="mb-4">
          <Notice kind="brick" live>
            {t(answer.refusal.code as MinutesKey, answer.refusal.params)}
          </Notice>
        </div>
      )}
      {page.twin && <TwinNotice twin={page.twin} base={base} requestId={requestId} />}
      <QueueBar neighbours={page.neighbours} base={base} />
      <ReviewHeadline page={page} />
      {missing.length > 0 && (
        <div className="mb-4">
          <Notice kind="saffron">
            {t("minutes.review.counties-missing", { names: listed(missing, locale) })}
          </Notice>
        </div>
      )}
      <ReviewWarnings warnings={page.warnings} />
      <Head page={page} open={view.open === "head"} editHref={href({ open: "head" })}>
        <HeadForm
          header={page.header}
          agenda={page.agenda}
          declaredCount={page.declaredCount}
          attendees={page.attendees}
          discussion={page.discussion}
          requestId={requestId}
          closeHref={href({})}
          {...answerFor("head")}
        />
      </Head>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6.5fr)]">
        <div className="min-w-0 lg:sticky lg:top-20">
          <SourcePane source={page.source} open={view.open} wholeHref={`${base}/review/${page.id}/source`} />
        </div>
        <section className="min-w-0 rounded-card border border-line-2 bg-sheet" aria-labelledby="results">
          <header className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line-2 px-4 pt-2">
            <h2 id="results" className="pb-2 text-item">
              {t("minutes.review.results")}
            </h2>
            <FilterChips
              chips={[
                { show: "all" as const, count: page.resolutions.length },
                { show: "attention" as const, count: attention.size },
                { show: "undated" as const, count: undated.length },
              ].map(({ show, count }) => ({
                to: href({ show, from: 0 }),
                label: t(`minutes.review.show.${show}`),
                count,
                active: view.show === show,
              }))}
            />
          </header>
          {answer?.refusal?.code === "minutes.review.removed" && (
            <RemovedResolution result={answer.result} requestId={requestId} />
          )}
          <PartLinks shown={shown} part={part} hrefOf={(from) => href({ from })} />
          <ol>
            {shown.slice(part, part + MOST_SHOWN).map((resolution) => {
              const isOpen = view.open === resolution.id;
              return (
                <li
                  key={resolution.id}
                  id={isOpen ? "open" : undefined}
                  className={classNames(
                    "grid scroll-mt-20 grid-cols-[3rem_minmax(0,1fr)] border-b border-line last:border-b-0",
                    isOpen && "border-s-4 border-s-teal bg-paper",
                  )}
                >
                  <span className="border-e border-brick-line pt-4 text-center text-item">
                    {localDigits(String(resolution.number), locale)}
                  </span>
                  <div className="min-w-0 px-4 py-4">
                    {isOpen ? (
                      <ResolutionForm
                        resolution={resolution}
                        page={page}
                        requestId={requestId}
                        closeHref={href({})}
                        {...answerFor("save", "next", "remove")}
                      />
                    ) : (
                      <ResolutionLine resolution={resolution} editHref={href({ open: resolution.id })} />
                    )}
                  </div>
                </li>
              );
            })}
          </ol>
          <PartLinks shown={shown} part={part} hrefOf={(from) => href({ from })} />
          {page.resolutions.length === 0 && (
            <EmptyState
              title={t("minutes.review.none")}
              actions={
                <LinkButton to={`${base}/new`} icon="clipboard-paste">
                  {t("minutes.review.none.paste")}
                </LinkButton>
              }
            >
              {t("minutes.review.none.text")}
            </EmptyState>
          )}
          {shown.length === 0 && page.resolutions.length > 0 && (
            <p className="px-4 py-6 text-second text-ink-3">{t("minutes.review.show.empty")}</p>
          )}
          <PlainForm method="post" className="flex flex-wrap gap-2 border-t border-line px-4 py-3">
            <input type="hidden" name="requestId" value={requestId} />
            {page.sure > 0 && (
              <Button name="do" value="accept" icon="check">
                {t("minutes.queue.accept-here")}{" "}
                <span className="font-normal text-ink-3">{localDigits(String(page.sure), locale)}</span>
              </Button>
            )}
            <Button name="do" value="add" kind="quiet" icon="plus">
              {t("minutes.review.add")}
            </Button>
          </PlainForm>
        </section>
      </div>
      {/* The bar sticks to the foot of the page, not of its own form. */}
      <div className="contents *:contents">
        <IssueBar
          page={page}
          requestId={requestId}
          openHref={(id) => href({ open: id })}
          {...answerFor("issue")}
        />
      </div>
    </OriginProvider>
  );
}

/** The way to the other parts of a list that is longer than the page. */
function PartLinks({
  shown,
  part,
  hrefOf,
}: {
  shown: ReviewPage["resolutions"];
  part: number;
  hrefOf: (from: number) => string;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  if (shown.length <= MOST_SHOWN) return null;
  const number = (at: number) =>
    localDigits(String(shown[Math.min(Math.max(at, 0), shown.length - 1)]?.number ?? 0), locale);
  const link = (from: number, icon: "chevron-up" | "chevron-down") => (
    <LinkButton to={hrefOf(from)} kind="quiet" size="small" icon={icon}>
      {t("minutes.review.part", { first: number(from), last: number(from + MOST_SHOWN - 1) })}
    </LinkButton>
  );
  return (
    <nav
      aria-label={t("minutes.review.parts")}
      className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2 text-second text-ink-2"
    >
      <span>{t("minutes.review.part", { first: number(part), last: number(part + MOST_SHOWN - 1) })}</span>
      {part > 0 && link(part - MOST_SHOWN, "chevron-up")}
      {part + MOST_SHOWN < shown.length && link(part + MOST_SHOWN, "chevron-down")}
    </nav>
  );
}

function Head({
  page,
  open,
  editHref,
  children,
}: {
  page: ReviewPage;
  open: boolean;
  editHref: string;
  children: React.ReactNode;
}) {
  const t = useT<MinutesKey>();
  const { locale } = useLocale();
  const { header, agenda, declaredCount, attendees, discussion } = page;
  const from = (field: OriginOfHead, value: React.ReactNode) => (
    <Origin of={originKey("head", field)} label={t(HEAD_FIELDS[field])}>
      {value}
    </Origin>
  );
  return (
    <section
      id={open ? "open" : undefined}
      className={classNames(
        "scroll-mt-20 rounded-card border bg-sheet p-4",
        open ? "border-teal" : "border-line-2",
      )}
    >
      {open ? (
        children
      ) : (
        <div className="flex items-start justify-between gap-3 max-sm:flex-col">
          <div className="grid flex-1 items-start gap-x-10 gap-y-2 sm:grid-cols-2">
            <Facts
              facts={[
                {
                  label: t("minutes.review.field.title"),
                  value: from("title", header.title || t("minutes.untitled")),
                },
                {
                  label: t("minutes.review.field.held"),
                  value: from(
                    "heldOn",
                    header.heldOn ? <DateText iso={header.heldOn} style="weekday" /> : "–",
                  ),
                },
                {
                  label: t("minutes.review.field.time"),
                  value:
                    (header.startsAt ?? header.endsAt)
                      ? from(header.startsAt ? "startsAt" : "endsAt", <HoursText {...header} />)
                      : null,
                },
              ]}
            />
            <Facts
              facts={[
                {
                  label: t("minutes.review.field.place"),
                  value: header.place && from("place", header.place),
                },
                {
                  label: t("minutes.review.field.invitation"),
                  value:
                    header.invitationNumber &&
                    from("invitationNumber", <Code>{localDigits(header.invitationNumber, locale)}</Code>),
                },
                {
                  label: t("minutes.review.field.agenda"),
                  value:
                    agenda.length > 0
                      ? from(
                          "agenda",
                          agenda.map((item, index) => <p key={index}>{item}</p>),
                        )
                      : null,
                },
                {
                  label: t("minutes.review.field.declared"),
                  value:
                    declaredCount === null
                      ? null
                      : from("declaredCount", localDigits(String(declaredCount), locale)),
                },
              ]}
            />
          </div>
          <div className="flex flex-col items-end gap-2 max-sm:items-start">
            <Certainty level={header.certainty} checked={header.revision > 1} />
            <LinkButton to={editHref} kind="quiet" size="small" icon="pencil">
              {t("minutes.review.head.edit")}
            </LinkButton>
          </div>
        </div>
      )}
      {!open && (attendees.length > 0 || discussion.length > 0) && (
        <div className="mt-3 flex flex-col gap-3 border-t border-line pt-3">
          <AttendeeGroups
            attendees={attendees}
            around={(index, shown) => (
              <Origin of={originKey("head", `attendee-${index}`)} label={t("minutes.attendance")}>
                {shown}
              </Origin>
            )}
          />
          {discussion.length > 0 && from("discussion", <Discussion paragraphs={discussion} />)}
        </div>
      )}
    </section>
  );
}
