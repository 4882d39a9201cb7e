import type { Actor } from "~/kernel/actor";
import { audit } from "~/kernel/audit.server";
import { authorize } from "~/kernel/authorize";
import { now as clock } from "~/kernel/clock.server";
import { within } from "~/kernel/db.server";
import { emit } from "~/kernel/outbox.server";
import { Refusal } from "~/kernel/refusal";
import { dateOf, todayIn } from "~/lib/jalali";
import { CountyCreated } from "../events";
import { countyIdOf, nextIdWithoutCode } from "../numbering";
import type { CreateCounty } from "../schema";

/**
 * Creates a county in a province, under the number of its official code or, without one, under a number of its own. It
 * owes nothing for a quarter that was over on the day on which it was entered, however early its first day.
 */
export async function createCounty(actor: Actor, provinceId: number, input: CreateCounty, now = clock()) {
  authorize(actor, "create", "Division");
  const { nameFa, nameEn, code, grade, validFrom } = input;
  if (validFrom > todayIn(now)) throw new Refusal("invalid", "form.date.in-future", { field: "validFrom" });
  const byCode = code === undefined ? undefined : countyIdOf(provinceId, code);
  if (code !== undefined && byCode === undefined)
    throw new Refusal("invalid", "divisions.code.other-province", { field: "code" });

  return within(actor, async (db) => {
    // Two counties made at the same moment get their numbers one after the other.
    await db.$executeRaw`select pg_advisory_xact_lock(28100, ${provinceId}::int)`;
    const province = await db.division.findFirst({ where: { id: provinceId, level: "province" } });
    if (!province) throw new Refusal("missing", "refusal.missing");
    const siblings = await db.division.findMany({
      where: { parentId: provinceId },
      select: { id: true, nameFa: true, validTo: true },
      // A province has no more numbers.
      take: 1000,
    });
    if (siblings.some((one) => one.nameFa === nameFa && one.validTo === null))
      throw new Refusal("conflict", "divisions.name.taken", { field: "nameFa" });
    const id =
      byCode ??
      nextIdWithoutCode(
        provinceId,
        siblings.map((one) => one.id),
      );
    if (id === undefined) throw new Refusal("conflict", "divisions.numbers-used-up");
    if (siblings.some((one) => one.id === id))
      throw new Refusal("conflict", "divisions.code.taken", { field: "code" });

    await db.division.create({
      data: {
        id,
        parentId: provinceId,
        level: "county",
        code: code ?? null,
        nameFa,
        nameEn,
        grade,
        validFrom: dateOf(validFrom),
        enteredOn: dateOf(todayIn(now)),
        successorIds: [],
      },
    });
    await db.divisionName.create({
      data: { divisionId: id, validFrom: dateOf(validFrom), nameFa, nameEn },
    });
    await audit(db, actor, "create", "Division", String(id), [], id);
    await emit(db, actor, CountyCreated, { divisionId: id });
    return { id };
  });
}
