import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { getCalledMeeting } from "../../invitations/queries.server";
import { findSignUpPage, takesNames } from "../queries.server";
import type { SignUpForMeeting } from "../schema";

/**
 * Puts somebody's name down for a meeting, in the hand of its place. A number that stands there already and a program
 * that filled the hidden field are answered as everybody else; of the latter nothing is kept. Refuses `missing` where the
 * page takes no names, and `conflict` where all its places are taken.
 */
export async function signUp(
  hand: PlacedActor,
  meetingId: string,
  { fullName, mobile, subject, website }: SignUpForMeeting,
  now = clock(),
): Promise<void> {
  authorize(hand, "send", "SignUp");
  await within(hand, async (db) => {
    const divisionId = hand.place.id;
    // Of two who want the last place one waits for the other.
    await db.$executeRaw`select from sign_up_page where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid
      for update`;
    const page = await findSignUpPage(db, divisionId, meetingId);
    const meeting = await getCalledMeeting(db, divisionId, meetingId);
    if (!page || !takesNames(page, meeting, todayIn(now))) throw new Refusal("missing", "refusal.missing");
    if (website !== undefined) return;
    const known = await db.$queryRaw<{ id: string }[]>`select id::text from sign_up
      where division_id = ${divisionId} and meeting_id = ${meetingId}::uuid and mobile = ${mobile}`;
    if (known.length > 0) return;
    if (page.came >= page.capacity) throw new Refusal("conflict", "meetings.sign-up.full");
    const id = uuidv7();
    await db.signUp.create({
      data: {
        divisionId,
        id,
        meetingId,
        state: "waiting",
        fullName,
        mobile,
        subject: subject ?? null,
        consentedAt: now,
        receivedAt: now,
      },
    });
    await audit(db, hand, "send", "SignUp", id);
  });
}
