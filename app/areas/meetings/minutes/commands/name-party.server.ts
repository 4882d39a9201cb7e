import { calendarOf, issuedDeadline, issueObligations } from "~/areas/obligations/door.server";
import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { isoOfDate, todayIn } from "~/lib/jalali";
import { DEADLINE_UNITS, type Cadence } from "~/areas/obligations/choices";
import { PartyNamed } from "../../events";
import type { ReviewDeadline } from "../review";
import type { NameParty } from "../schema";

/**
 * Gives a vague group of an issued resolution its offices, which owe from now on: a relative limit runs from today. An
 * office that owes the resolution already gets no second obligation. Refuses `missing` for another place's line or
 * office, `conflict` when the line was named before.
 */
export async function nameParty(actor: PlacedActor, partyId: string, input: NameParty, now = clock()) {
  authorize(actor, "name-party", "Minutes");
  return within(actor, async (db) => {
    const divisionId = actor.place.id;
    const party = await db.resolutionParty.findUnique({
      where: { divisionId_id: { divisionId, id: partyId } },
      include: { resolution: { include: { minutes: true, items: { orderBy: { position: "asc" } } } } },
    });
    if (!party || party.kind !== "vague") throw new Refusal("missing", "refusal.missing");
    const { count } = await db.resolutionParty.updateMany({
      where: { divisionId, id: partyId, namedAt: null },
      data: { namedAt: now, namedByName: actor.name },
    });
    if (count === 0) throw tooLate("minutes.name.already");

    const { resolution } = party;
    const today = todayIn(now);
    const calendar = await calendarOf(db, actor.place, today);
    const missing = resolution.items.filter((item) => !resolution.text.includes(item.text));
    const text = [resolution.text, ...missing.map((item) => `${item.label}) ${item.text}`)].join("\n");
    const issued = await issueObligations(
      db,
      actor,
      [
        {
          id: resolution.id,
          sourceKind: "resolution",
          recordId: resolution.minutesId,
          title: resolution.minutes.title,
          number: resolution.number,
          text,
          addressees: party.written,
          deadline: issuedDeadline(deadlineOf(resolution), today, calendar),
          lines: [{ partyId, to: { officeIds: [...new Set(input.officeIds)] } }],
        },
      ],
      now,
    );
    await audit(db, actor, "name-party", "Minutes", resolution.minutesId, ["parties"]);
    await emit(db, actor, PartyNamed, { minutesId: resolution.minutesId, partyId });
    return { id: resolution.minutesId, count: issued.get(partyId) ?? 0 };
  });
}

type Kept = {
  deadlineKind: string;
  deadlineDays: number | null;
  deadlineUnit: string | null;
  dueOn: Date | null;
  cadence: string | null;
  receiver: string | null;
  noDeadlineReason: string | null;
};

function deadlineOf(kept: Kept): ReviewDeadline {
  if (kept.deadlineKind === "relative" && kept.deadlineDays) {
    const unit = DEADLINE_UNITS.find((one) => one === kept.deadlineUnit) ?? "working";
    return { kind: "relative", count: kept.deadlineDays, unit };
  }
  if (kept.deadlineKind === "continuous" && kept.cadence) {
    return { kind: "continuous", cadence: kept.cadence as Cadence, receiver: kept.receiver ?? "" };
  }
  if (kept.dueOn) return { kind: "dated", on: isoOfDate(kept.dueOn) };
  return { kind: "none", reason: kept.noDeadlineReason ?? "" };
}
