import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, isoOfDate, todayIn } from "~/lib/jalali";
import { TieKept } from "../events";
import type { EditTie } from "../schema/ties";

const FIELDS = ["fromOn", "toOn", "note"] as const;
const COLUMNS = { fromOn: "from_on", toOn: "to_on", note: "note" };

/**
 * Changes since when, until when and what is noted of a relationship; with a last day it is ended and stays in the
 * record. Whoever comes second is refused with `conflict` and sees both texts.
 */
export async function editTie(actor: PlacedActor, tieId: string, input: EditTie, now = clock()) {
  authorize(actor, "keep", "Tie");
  if (input.fromOn && input.fromOn > todayIn(now))
    throw new Refusal("invalid", "form.date.in-future", { field: "fromOn" });
  return within(actor, async (db) => {
    const key = { divisionId: actor.place.id, id: tieId };
    const saved = await db.tie.findUnique({ where: { divisionId_id: key } });
    if (!saved) throw new Refusal("missing", "refusal.missing");
    const text = {
      fromOn: saved.fromOn ? isoOfDate(saved.fromOn) : "",
      toOn: saved.toOn ? isoOfDate(saved.toOn) : "",
      note: saved.note ?? "",
    };
    const { count } = await db.tie.updateMany({
      where: { ...key, revision: input.revision },
      data: {
        fromOn: input.fromOn ? dateOf(input.fromOn) : null,
        toOn: input.toOn ? dateOf(input.toOn) : null,
        note: input.note ?? null,
        revision: { increment: 1 },
      },
    });
    if (count === 0)
      throw new Refusal("conflict", "refusal.changed", { theirs: text, revision: saved.revision });
    const changed = FIELDS.filter((field) => text[field] !== (input[field] ?? ""));
    const ends = text.toOn === "" && input.toOn !== undefined;
    await audit(
      db,
      actor,
      ends ? "end" : "edit",
      "Tie",
      tieId,
      changed.map((field) => COLUMNS[field]),
    );
    await emit(db, actor, TieKept, { tieId });
    return { id: tieId };
  });
}
