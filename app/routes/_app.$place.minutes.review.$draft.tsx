import type { SubmissionResult } from "@conform-to/react";
import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunction } from "@remix-run/react";
import { requireActor } from "~/actor.server";
import { acceptSureOf } from "~/areas/meetings/minutes/commands/accept-sure.server";
import {
  addReviewResolution,
  removeReviewResolution,
} from "~/areas/meetings/minutes/commands/change-review-list.server";
import { editReviewHeader } from "~/areas/meetings/minutes/commands/edit-review-header.server";
import { editReviewResolution } from "~/areas/meetings/minutes/commands/edit-review-resolution.server";
import {
  giveDeadline,
  giveParty,
  takeBackTogether,
} from "~/areas/meetings/minutes/commands/give-together.server";
import { issueMinutes } from "~/areas/meetings/minutes/commands/issue-minutes.server";
import { updateIssued } from "~/areas/meetings/minutes/commands/update-issued.server";
import { keepApart, updateTwin } from "~/areas/meetings/minutes/commands/update-twin.server";
import { MinutesReview } from "~/areas/meetings/minutes/components/minutes-review";
import { reviewPage } from "~/areas/meetings/minutes/review-page.server";
import { MOST_SHOWN, partOf, reviewView, shownOf } from "~/areas/meetings/minutes/review-view";
import { firstOfQueue } from "~/areas/meetings/queries.server/queue";
import {
  AcceptSure,
  AddResolution,
  GiveDeadline,
  GiveParty,
  IssueMinutes,
  OfTwin,
  RemoveResolution,
  ReviewHeaderForm,
  ReviewResolutionForm,
  TakeBack,
} from "~/areas/meetings/minutes/schema";
import { authorize } from "~/kernel/authorize";
import { formWithFiles, idFrom, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";

/** A resolution of twenty thousand characters with its sub-items. */
const LARGEST_PART = 1_000_000;

export async function loader(args: LoaderFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "draft");
  const { searchParams } = new URL(args.request.url);
  const page = await reading(actor, (db) => {
    authorize(actor, "import", "Minutes");
    return reviewPage(db, actor, id, args.context.scope.today, searchParams.get("open"));
  });
  const base = `/${actor.place.id}/minutes`;
  if (page.own && !page.own.isWriting)
    throw redirect(`/${actor.place.id}/meetings/${page.own.meetingId}/minutes`);
  if (page.minutesId) throw redirect(`${base}/${page.minutesId}`);
  const view = reviewView(searchParams, page.resolutions);
  const shown = shownOf(page.resolutions, view);
  const part = partOf(shown, view);
  const onPage = new Set(shown.slice(part, part + MOST_SHOWN).map((resolution) => resolution.id));
  return {
    // What is on another part of the list is counted here, and read there.
    page: {
      ...page,
      resolutions: page.resolutions.map((resolution) =>
        onPage.has(resolution.id) ? resolution : { ...resolution, text: "", notes: [] },
      ),
    },
    view,
    base,
    ownHref: page.own && `/${actor.place.id}/meetings/${page.own.meetingId}/minutes`,
    again: searchParams.has("again"),
    updated: searchParams.has("updated"),
    issued: searchParams.has("issued") ? idFrom(searchParams.get("issued")) : null,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const id = idIn(args.params, "draft");
  const form = await formWithFiles(args.request, LARGEST_PART);
  if (!(form instanceof FormData)) return form;
  const url = new URL(args.request.url);
  const here = (change: Record<string, string | null>) => {
    const params = new URLSearchParams(url.searchParams);
    for (const name of ["after", "again", "issued", "open", "updated"]) params.delete(name);
    for (const [name, value] of Object.entries(change)) if (value !== null) params.set(name, value);
    return redirect(
      `${url.pathname}?${params.toString()}${params.has("open") || params.has("after") ? "#open" : ""}`,
    );
  };
  const stay = () => here({ open: url.searchParams.get("open") });
  const what = form.get("do");
  const resolutionId = () => idFrom(form.get("resolution"));
  switch (what) {
    case "head":
      return submit(
        args.request,
        ReviewHeaderForm,
        async (input) => {
          await editReviewHeader(actor, id, input);
          return here({});
        },
        form,
      );
    case "save":
    case "next":
      return submit(
        args.request,
        ReviewResolutionForm,
        async (input) => {
          const saved = await editReviewResolution(actor, id, resolutionId(), input);
          return here({ [what === "next" ? "after" : "open"]: saved.resolutionId });
        },
        form,
      );
    case "remove":
      return submit(
        args.request,
        RemoveResolution,
        async ({ revision }) => {
          await removeReviewResolution(actor, id, resolutionId(), revision);
          return here({});
        },
        form,
      );
    case "add":
      return submit(
        args.request,
        AddResolution,
        async (input) => {
          const added = await addReviewResolution(actor, id, input);
          return here({ open: added.resolutionId });
        },
        form,
      );
    case "issue":
    case "issue-next":
      return submit(
        args.request,
        IssueMinutes,
        async (input) => {
          const issued = await issueMinutes(actor, id, input);
          const base = `/${actor.place.id}/minutes`;
          if (what === "issue") return redirect(`${base}/${issued.id}?done=1`);
          const next = await reading(actor, (db) => firstOfQueue(db, actor.place.id));
          return redirect(
            next ? `${base}/review/${next}?show=attention&issued=${issued.id}` : `${base}/queue`,
          );
        },
        form,
      );
    case "accept":
      return submit(
        args.request,
        AcceptSure,
        async () => {
          await acceptSureOf(actor, id);
          return here({});
        },
        form,
      );
    case "give-deadline":
      return submit(
        args.request,
        GiveDeadline,
        async (input) => {
          await giveDeadline(actor, id, input);
          return stay();
        },
        form,
      );
    case "give-party":
      return submit(
        args.request,
        GiveParty,
        async (input) => {
          await giveParty(actor, id, input);
          return stay();
        },
        form,
      );
    case "take-back":
      return submit(
        args.request,
        TakeBack,
        async () => {
          await takeBackTogether(actor, id);
          return stay();
        },
        form,
      );
    case "update":
      return submit(
        args.request,
        OfTwin,
        async () => {
          const kept = await updateTwin(actor, id);
          return redirect(`/${actor.place.id}/minutes/review/${kept.id}?updated=1&show=attention`);
        },
        form,
      );
    case "update-issued":
      return submit(
        args.request,
        OfTwin,
        async () => {
          const kept = await updateIssued(actor, id);
          return redirect(`/${actor.place.id}/minutes/${kept.id}?updated=1`);
        },
        form,
      );
    case "apart":
      return submit(
        args.request,
        OfTwin,
        async () => {
          await keepApart(actor, id);
          return here({});
        },
        form,
      );
    case null:
    default:
      return data(null, { status: 400 });
  }
}

/** A refusal leaves the page as it stands; a resolution that a colleague removed leaves it. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  (actionResult as { refusal?: { code: string } } | null)?.refusal?.code === "minutes.review.removed" ||
  defaultShouldRevalidate;

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageTitle(matches, "minutes.review.title");

export default function ReviewMinutes() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <MinutesReview {...loaded} answer={answer ?? undefined} sent={sentBy(answer?.result)} />;
}

/** Which of the page's forms the answer belongs to. */
function sentBy(result: SubmissionResult<string[]> | undefined): string | undefined {
  const sent = result?.initialValue?.["do"];
  return typeof sent === "string" ? sent : undefined;
}
