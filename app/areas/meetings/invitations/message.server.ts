import type { News } from "~/areas/notifications/choices";
import type { Receiver, ToSay } from "~/areas/notifications/door.server";
import { instantAt } from "~/lib/jalali";
import { endOf, linkUntil } from "./link-time";
import type { CalledMeeting } from "./queries.server";

/** For which purpose the link of a message opens an invitation. */
export const INVITATION_LINK = "meeting-invitation";

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
