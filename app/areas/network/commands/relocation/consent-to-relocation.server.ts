import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { RelocationConsented } from "../../events";
import { holdPeople } from "../../people/held-people.server";
import { holdForTurn, keyOf, namesOf } from "../../relocation/turn.server";
import type { ConsentToRelocation } from "../../schema/relocation";

/**
 * The person says yes: from now on the other county reads his name and where he will live, and once it accepts, what he
 * agreed to take along. A way that he bars goes along whatever he ticks.
 */
export async function consentToRelocation(
  hand: PlacedActor,
  relocationId: string,
  input: ConsentToRelocation,
  now = clock(),
) {
  authorize(hand, "consent", "Relocation", { personId: hand.member?.personId });
  return within(hand, async (db) => {
    // His record first, as everything that changes it does: what is packed is what stands when this is done.
    await holdPeople(db, hand.place.id, [hand.member?.personId ?? ""]);
    const held = await holdForTurn(db, hand, relocationId, "consent", now);
    const { divisionId, id, toDivisionId, personId } = held;
    const person = await db.person.findUnique({ where: { divisionId_id: { divisionId, id: personId } } });
    if (!person || person.erasedAt) throw new Refusal("missing", "refusal.missing");
    await db.relocation.update({
      where: keyOf(held),
      data: {
        state: "consented",
        consentedAt: now,
        fullName: person.fullName,
        newLocality: input.newLocality ?? null,
      },
    });
    await db.relocationLuggage.create({
      data: {
        divisionId,
        relocationId: id,
        toDivisionId,
        takesWays: input.luggage.includes("ways"),
        takesCapacities: input.luggage.includes("capacities"),
      },
    });
    await audit(db, hand, "consent", "Relocation", id);
    await emit(db, hand, RelocationConsented, namesOf(held));
    return { id };
  });
}
