import type { News } from "~/areas/notifications/choices";
import type { Receiver, ToSay } from "~/areas/notifications/door.server";
import { instantAt } from "~/lib/jalali";
import { endOf, linkUntil } from "./link-time";
import type { CalledMeeting } from "./queries.server";

/** For which purpose the link of a message opens an invitation. */
export const INVITATION_LINK = "meeting-invitation";

/** For which purpose the link of a message opens an invitation to whoever is sent in the invitee's stead. */
export const DEPUTY_LINK = "meeting-deputy";

/** Who is sent in the stead of an invitee, where his number was given. */
export type Deputy = { name: string; mobile: string };

/** What is said to a deputy is called off by this name, apart from what the invitee himself is told. */
export const partOfDeputy = (invitationId: string): string => `${invitationId}:deputy`;

/** What has not gone yet of a meeting is called off by this name. */
export const aboutMeeting = (meetingId: string): string => `meeting:${meetingId}`;

/** When a meeting begins; its day's beginning where no hour was said. */
export const beginOf = ({ heldOn, startsAt }: Pick<CalledMeeting, "heldOn" | "startsAt">): Date =>
  instantAt(heldOn, startsAt ?? "00:00");

/** What is said of a meeting to one of its invitees, with a link of his own; `once` keeps it from being said twice. */
export function sayOfMeeting(
  kind: Extract<News, `meeting-${string}`>,
  meeting: CalledMeeting,
  invitationId: string,
  receiver: Receiver,
  once: string,
): ToSay {
  const { id, title, heldOn, startsAt, place, divisionFa, divisionEn } = meeting;
  const said = {
    receiver,
    kind,
    params: {
      nameFa: divisionFa,
      nameEn: divisionEn,
      title,
      day: heldOn,
      time: startsAt ?? "",
      venue: place ?? "",
    },
    once: `${once}:${invitationId}`,
    about: aboutMeeting(id),
    part: invitationId,
    until: endOf(meeting),
  };
  // The link of an invitation that was taken back opens nothing.
  if (kind === "meeting-withdrawn") return { ...said, href: null };
  // Staff read the meeting on its page; an officer of an office, as everybody else, by the link of the invitation.
  if (receiver.kind === "account")
    return { ...said, href: receiver.officeId ? "/notifications" : `/meetings/${id}` };
  return {
    ...said,
    href: "/i/{token}",
    link: { purpose: INVITATION_LINK, recordId: invitationId, until: linkUntil(meeting) },
  };
}

/** As `sayOfMeeting`, to whoever is sent in an invitee's stead, with a link that opens only while he is. */
export function sayToDeputy(
  kind: Parameters<typeof sayOfMeeting>[0],
  meeting: CalledMeeting,
  invitationId: string,
  deputy: Deputy,
  once: string,
): ToSay {
  const receiver = { kind: "guest", ...deputy } as const;
  const said = sayOfMeeting(kind, meeting, invitationId, receiver, `${once}:deputy`);
  return {
    ...said,
    part: partOfDeputy(invitationId),
    ...(said.link && { link: { ...said.link, purpose: DEPUTY_LINK } }),
  };
}
