import { createMongoAbility } from "@casl/ability";
import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, test } from "vitest";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION, actorOf } from "../../../../tests/factories/actors";
import { ownerRows } from "../../../../tests/setup/owner";
import { anObstacle } from "../../../../tests/factories/obstacles";
import { asOwner, openOffice } from "../../../../tests/factories/offices";
import { getObstacle, getOwnLeg, listAnswersToJudge, listObstacles, listReceived } from "../queries.server";
import { AnswerObstacle, RaiseObstacle } from "../schema";
import { answerObstacle } from "./answer-obstacle.server";
import { contestObstacle } from "./contest-obstacle.server";
import { raiseObstacle } from "./raise-obstacle.server";
import { takeObstacle } from "./take-obstacle.server";
import { verifyObstacle } from "./verify-obstacle.server";

const now = new Date("2026-12-24T05:30:00Z");
const later = new Date("2026-12-28T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const province = actorOf(GOLESTAN, "provincial-expert");

const read = (id: string, actor: PlacedActor = assistant) =>
  within(actor, (db) => getObstacle(db, actor.place, id));
const received = (open = true, actor = province) =>
  within(actor, (db) => listReceived(db, actor.place.id, { open }));

/** An obstacle just raised, with its leg in the province. */
async function raised(given = {}) {
  const { id } = await raiseObstacle(assistant, anObstacle(given), now);
  const [leg] = (await read(id)).legs;
  if (!leg) throw new Error("no leg");
  return { id, legId: leg.id };
}

describe("an obstacle", () => {
  test("lies before the province at the moment it is raised, with its words and a limit", async () => {
    const { id, legId } = await raised({ title: "کمبود نیروی راهداری" });
    expect(await within(province, (db) => getOwnLeg(db, GOLESTAN, legId))).toMatchObject({
      title: "کمبود نیروی راهداری",
      sourceDivisionId: GORGAN,
      obstacleId: id,
      state: "waiting",
      // Fifteen working days: Thursdays, Fridays and one holiday of the province do not count.
      limitOn: "2027-01-16",
    });
    expect(await within(assistant, (db) => listObstacles(db, GORGAN))).toMatchObject({
      rows: [{ id, state: "raised", legState: "waiting" }],
    });
  });

  test("names its office in English too, to the county and to the province, while the dictionary writes it so", async () => {
    const officeId = await asOwner((owner) => openOffice(owner, GORGAN, "power-distribution"));
    const office = await within(assistant, (db) =>
      db.office.findUniqueOrThrow({ where: { divisionId_id: { divisionId: GORGAN, id: officeId } } }),
    );
    const { id, legId } = await raised({ officeId: office.id });
    const read = async () => {
      const [listed, leg, ofProvince] = await Promise.all([
        within(assistant, (db) => listObstacles(db, GORGAN)),
        within(province, (db) => getOwnLeg(db, GOLESTAN, legId)),
        within(province, (db) => getObstacle(db, province.place, id)),
      ]);
      return [listed.rows.find((row) => row.id === id)?.officeEn, leg.officeEn, ofProvince.officeEn];
    };
    expect(office.nameEn).toMatch(/^[A-Z]/);
    expect(await read()).toEqual([office.nameEn, office.nameEn, office.nameEn]);

    await ownerRows("update office set name_fa = name_fa || ' (تازه)' where division_id = $1 and id = $2", [
      GORGAN,
      office.id,
    ]);
    expect(await read()).toEqual([null, null, null]);
  });

  test("is hidden from the neighbour, another province and whoever says yes to everything there", async () => {
    const { id, legId } = await raised();
    for (const place of [AQQALA, MAZANDARAN]) {
      const reader = {
        ...actorOf(place, "representative"),
        ability: createMongoAbility([{ action: "manage", subject: "all" }]),
      };
      await expect(read(id, reader)).rejects.toMatchObject({ kind: "missing" });
      await expect(within(reader, (db) => getOwnLeg(db, GOLESTAN, legId))).rejects.toMatchObject({
        kind: "missing",
      });
      await expect(takeObstacle(reader, legId, { revision: 1 }, now)).rejects.toMatchObject({
        kind: "missing",
      });
      await expect(verifyObstacle(reader, id, { revision: 1 }, now)).rejects.toMatchObject({
        kind: "missing",
      });
      expect((await received(true, reader)).rows).toEqual([]);
    }
  });

  test("is raised by nobody but the county's assistant and expert, and names no foreign office", async () => {
    const count = async () => (await within(assistant, (db) => listObstacles(db, GORGAN))).rows.length;
    const before = await count();
    for (const actor of [actorOf(GORGAN, "governor"), province, actorOf(NATION, "national-officer")]) {
      await expect(raiseObstacle(actor, anObstacle(), now)).rejects.toMatchObject({ kind: "forbidden" });
    }
    const stranger = "0190a000-0000-7000-8000-000000000009";
    await expect(raiseObstacle(assistant, anObstacle({ officeId: stranger }), now)).rejects.toMatchObject({
      kind: "invalid",
      details: { field: "officeId" },
    });
    expect(await count()).toBe(before);
  });

  test("is taken, answered and verified", async () => {
    const { id, legId } = await raised();
    await takeObstacle(province, legId, { revision: 1 }, now);
    await answerObstacle(
      province,
      legId,
      { answerKind: "solved", answerText: "با اختیار استان حل شد.", revision: 2 },
      later,
    );
    expect((await read(id)).legs).toMatchObject([
      { state: "answered", answerKind: "solved", answeredByName: province.name },
    ]);
    expect(
      (await within(assistant, (db) => listAnswersToJudge(db, GORGAN, 9))).map((row) => row.id),
    ).toContain(id);
    await verifyObstacle(assistant, id, { note: "در محل دیده شد.", revision: 1 }, later);
    expect(await read(id, province)).toMatchObject({ state: "verified", settledOn: "2026-12-28" });
    expect(
      (await within(assistant, (db) => listAnswersToJudge(db, GORGAN, 9))).map((row) => row.id),
    ).not.toContain(id);
    await expect(verifyObstacle(assistant, id, { revision: 2 }, later)).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("whose answer does not hold goes back to the province with the reason", async () => {
    const { id, legId } = await raised();
    await answerObstacle(
      province,
      legId,
      { answerKind: "refused", answerText: "مقررات اجازه نمی‌دهد.", revision: 1 },
      now,
    );
    await contestObstacle(assistant, id, { reason: "شهرستان همسایه مجوز گرفته است.", revision: 1 }, later);
    const { legs, state } = await read(id);
    expect(state).toBe("raised");
    expect(legs).toMatchObject([
      { state: "waiting", contestReason: "شهرستان همسایه مجوز گرفته است." },
      { id: legId, state: "answered" },
    ]);
    expect((await received()).rows.map((leg) => leg.id)).toContain(legs[0]?.id);
    await expect(contestObstacle(assistant, id, { reason: "باز", revision: 2 }, later)).rejects.toMatchObject(
      {
        kind: "conflict",
      },
    );
  });

  test("is judged by its county alone, and not before an answer", async () => {
    const { id, legId } = await raised();
    await expect(verifyObstacle(assistant, id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    await answerObstacle(
      province,
      legId,
      { answerKind: "partly", answerText: "بخشی انجام شد.", revision: 1 },
      now,
    );
    await expect(verifyObstacle(province, id, { revision: 1 }, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(verifyObstacle(actorOf(GORGAN, "governor"), id, { revision: 1 }, now)).rejects.toMatchObject(
      {
        kind: "forbidden",
      },
    );
    expect(await read(id)).toMatchObject({ state: "raised", revision: 1 });
  });

  test("is answered once; the second sees the first answer", async () => {
    const { legId } = await raised();
    const first = {
      answerKind: "delegated",
      answerText: "اختیار به فرماندار داده شد.",
      revision: 1,
    } as const;
    await answerObstacle(province, legId, first, now);
    await expect(
      answerObstacle(actorOf(GOLESTAN, "representative"), legId, { ...first, answerText: "دیگر" }, now),
    ).rejects.toMatchObject({ kind: "conflict", details: { theirs: { answerText: first.answerText } } });
    await expect(takeObstacle(province, legId, { revision: 2 }, now)).rejects.toMatchObject({
      kind: "conflict",
    });
    expect((await received(false)).rows.map((leg) => leg.id)).toContain(legId);
  });

  test("is taken and answered by the province's people alone", async () => {
    const { legId } = await raised();
    for (const actor of [assistant, actorOf(GORGAN, "governor"), actorOf(NATION, "national-officer")]) {
      await expect(takeObstacle(actor, legId, { revision: 1 }, now)).rejects.toMatchObject({
        kind: "forbidden",
      });
    }
  });
});

describe("bad input is answered beside its field", () => {
  const errorsOf = (schema: typeof RaiseObstacle | typeof AnswerObstacle, given: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(given)) form.set(name, value);
    const parsed = parseWithZod(form, { schema });
    return parsed.status === "success" ? {} : parsed.error;
  };
  const filled = { title: "مجوز", kind: "permit", triedLocally: "گفته شد", effect: "۴۰ نفر" };

  test.each([
    [{}, {}],
    [{ triedLocally: "" }, { triedLocally: ["form.required"] }],
    [{ triedLocally: "\u200F\u202E" }, { triedLocally: ["form.required"] }],
    [{ effect: "آ".repeat(100_000) }, { effect: ["form.too-long?max=2000"] }],
    [{ kind: "politics" }, { kind: ["form.choose"] }],
    [{ officeId: "1 or 1=1" }, { officeId: ["form.choose"] }],
    [{ title: "<img src=x onerror=alert(1)>" }, {}],
  ])("of an obstacle (%#)", (given, errors) =>
    expect(errorsOf(RaiseObstacle, { ...filled, ...given })).toEqual(errors),
  );

  test("of an answer", () =>
    expect(errorsOf(AnswerObstacle, { answerKind: "ignored", answerText: " ", revision: "0" })).toEqual({
      answerKind: ["form.choose"],
      answerText: ["form.required"],
      revision: ["form.out-of-date"],
    }));
});
