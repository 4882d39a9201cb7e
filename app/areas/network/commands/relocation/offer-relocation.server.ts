import { listDivisions } from "../../../divisions/queries.server";
import { scopeOf, type PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { addDays, dateOf, todayIn } from "~/lib/jalali";
import type { KeptState } from "../../choices";
import { RelocationOffered } from "../../events";
import { isReachable } from "../../lifecycle";
import { RELOCATION_DAYS } from "../../relocation/lifecycle";
import type { OfferRelocation } from "../../schema/relocation";

/**
 * Offers that a person goes over to another county. Nothing about him leaves his own before he consents. Refuses his own
 * county, one that is closed, who is not on the joining path, and whoever has an open offer already.
 */
export async function offerRelocation(
  actor: PlacedActor,
  personId: string,
  input: OfferRelocation,
  now = clock(),
) {
  authorize(actor, "offer", "Relocation");
  const divisionId = actor.place.id;
  if (input.county === divisionId)
    throw new Refusal("invalid", "network.relocation.own-county", { field: "county" });
  return within(actor, async (db) => {
    const [county] = await listDivisions(db, [input.county]);
    if (!county || county.validTo !== null || scopeOf(county.id).level !== "county")
      throw new Refusal("invalid", "network.relocation.no-county", { field: "county" });
    const [person] = await db.$queryRaw<{ state: KeptState; isErased: boolean }[]>`
      select state, erased_at is not null as "isErased" from person
      where division_id = ${divisionId} and id = ${personId}::uuid for no key update`;
    if (!person) throw new Refusal("missing", "refusal.missing");
    if (person.isErased) throw tooLate("network.erased");
    if (!isReachable(person.state)) throw tooLate("network.relocation.not-in-network");
    const open = await db.$queryRaw<unknown[]>`select 1 from relocation
      where division_id = ${divisionId} and person_id = ${personId}::uuid and state in ('offered', 'consented')`;
    if (open.length > 0) throw tooLate("network.relocation.open-already");
    const id = uuidv7();
    await db.relocation.create({
      data: {
        divisionId,
        id,
        toDivisionId: county.id,
        personId,
        state: "offered",
        reason: input.reason,
        offeredAt: now,
        offeredByKey: actor.key,
        offeredByName: actor.name,
        expiresOn: dateOf(addDays(todayIn(now), RELOCATION_DAYS)),
      },
    });
    await audit(db, actor, "offer", "Relocation", id);
    await emit(db, actor, RelocationOffered, {
      relocationId: id,
      fromDivisionId: divisionId,
      toDivisionId: county.id,
    });
    return { id };
  });
}
