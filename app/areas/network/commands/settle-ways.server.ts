import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { listWays } from "../queries.server/ways";
import type { SettleWays } from "../schema/ways";
import { MESSENGERS, WAYS } from "../people/ways";

/** Says how a person may be reached: consent and its withdrawal keep the day on which they were said. */
export async function settleWays(actor: PlacedActor, personId: string, input: SettleWays, now = clock()) {
  authorize(actor, "settle-ways", "Person", { id: personId });
  const today = todayIn(now);
  return within(actor, async (db) => {
    const key = { divisionId: actor.place.id, id: personId };
    const { count } = await db.person.updateMany({
      where: { ...key, revision: input.revision, state: { not: "cancelled" }, erasedAt: null },
      data: {
        preferredWay: input.preferred ?? null,
        revision: { increment: 1 },
        ...(input.noContact === undefined ? {} : { noContact: input.noContact }),
      },
    });
    const before = await listWays(db, key.divisionId, personId);
    if (count === 0) {
      const person = await db.person.findUnique({ where: { divisionId_id: key } });
      if (!person || person.state === "cancelled" || person.erasedAt)
        throw new Refusal("missing", "refusal.missing");
      const of = (way: string) => before.find((one) => one.way === way);
      throw new Refusal("conflict", "refusal.changed", {
        theirs: {
          preferred: person.preferredWay ?? "",
          ...(input.noContact === undefined ? {} : { noContact: person.noContact ? "yes" : "no" }),
          ...Object.fromEntries(WAYS.map((way) => [way, of(way)?.standing ?? "open"])),
          ...Object.fromEntries(MESSENGERS.map((way) => [`${way}Handle`, of(way)?.handle ?? ""])),
        },
        revision: person.revision,
      });
    }
    const handles: Record<string, string | undefined> = Object.fromEntries(
      MESSENGERS.map((way) => [way, input[`${way}Handle`]]),
    );
    await db.personWay.deleteMany({ where: { divisionId: key.divisionId, personId } });
    await db.personWay.createMany({
      data: WAYS.flatMap((way) => {
        const old = before.find((one) => one.way === way);
        // A further number beside the telephone is not asked for here, and stays.
        const handle = handles[way] ?? (way === "phone" ? (old?.handle ?? null) : null);
        const standing = input[way];
        if (standing === "open" && handle === null) return [];
        const since = dateOf((old?.standing === standing ? old.since : null) ?? today);
        return {
          divisionId: key.divisionId,
          personId,
          way,
          handle,
          consentedOn: standing === "consents" ? since : null,
          barredOn: standing === "barred" ? since : null,
        };
      }),
    });
    await audit(db, actor, "settle-ways", "Person", personId, [
      "preferred_way",
      "person_way",
      ...(input.noContact === undefined ? [] : ["no_contact"]),
    ]);
    return { id: personId };
  });
}
