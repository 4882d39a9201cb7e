import type { PlacedActor } from "~/kernel/actor";
import { may } from "~/kernel/authorize";
import type { Db } from "~/kernel/db.server";
import type { IsoDate } from "~/lib/jalali";
import type { MeetingState } from "../choices";
import { findSignUpPage, takesNames, type SignUpPageRow } from "./queries.server";

/** What the page of a meeting shows of its sign-up; null to the levels above, and for a meeting of another kind. */
export type SignUpOfMeeting = { page: SignUpPageRow | null; isOpen: boolean; mayOpen: boolean };

export async function signUpOfMeeting(
  db: Db,
  actor: PlacedActor,
  meeting: { id: string; divisionId: number; kind: string; state: MeetingState; heldOn: IsoDate },
  today: IsoDate,
): Promise<SignUpOfMeeting | null> {
  if (meeting.divisionId !== actor.place.id || meeting.kind !== "among-people") return null;
  if (!may(actor, "open", "SignUp")) return null;
  const page = await findSignUpPage(db, meeting.divisionId, meeting.id);
  const mayOpen = meeting.state === "announced";
  if (page === null && !mayOpen) return null;
  return { page, isOpen: page !== null && takesNames(page, meeting, today), mayOpen };
}
