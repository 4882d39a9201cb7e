import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, requireRole } from "~/actor.server";
import { listGroups, listOffices, listOfficesBelow } from "~/areas/bodies/queries.server";
import {
  inviteGroup,
  inviteGuest,
  inviteOffices,
  invitePosts,
} from "~/areas/meetings/invitations/commands/invite.server";
import { invitePeople } from "~/areas/meetings/invitations/commands/invite-people.server";
import { inviteCouncil } from "~/areas/meetings/invitations/commands/invite-council.server";
import { InviteForms, WAYS_TO_INVITE } from "~/areas/meetings/invitations/components/invite-forms";
import type { Invited } from "~/areas/meetings/invitations/inviting.server";
import { INVITING_STATES } from "~/areas/meetings/invitations/inviting-states";
import { placesOfPosts } from "~/areas/meetings/invitations/places-of-posts.server";
import { getCalledMeeting } from "~/areas/meetings/invitations/queries.server";
import {
  InviteCouncil,
  InviteGroup,
  InviteGuest,
  InviteOffices,
  InvitePeople,
  InvitePosts,
} from "~/areas/meetings/invitations/schema";
import type { MeetingsKey } from "~/areas/meetings/messages";
import { circleChoices } from "~/areas/network/queries.server/circles";
import { listPeopleLists } from "~/areas/network/queries.server/lists";
import { listPosts } from "~/areas/posts/queries.server";
import { ownerKeys } from "~/kernel/actor";
import { formOf, idIn, reading, submit } from "~/kernel/http.server";
import { uuidv7 } from "~/lib/identifiers";
import { pageTitle } from "~/page-title";
import { useT } from "~/ui/i18n";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";

/** Whom a meeting may invite, and all ways to do so. */
export async function loader(args: LoaderFunctionArgs) {
  const actor = requireRole(args, "assistant", "expert", "representative", "provincial-expert");
  const meetingId = idIn(args.params, "meetingId");
  const { today } = args.context.scope;
  const { place } = actor;
  const list = `/${place.id}/meetings/${meetingId}/invited`;
  const found = await reading(actor, async (db) => {
    const isCounty = place.level === "county";
    return {
      meeting: await getCalledMeeting(db, place.id, meetingId),
      offices: [
        ...(await listOffices(db, place.id, today)),
        ...(await listOfficesBelow(db, place, today)),
      ].map(({ id, nameFa, nameEn }) => ({ id, nameFa, nameEn })),
      groups: (await listGroups(db)).filter(({ kind }) => kind !== "vague"),
      posts: (await listPosts(db, await placesOfPosts(db, place), today)).map((post) => ({
        id: post.id,
        titleFa: post.titleFa,
        titleEn: post.titleEn,
        holder: post.holder?.name ?? null,
      })),
      lists: isCounty ? await listPeopleLists(db, place.id, ownerKeys(actor)) : [],
      circles: isCounty ? await circleChoices(db, place.id) : [],
    };
  });
  const { meeting, lists, ...choices } = found;
  const { councilFa, councilEn } = meeting;
  return {
    title: meeting.title,
    choices: {
      ...choices,
      council: councilFa !== null && councilEn !== null ? { nameFa: councilFa, nameEn: councilEn } : null,
      lists: lists.map(({ id, name }) => ({ id, name })),
    },
    mayInvite: INVITING_STATES.includes(meeting.state),
    list,
    requestId: uuidv7(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const actor = requireActor(args);
  const meetingId = idIn(args.params, "meetingId");
  const form = await formOf(args.request);
  const way = WAYS_TO_INVITE.find((one) => one === form.get("do"));
  const list = `/${actor.place.id}/meetings/${meetingId}/invited`;
  const done = async (work: Promise<Invited>) => {
    const { added, known, over } = await work;
    return redirect(`${list}?added=${added}&known=${known}&over=${over}`);
  };
  const { request } = args;
  switch (way) {
    case "council":
      return submit(request, InviteCouncil, () => done(inviteCouncil(actor, meetingId)), form);
    case "offices":
      return submit(request, InviteOffices, (input) => done(inviteOffices(actor, meetingId, input)), form);
    case "group":
      return submit(request, InviteGroup, (input) => done(inviteGroup(actor, meetingId, input)), form);
    case "posts":
      return submit(request, InvitePosts, (input) => done(invitePosts(actor, meetingId, input)), form);
    case "guest":
      return submit(request, InviteGuest, (input) => done(inviteGuest(actor, meetingId, input)), form);
    case "people":
      return submit(
        request,
        InvitePeople,
        async (input) => {
          await invitePeople(actor, meetingId, input);
          return redirect(list);
        },
        form,
      );
    case undefined:
      return data(null, { status: 400 });
  }
}

export default function InvitePage() {
  const { title, choices, mayInvite, list, requestId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? undefined;
  const t = useT<MeetingsKey>();
  return (
    <>
      <PageHeader back={{ to: list, label: title }} title={t("meetings.invite")} />
      {mayInvite ? (
        <InviteForms choices={choices} requestId={requestId} answer={answer} />
      ) : (
        <Notice>{t("meetings.invited.not-now")}</Notice>
      )}
    </>
  );
}

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle<MeetingsKey>(matches, "meetings.invite");
