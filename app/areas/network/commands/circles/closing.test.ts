import { beforeAll, describe, expect, test } from "vitest";
import { computeFigures, cellOf } from "~/areas/reports/indicators/figures.server";
import { INDICATORS } from "~/areas/reports/indicators/list.server";
import { within } from "~/kernel/db.server";
import { addDays, isoDate, type IsoDate } from "~/lib/jalali";
import { periodOf, previousPeriod } from "~/lib/period";
import { actorOf, AQQALA, GORGAN } from "../../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../../tests/factories/network";
import { plantPlaces } from "../../../../../tests/factories/posts";
import { circleChoices, getCircle, listCircleMembers, listCircles } from "../../queries.server/circles";
import { joinCircle } from "../join-circle.server";
import { formCircle } from "../form-circle.server";
import { movePerson } from "../move-person.server";
import { registerPerson } from "../register-person.server";
import { takeIntoCircle } from "../take-into-circle.server";
import { closeCircle } from "./close-circle.server";
import { reopenCircle } from "./reopen-circle.server";

const assistant = actorOf(GORGAN, "assistant");
const now = new Date("2026-12-24T08:00:00Z");
const today = isoDate("2026-12-24");
const FORMED = isoDate("2026-03-25");
const REASON = { reason: "کار آن به سرانجام رسید" };

async function aClosedOne(closedOn: IsoDate = today) {
  const { id } = await formCircle(assistant, aCircle({ formedOn: FORMED }), now);
  const { id: personId } = await registerPerson(assistant, aPerson({ circleIds: [id] }), now);
  await closeCircle(assistant, id, { closedOn, ...REASON }, now);
  return { id, personId };
}
const look = (id: string) => within(assistant, (db) => getCircle(db, assistant.place, id));
const members = (id: string) =>
  within(assistant, async (db) => (await listCircleMembers(db, GORGAN, id)).map((one) => one.id));
const idsOf = (state: "open" | "closed") =>
  within(assistant, async (db) =>
    (await listCircles(db, assistant.place, null, 200, state)).rows.map(({ id }) => id),
  );
const circlesOf = (asOf: Date, back = 0) =>
  within(assistant, async (db) => {
    let period = periodOf(today, "quarter");
    for (let n = 0; n < back; n += 1) period = previousPeriod(period);
    const one = INDICATORS.filter(({ code }) => code === "a1.circles");
    return computeFigures(db, one, cellOf({ lo: GORGAN, hi: GORGAN }, period, asOf));
  });

beforeAll(plantPlaces);

describe("a circle that ended", () => {
  test("ends its memberships, leaves the lists of work, and says why", async () => {
    const { id } = await aClosedOne();
    expect(await look(id)).toMatchObject({ closedOn: today, closedReason: REASON.reason, members: 0 });
    expect(await members(id)).toEqual([]);
    expect(await idsOf("open")).not.toContain(id);
    expect(await idsOf("closed")).toContain(id);
    const choices = await within(assistant, (db) => circleChoices(db, GORGAN));
    expect(choices.map((one) => one.id)).not.toContain(id);
  });

  test("stays in the counts of the quarters in which it was open, and leaves those after", async () => {
    const [before, past] = [await circlesOf(now), await circlesOf(now, 2)];
    const { id } = await formCircle(assistant, aCircle({ formedOn: FORMED }), now);
    const [open, openThen] = [await circlesOf(now), await circlesOf(now, 2)];
    expect(open).not.toEqual(before);
    await closeCircle(assistant, id, { closedOn: addDays(today, -1), ...REASON }, now);
    expect(await circlesOf(now)).toEqual(before);
    expect(await circlesOf(now, 2)).toEqual(openThen);
    expect(openThen).not.toEqual(past);
  });

  test("takes nobody in, by whatever door", async () => {
    const { id } = await aClosedOne();
    const { id: personId } = await registerPerson(assistant, aPerson(), now);
    const closed = { kind: "conflict", code: "network.circle.closed" };
    await expect(
      joinCircle(assistant, id, { personId, role: "member", fromOn: today }, now),
    ).rejects.toMatchObject(closed);
    await expect(
      takeIntoCircle(assistant, { personIds: [personId], circleId: id }, now),
    ).rejects.toMatchObject(closed);
    await expect(registerPerson(assistant, aPerson({ circleIds: [id] }), now)).rejects.toMatchObject({
      code: "network.unknown-circle",
    });
    await expect(closeCircle(assistant, id, { closedOn: today, ...REASON }, now)).rejects.toMatchObject(
      closed,
    );
  });

  test("is opened again with those who were in it, but not with who has left the network", async () => {
    const { id, personId } = await aClosedOne();
    await reopenCircle(assistant, id, { members: true }, now);
    expect(await look(id)).toMatchObject({ closedOn: null, closedReason: null });
    expect(await members(id)).toEqual([personId]);
    const other = await aClosedOne();
    await movePerson(assistant, other.personId, { step: "archive", reason: "asked" }, now);
    await reopenCircle(assistant, other.id, { members: true }, now);
    expect(await members(other.id)).toEqual([]);
    const empty = await aClosedOne();
    await reopenCircle(assistant, empty.id, { members: false }, now);
    expect(await members(empty.id)).toEqual([]);
    await expect(reopenCircle(assistant, empty.id, { members: true }, now)).rejects.toMatchObject({
      code: "network.circle.open-already",
    });
  });

  test("is closed by its own county's keepers, not before it was formed and not tomorrow", async () => {
    const { id } = await formCircle(assistant, aCircle({ formedOn: FORMED }), now);
    const on = (closedOn: IsoDate, actor = assistant) => closeCircle(actor, id, { closedOn, ...REASON }, now);
    await expect(on(today, actorOf(AQQALA, "assistant"))).rejects.toMatchObject({ kind: "missing" });
    await expect(on(today, actorOf(GORGAN, "governor"))).rejects.toMatchObject({ kind: "forbidden" });
    await expect(on(addDays(FORMED, -1))).rejects.toMatchObject({ kind: "invalid" });
    await expect(on(addDays(today, 1))).rejects.toMatchObject({ kind: "invalid" });
    expect(await look(id)).toMatchObject({ closedOn: null });
  });
});
