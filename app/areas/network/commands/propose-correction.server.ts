import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { uuidv7 } from "~/lib/identifiers";
import { CorrectionProposed } from "../events";
import type { ProposeCorrection } from "../schema/member";

/** Keeps what a person says is right about him until the county decides; a later word of his takes the place of the earlier. */
export async function proposeCorrection(
  hand: PlacedActor,
  personId: string,
  input: ProposeCorrection,
  now = clock(),
) {
  authorize(hand, "propose", "PersonCorrection", { personId });
  return within(hand, async (db) => {
    const divisionId = hand.place.id;
    const words = {
      fullName: input.fullName,
      mobile: input.mobile ?? null,
      locality: input.locality ?? null,
      sentAt: now,
    };
    const { id } = await db.personCorrection.upsert({
      where: { divisionId_personId: { divisionId, personId } },
      create: { divisionId, id: uuidv7(), personId, ...words },
      update: words,
    });
    await audit(db, hand, "propose", "PersonCorrection", id);
    await emit(db, hand, CorrectionProposed, { personId });
    return { id };
  });
}
