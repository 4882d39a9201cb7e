import { listDivisions } from "../../../divisions/queries.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within, type Db } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { todayIn } from "~/lib/jalali";
import { PersonMoved, PersonRegistered, RelocationAccepted } from "../../events";
import { registerArrival, type Arrival } from "../../people/arriving-person.server";
import { holdHolder, joinToPerson } from "../../people/join-to-person.server";
import { unlessTwice } from "../../people/unique-mobile.server";
import { unpack } from "../../relocation/luggage.server";
import { ended, holdForTurn, keyOf, namesOf, type HeldRelocation } from "../../relocation/turn.server";
import type { AcceptRelocation } from "../../schema/relocation";

/** Whether he is joined to the record of the county that has his number already: asked only where there is one. */
type Choice = AcceptRelocation & { joins: boolean };

/**
 * Takes somebody who consented into the register of the county that he comes to: with his number, and with the ways and
 * consents that he agreed to take along. His contacts, notes and circles stay where he was, for the counts of that county.
 * Where the number is in the register already it refuses (`conflict`, with the holder), unless he `joins` him.
 */
export async function acceptRelocation(
  actor: PlacedActor,
  relocationId: string,
  { tier, joins }: Choice,
  now = clock(),
) {
  authorize(actor, "decide", "Relocation");
  authorize(actor, "register", "Person");
  return unlessTwice(() =>
    within(actor, async (db) => {
      const held = await holdForTurn(db, actor, relocationId, "accept", now);
      if (held.fullName === null) throw new Refusal("missing", "refusal.missing");
      // The floor hands his number over once it is accepted, and not before.
      await db.relocation.update({ where: keyOf(held), data: ended("accept", actor.name, now) });
      const luggage = await unpack(db, actor, held, todayIn(now));
      const arrival: Arrival = {
        ...luggage,
        fullName: held.fullName,
        locality: held.newLocality,
        tier,
        source: await nameOf(db, held),
        by: "relocated",
      };
      const holder = luggage.mobile ? await holdHolder(db, actor.place.id, luggage.mobile) : null;
      if (holder && !joins)
        throw new Refusal("conflict", "network.relocation.number-known", {
          params: { personId: holder.id, name: holder.fullName },
        });
      if (joins && !holder) throw new Refusal("conflict", "network.relocation.number-gone");
      const personId = holder
        ? await joinToPerson(db, actor, holder, arrival, now)
        : await registerArrival(db, actor, arrival, now);
      await db.relocation.update({ where: keyOf(held), data: { arrivedId: personId } });
      await audit(db, actor, holder ? "join" : "register", "Person", personId);
      await audit(db, actor, "accept", "Relocation", held.id);
      await emit(db, actor, holder ? PersonMoved : PersonRegistered, { personId });
      await emit(db, actor, RelocationAccepted, namesOf(held));
      return { personId };
    }),
  );
}

/** The county from which he comes stands as his source. */
async function nameOf(db: Db, { divisionId }: HeldRelocation): Promise<string | null> {
  const [from] = await listDivisions(db, [divisionId]);
  return from?.nameFa ?? null;
}
