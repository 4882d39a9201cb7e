import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { Refusal } from "~/kernel/refusal";
import { uuidv7 } from "~/lib/identifiers";
import type { AgendaSection } from "../../choices";
import type { AddMeetingType } from "../schema";
import { listMeetingTypes } from "../types.server";

/** Sections as they are typed, one a line, and the length of the meeting shared among them. */
function sectionsOf(text: string | undefined, minutesLong: number): AgendaSection[] {
  const names = (text ?? "")
    .split("\n")
    .map((one) => one.trim().slice(0, 120))
    .filter(Boolean)
    .slice(0, 20);
  const minutes = Math.max(1, Math.floor(minutesLong / Math.max(names.length, 1)));
  return names.map((name) => ({ fa: name, en: name, minutes }));
}

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
        fa: input.fa,
        en: input.en ?? input.fa,
        kind: input.kind,
        levels: ["county", "province"],
        participants: input.participants,
        quorumKind: input.quorumKind,
        quorumCount: input.quorumKind === "count" ? (input.quorumCount ?? null) : null,
        minutesLong: input.minutesLong,
        agenda: sectionsOf(input.sections, input.minutesLong),
        publishedAt: now,
      },
    });
    await audit(db, actor, "add", "MeetingType", code);
    return { code };
  });
}
