import { expect, test } from "vitest";
import { administratorActor, systemActor } from "~/actor.server";
import { createCounty } from "~/areas/divisions/commands/create-county.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN } from "../../../../tests/factories/actors";
import { ownerRows } from "../../../../tests/setup/owner";
import { plantPlaces } from "../../../../tests/factories/posts";
import { openUsualOffices } from "./open-usual-offices.server";

const now = new Date("2026-12-24T06:00:00Z");

test("a place that was opened gets the offices of its level's bodies, once, and keeps those it had", async () => {
  await plantPlaces();
  await ownerRows(
    `insert into organisation (id, division_id, code, name_fa, name_en, kind, levels, published_at)
     values ($1, 0, 'test-county-body', 'اداره آزمون', 'Test office', 'directorate', '{county}', now()),
       ($2, 0, 'test-ministry', 'وزارت آزمون', 'Test ministry', 'ministry', '{nation}', now()),
       ($3, 0, 'test-draft', 'پیش‌نویس', 'Draft', 'directorate', '{county}', null)`,
    [uuidv7(), uuidv7(), uuidv7()],
  );
  const administrator = administratorActor({ id: uuidv7(), fullName: "راهبر" });
  const { id } = await createCounty(
    administrator,
    GOLESTAN,
    {
      nameFa: "شهرستان آزمون",
      nameEn: "Test",
      code: undefined,
      grade: "ordinary",
      validFrom: isoDate("2026-03-21"),
    },
    now,
  );
  const codes = (placeId: number) =>
    within(actorOf(placeId, "assistant"), async (db) =>
      (
        await db.office.findMany({
          where: { divisionId: id, organisation: { code: { startsWith: "test-" } } },
          include: { organisation: true },
        })
      ).map((office) => office.organisation.code),
    );

  const event = uuidv7();
  expect(await openUsualOffices(await systemActor(id), event, now)).toBe(true);
  expect(await codes(id)).toEqual(["test-county-body"]);
  expect(await openUsualOffices(await systemActor(id), event, now)).toBe(false);
  await openUsualOffices(await systemActor(id), uuidv7(), now);
  expect(await codes(id)).toEqual(["test-county-body"]);
  expect(await codes(AQQALA)).toEqual([]);
});
