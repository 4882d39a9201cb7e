import { getWorkingCalendar } from "~/areas/divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import { closedBecause } from "~/lib/working-calendar";
import { isPlanned, meetingAllows } from "../lifecycle";
import { listAgenda } from "./agenda.server";
import { getCalling, listClashes, type Calling } from "./planned.server";
import { templateOf } from "./template.server";
import { findMeetingType } from "./types.server";

/** Minutes from the beginning to the end of a meeting, over midnight too. */
function lengthOf({ startsAt, endsAt }: Pick<Calling, "startsAt" | "endsAt">): number | null {
  if (!startsAt || !endsAt) return null;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const length = minutes(endsAt) - minutes(startsAt);
  return length > 0 ? length : length + 1440;
}

/** What the page of a meeting says of its calling: the facts, the agenda of its own place, warnings, and what may be done. */
export async function readCallingSection(db: Db, actor: PlacedActor, meetingId: string) {
  const { place } = actor;
  const meeting = await getCalling(db, place, meetingId);
  const isOwn = meeting.divisionId === place.id;
  const type = await findMeetingType(db, place, meeting.typeCode);
  const planned = isPlanned(meeting.state);
  const calendar =
    isOwn && planned ? await getWorkingCalendar(db, place, meeting.heldOn, meeting.heldOn) : null;
  const does = (verb: "plan" | "announce" | "cancel") => isOwn && may(actor, verb, "Meeting");
  return {
    meeting,
    type: type
      ? {
          fa: type.fa,
          en: type.en,
          participants: type.participants,
          quorumKind: type.quorumKind,
          quorumCount: type.quorumCount,
        }
      : null,
    agenda: isOwn
      ? {
          items: await listAgenda(db, place.id, meetingId),
          template: await templateOf(db, place, meeting),
          length: lengthOf(meeting),
        }
      : null,
    closed: calendar ? closedBecause(calendar, meeting.heldOn) : null,
    clashes: isOwn && planned ? await listClashes(db, place.id, meetingId) : [],
    may: {
      plan: does("plan") && meetingAllows(meeting.state, "plan"),
      announce: does("announce") && meetingAllows(meeting.state, "announce"),
      move: does("announce") && meetingAllows(meeting.state, "move"),
      cancel: does("cancel") && meetingAllows(meeting.state, "cancel"),
      agenda: does("plan") && planned,
      carry: does("plan") && meeting.state === "held",
    },
  };
}
export type CallingSection = Awaited<ReturnType<typeof readCallingSection>>;
