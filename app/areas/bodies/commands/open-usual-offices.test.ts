import { expect, test } from "vitest";
import { administratorActor, systemActor } from "~/actor.server";
import { createCounty } from "~/areas/divisions/commands/create-county.server";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { isoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN } from "../../../../tests/factories/actors";
import { ownerRows } from "../../../../tests/setup/owner";
import { plantPlaces } from "../../../../tests/factories/posts";
import { listMissingUsual } from "../directory.server";
import { openOffices } from "./open-offices.server";
import { openUsualOffices } from "./open-usual-offices.server";

const now = new Date("2026-12-24T06:00:00Z");

test("a place that was opened gets its governorate, once; the other usual bodies are offered and open as ticked", async () => {
  await plantPlaces();
  const [one, two, ended] = [uuidv7(), uuidv7(), uuidv7()];
  await ownerRows(
    `insert into organisation (id, division_id, code, name_fa, name_en, kind, levels, published_at)
     values ($1, 0, 'test-governorate', 'فرمانداری آزمون', 'Test governorate', 'governorate', '{county}', now()),
       ($2, 0, 'test-ministry', 'وزارت آزمون', 'Test ministry', 'ministry', '{nation}', now()),
       ($3, 0, 'test-draft', 'پیش‌نویس', 'Draft', 'governorate', '{county}', null),
       ($4, 0, 'test-one', 'اداره یک', 'One', 'executive', '{county}', now()),
       ($5, 0, 'test-two', 'اداره دو', 'Two', 'executive', '{county}', now())`,
    [uuidv7(), uuidv7(), uuidv7(), one, two],
  );
  await ownerRows(
    `insert into organisation (id, division_id, code, name_fa, name_en, kind, levels, published_at, abolished_on)
     values ($1, 0, 'test-ended', 'اداره پایان‌یافته', 'Ended', 'governorate', '{county}', now(), '2026-01-01')`,
    [ended],
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
  expect(await codes(id)).toEqual(["test-governorate"]);
  expect(await openUsualOffices(await systemActor(id), event, now)).toBe(false);
  await openUsualOffices(await systemActor(id), uuidv7(), now);
  expect(await codes(id)).toEqual(["test-governorate"]);
  expect(await codes(AQQALA)).toEqual([]);

  const assistant = actorOf(id, "assistant");
  const offered = async () =>
    (await within(assistant, (db) => listMissingUsual(db, assistant.place))).map((body) => body.id);
  expect(await offered()).toEqual(expect.arrayContaining([one, two]));
  expect(await offered()).not.toContain(ended);
  expect(await openOffices(assistant, { bodyIds: [one, ended] }, now)).toEqual({ opened: 1 });
  expect(await openOffices(assistant, { bodyIds: [one] }, now)).toEqual({ opened: 0 });
  expect((await codes(id)).sort()).toEqual(["test-governorate", "test-one"]);
  expect(await offered()).not.toContain(one);
  expect(await codes(AQQALA)).toEqual([]);
  await expect(openOffices(actorOf(id, "governor"), { bodyIds: [two] }, now)).rejects.toMatchObject({
    kind: "forbidden",
  });
  await expect(openOffices(assistant, { bodyIds: [uuidv7()] }, now)).rejects.toMatchObject({
    kind: "missing",
  });
});
