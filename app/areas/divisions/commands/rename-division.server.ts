import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal, tooLate } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { DivisionRenamed } from "../events";
import type { RenameDivision } from "../schema";

/**
 * Gives a province or county another name from a day on that has come. The names before stay, each with its first day;
 * a name entered late between two others does not change the present one.
 */
export async function renameDivision(actor: Actor, id: number, input: RenameDivision, now = clock()) {
  authorize(actor, "rename", "Division");
  const { nameFa, nameEn, validFrom } = input;
  if (validFrom > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "validFrom" });
  const day = dateOf(validFrom);

  return within(actor, async (db) => {
    const [division] = await db.$queryRaw<
      { nameFa: string; nameEn: string; validFrom: Date; open: boolean }[]
    >`
      select name_fa as "nameFa", name_en as "nameEn", valid_from as "validFrom", valid_to is null as open
      from division where id = ${id}::int and id > 0 for update`;
    if (!division) throw new Refusal("missing", "refusal.missing");
    if (!division.open) throw tooLate("divisions.closed");
    if (day <= division.validFrom)
      throw new Refusal("invalid", "divisions.name.before-beginning", { field: "validFrom" });
    const sameDay = { divisionId_validFrom: { divisionId: id, validFrom: day } };
    const newest = await db.divisionName.findFirst({
      where: { divisionId: id },
      orderBy: { validFrom: "desc" },
    });
    if (await db.divisionName.findUnique({ where: sameDay }))
      throw new Refusal("conflict", "divisions.name.same-day", { field: "validFrom" });
    if (!newest)
      await db.divisionName.create({
        data: {
          divisionId: id,
          validFrom: division.validFrom,
          nameFa: division.nameFa,
          nameEn: division.nameEn,
        },
      });
    await db.divisionName.create({ data: { divisionId: id, validFrom: day, nameFa, nameEn } });
    if (!newest || newest.validFrom < day)
      await db.division.update({ where: { id }, data: { nameFa, nameEn } });
    await audit(db, actor, "rename", "Division", String(id), ["name_fa", "name_en"], id);
    await emit(db, actor, DivisionRenamed, { divisionId: id });
    return { id };
  });
}
