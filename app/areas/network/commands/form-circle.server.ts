import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn } from "~/lib/jalali";
import { circleKey } from "../circles/circle-key";
import { CircleFormed } from "../events";
import type { FormCircle } from "../schema/people";

/** Forms a thematic circle of the county's network. Refuses a day that has not come. */
export async function formCircle(actor: PlacedActor, input: FormCircle, now = clock()) {
  authorize(actor, "form", "Circle");
  if (input.formedOn > todayIn(now)) {
    throw new Refusal("invalid", "form.date.in-future", { field: "formedOn" });
  }
  return within(actor, async (db) => {
    const id = uuidv7();
    const { name, topic, place = null, field = null, formedOn } = input;
    await Promise.all([
      db.$executeRaw`insert into circle (division_id, id, name, topic, search_key, place, field, formed_on, created_at, created_by_key)
        values (${actor.place.id}, ${id}::uuid, ${name}, ${topic}, ${circleKey(input)}, ${place}, ${field}, ${formedOn}::date, ${now}, ${actor.key})`,
      audit(db, actor, "form", "Circle", id),
      emit(db, actor, CircleFormed, { circleId: id }),
    ]);
    return { id };
  });
}
