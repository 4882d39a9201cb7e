import type { PlacedActor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, todayIn, typedJalali, type IsoDate } from "~/lib/jalali";
import { getOffice, type OfficeFacts } from "../directory.server";
import { OfficeEdited } from "../events";
import { keepHead } from "../heads.server";
import { tellOfBody } from "../history.server";
import { officeWords } from "../office-words";
import type { EditOffice } from "../schema";
import { keepForm } from "../spellings.server";

const dayOf = (iso: IsoDate | undefined) => (iso ? dateOf(iso) : null);

/**
 * Changes what an office of one's own place says of itself. A change of the public page confirms it, and so does saying
 * that it still holds. Another head begins where the former one ends. A name that is given up stays findable. Whoever comes second is refused with `conflict` and sees
 * both texts.
 */
export async function editOffice(actor: PlacedActor, id: string, input: EditOffice, now = clock()) {
  return within(actor, async (db) => {
    const before = await getOffice(db, actor.place.id, id);
    authorize(actor, "edit", "Office", before);
    if (before.closedOn) throw tooLate("bodies.office-closed");
    const today = todayIn(now);
    const pageText = input.pageText ?? null;
    const isConfirmed =
      pageText !== null && (input.confirmPage !== undefined || pageText !== before.pageText);
    const { count } = await db.office.updateMany({
      where: { divisionId: actor.place.id, id, revision: input.revision },
      data: {
        nameFa: input.nameFa,
        nameEn: input.nameEn,
        headName: input.headName ?? null,
        prName: input.prName ?? null,
        prOrderNumber: input.prOrderNumber ?? null,
        prOrderedOn: dayOf(input.prOrderedOn),
        prUntil: dayOf(input.prUntil),
        adviserOrderNumber: input.adviserOrderNumber ?? null,
        adviserOrderedOn: dayOf(input.adviserOrderedOn),
        phone: input.phone ?? null,
        address: input.address ?? null,
        counterHours: input.counterHours ?? null,
        website: input.website ?? null,
        email: input.email ?? null,
        messenger: input.messenger ?? null,
        pageText,
        ...(isConfirmed ? { pageConfirmedOn: dateOf(today) } : {}),
        ...(pageText === null ? { pageConfirmedOn: null } : {}),
        revision: { increment: 1 },
      },
    });
    if (count === 0) {
      throw new Refusal("conflict", "refusal.changed", {
        theirs: officeWords(before, (day) => typedJalali(day, "fa")),
        revision: before.revision,
      });
    }
    await keepHead(db, actor, id, { name: input.headName, since: input.headSince }, now);
    const { organisationId } = before;
    if (before.nameFa !== input.nameFa) {
      const former = { written: before.nameFa, kind: "former" as const, validTo: today };
      await keepForm(db, actor, { organisationId }, former, now);
    }
    await keepForm(db, actor, { organisationId }, { written: input.nameFa, kind: "spelling" }, now);
    const note = before.nameFa === input.nameFa ? undefined : before.nameFa;
    await tellOfBody(db, actor, { organisationId, kind: "office-edited", ...(note ? { note } : {}) }, now);
    await audit(db, actor, "edit", "Office", id, changedIn(before, input));
    await emit(db, actor, OfficeEdited, { officeId: id });
    return { id };
  });
}

/** Names of the fields that were changed; never what stood in them. */
function changedIn(before: OfficeFacts, input: EditOffice): string[] {
  const words = officeWords(before, (day) => day);
  return Object.keys(words).filter((name) => words[name] !== String(input[name as keyof EditOffice] ?? ""));
}
