import type { SubmissionResult } from "@conform-to/react";
import { Form as PlainForm } from "@remix-run/react";
import { Button } from "~/ui/button";
import { classNames } from "~/ui/class-names";
import { EmptyState } from "~/ui/empty-state";
import { FilterChips } from "~/ui/filter-chips";
import type { RefusalFace } from "~/ui/form/form-context";
import { useLocale, useT } from "~/ui/i18n";
import { Link } from "~/ui/link";
import { LinkButton } from "~/ui/link-button";
import { listed } from "~/ui/listed";
import { Notice } from "~/ui/notice";
import { localDigits } from "~/ui/numbers";
import { PageHeader } from "~/ui/page-header";
import type { OwnMinutesKey } from "../../own-minutes/own-minutes-messages";
import type { MinutesKey } from "../minutes-messages";
import type { ReviewPage } from "../review-page.server";
import { attentionOf, MOST_SHOWN, partOf, shownOf, type ReviewView } from "../review-view";
import { HeadForm } from "./head-form";
import { IssueBar } from "./issue-bar";
import { RemovedResolution } from "./removed-resolution";
import { ResolutionForm } from "./resolution-form";
import { ResolutionLine } from "./resolution-line";
import { ReviewHead } from "./review-head";
import { ReviewHeadline } from "./review-headline";
import { ReviewSteps } from "./review-steps";
import { OriginProvider } from "./origin";
import { QueueBar } from "./queue-bar";
import { SourcePane } from "./source-pane";
import { TogetherPanel } from "./together-panel";
import { TwinNotice } from "./twin-notice";
import { useFocusOfOpen } from "./use-focus-of-open";
import { REVIEW_KEYS, useReviewKeys } from "./use-review-keys";

type Answer = { result: SubmissionResult<string[]>; refusal?: RefusalFace };

/** The review of pasted minutes: the source beside what was read from it, and the one button that issues. */
export function MinutesReview({
  page,
  view,
  base,
  ownHref,
  again,
  updated,
  issued,
  requestId,
  answer,
  sent,
}: {
  page: ReviewPage;
  view: ReviewView;
  base: string;
  /** The page of the meeting's own minutes, where this draft is one. */
  ownHref: string | null;
  again: boolean;
  updated: boolean;
  /** The minutes that were issued right before, where this draft is the next of the queue. */
  issued: string | null;
  requestId: string;
  answer?: Answer | undefined;
  sent?: string | undefined;
}) {
  const t = useT<MinutesKey | OwnMinutesKey>();
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
        back={
          ownHref ? { to: ownHref, label: t("minutes.own.back") } : { to: base, label: t("minutes.title") }
        }
        {...(ownHref ? {} : { aside: <ReviewSteps now="review" /> })}
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
      {issued && (
        <div className="mb-4">
          <Notice live>
            {t("minutes.issue.next.done")}{" "}
            <Link to={`${base}/${issued}`} className="text-teal underline">
              {t("minutes.issue.next.see")}
            </Link>
          </Notice>
        </div>
      )}
      {answer?.refusal &&
        sent &&
        ["update", "update-issued", "apart", "accept", "take-back"].includes(sent) && (
          <div className="mb-4">
            <Notice kind="brick" live>
              {t(answer.refusal.code as MinutesKey, answer.refusal.params)}
            </Notice>
          </div>
        )}
      {page.twin && (
        <TwinNotice twin={page.twin} base={base} requestId={requestId} isCorrection={ownHref !== null} />
      )}
      <QueueBar neighbours={page.neighbours} base={base} />
      <ReviewHeadline page={page} />
      {missing.length > 0 && (
        <div className="mb-4">
          <Notice kind="saffron">
            {t("minutes.review.counties-missing", { names: listed(missing, locale) })}
          </Notice>
        </div>
      )}
      <ReviewHead page={page} open={view.open === "head"} editHref={href({ open: "head" })}>
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
      </ReviewHead>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6.5fr)]">
        <div className="min-w-0 lg:sticky lg:top-20">
          <SourcePane source={page.source} open={view.open} wholeHref={`${base}/review/${page.id}/source`} />
        </div>
        <section
          className="min-w-0 rounded-card border border-line-2 bg-sheet"
          aria-labelledby="results"
          data-keys={REVIEW_KEYS}
        >
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
          <TogetherPanel page={page} requestId={requestId} answerFor={answerFor} />
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
          ownHref={ownHref}
          requestId={requestId}
          openHref={(id) => href({ open: id })}
          {...answerFor("issue", "issue-next")}
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
