import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import type { EditMeetingType, RetireMeetingType } from "../schema";
import { sectionTexts, typeColumns } from "../type-columns";
import { getOwnType, listMeetingTypes } from "../types.server";

/**
 * Changes a type of the actor's own place; meetings that were planned by it keep what they took over. Refuses `missing` a
 * type of a level above, and `conflict` a name that another type in use has; whoever comes second sees both texts.
 */
export async function editMeetingType(actor: PlacedActor, code: string, input: EditMeetingType) {
  authorize(actor, "add", "MeetingType");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    await getOwnType(db, actor.place, code);
    const isTaken = (await listMeetingTypes(db, actor.place)).some(
      (type) => type.code !== code && type.fa === input.fa && type.retiredOn === null,
    );
    if (isTaken) throw new Refusal("conflict", "calling.type.twice", { field: "fa" });
    const { count } = await db.meetingType.updateMany({
      where: { divisionId, code, revision: input.revision, retiredOn: null },
      data: { ...typeColumns(input), revision: { increment: 1 } },
    });
    if (count === 0) {
      const saved = await getOwnType(db, actor.place, code);
      if (saved.retiredOn) throw tooLate("meetings.changed-meanwhile");
      const theirs = {
        fa: saved.fa,
        en: saved.en,
        kind: saved.kind,
        quorumKind: saved.quorumKind,
        quorumCount: String(saved.quorumCount ?? ""),
        minutesLong: String(saved.minutesLong),
        ...sectionTexts(saved.agenda),
      };
      throw new Refusal("conflict", "refusal.changed", { theirs, revision: saved.revision });
    }
    await audit(db, actor, "edit", "MeetingType", code);
    return { code };
  });
}

/** Retires a type of the actor's own place: no form offers it any more; meetings and series that have it stay. */
export async function retireMeetingType(
  actor: PlacedActor,
  code: string,
  input: RetireMeetingType,
  now = clock(),
) {
  authorize(actor, "add", "MeetingType");
  return within(actor, async (db) => {
    await getOwnType(db, actor.place, code);
    const { count } = await db.meetingType.updateMany({
      where: { divisionId: actor.place.id, code, revision: input.revision, retiredOn: null },
      data: { retiredOn: dateOf(todayIn(now)), revision: { increment: 1 } },
    });
    if (count === 0) throw tooLate("meetings.changed-meanwhile");
    await audit(db, actor, "retire", "MeetingType", code);
    return { code };
  });
}
