import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import { dateOf, todayIn } from "~/lib/jalali";
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
    await db.circle.create({
      data: {
        divisionId: actor.place.id,
        id,
        name: input.name,
        topic: input.topic,
        searchKey: circleKey(input),
        place: input.place ?? null,
        field: input.field ?? null,
        formedOn: dateOf(input.formedOn),
        createdAt: now,
        createdByKey: actor.key,
      },
    });
    await audit(db, actor, "form", "Circle", id);
    await emit(db, actor, CircleFormed, { circleId: id });
    return { id };
  });
}
