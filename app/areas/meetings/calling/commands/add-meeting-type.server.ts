import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AddMeetingType } from "../schema";
import { typeColumns } from "../type-columns";
import { listMeetingTypes } from "../types.server";

/** Adds a type of meetings of the place, which the places below it may choose as well. */
export async function addMeetingType(actor: PlacedActor, input: AddMeetingType, now = clock()) {
  authorize(actor, "add", "MeetingType");
  return within(actor, async (db) => {
    const types = await listMeetingTypes(db, actor.place);
    if (types.some((type) => type.fa === input.fa && type.retiredOn === null))
      throw new Refusal("conflict", "calling.type.twice", { field: "fa" });
    const code = `own-${uuidv7()}`;
    await db.meetingType.create({
      data: {
        divisionId: actor.place.id,
        code,
        levels: ["county", "province"],
        ...typeColumns(input),
        publishedAt: now,
      },
    });
    await audit(db, actor, "add", "MeetingType", code);
    return { code };
  });
}
