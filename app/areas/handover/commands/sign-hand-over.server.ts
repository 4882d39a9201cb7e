import { isOwnHand, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import type { SignedAs } from "../choices";
import { HandOverSigned } from "../events";
import { freezeHandOver } from "../freeze.server";
import { getPassing, handOverRow } from "../queries.server";
import type { SignHandOver } from "../schema";

/**
 * Signs what a post passes on: the leaver while he is there, the governor or the level above when he is gone. The inventory
 * is frozen in the same act, and what a leaver who is gone had in his hands goes on; from above, where no person is read,
 * the county's own worker does both. Refuses whoever receives it, and a second signature.
 */
export async function signHandOver(
  actor: PlacedActor,
  target: { divisionId: number; appointmentId: string },
  { note }: SignHandOver,
  now = clock(),
): Promise<{ id: string }> {
  const { divisionId, appointmentId } = target;
  const today = todayIn(now);
  return within(
    actor,
    async (db) => {
      const passing = await getPassing(db, divisionId, appointmentId, today);
      authorize(actor, "sign", "HandOver", handOverRow(passing));
      if (isOwnHand(actor, passing.successorAccount)) throw new Refusal("forbidden", "handover.own-hand");
      const isHere = actor.place.id === divisionId;
      const signedAs: SignedAs = !passing.isOver ? "leaver" : isHere ? "governor" : "above";
      const id = uuidv7();
      const signed =
        await db.$executeRaw`insert into hand_over (division_id, id, post_id, appointment_id, leaver_account,
          leaver_name, last_day, signed_on, signed_at, signed_as, signed_by_key, signed_by_name)
        values (${divisionId}, ${id}::uuid, ${passing.postId}::uuid, ${appointmentId}::uuid, ${passing.leaverAccount}::uuid,
          ${passing.leaverName}, ${passing.lastDay}::date, ${today}::date, ${now}, ${signedAs}, ${actor.key}, ${actor.name})
        on conflict (division_id, appointment_id) do nothing`;
      if (signed === 0) throw tooLate("handover.already-signed");
      if (isHere) {
        if (note)
          await db.handOverLine.create({
            data: { divisionId, handOverId: id, section: "note", lineNo: 1, title: note },
          });
        await freezeHandOver(db, actor.place, { ...passing, id }, now);
      }
      await audit(db, actor, "sign", "HandOver", id);
      await emit(db, actor, HandOverSigned, { divisionId, handOverId: id });
      return { id };
    },
    { timeout: 60_000 },
  );
}
