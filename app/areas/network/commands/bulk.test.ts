import { describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import type { BulkOutcome } from "../lists/bulk";
import { listCircleMembers } from "../queries.server/circles";
import { getPerson } from "../queries.server/people";
import type { RegisterPerson } from "../schema/people";
import { archivePeople } from "./archive-people.server";
import { changeTiers } from "./change-tiers.server";
import { formCircle } from "./form-circle.server";
import { movePerson } from "./move-person.server";
import { registerPerson } from "./register-person.server";
import { takeIntoCircle } from "./take-into-circle.server";
import { undoIntoCircle, undoTiers } from "./undo-bulk.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

const register = async (given: Partial<RegisterPerson> = {}, days = 40) =>
  (await registerPerson(assistant, aPerson(given), daysAgo(days))).id;
const archived = async () => {
  const id = await register();
  await movePerson(assistant, id, { step: "archive", reason: "moved" }, daysAgo(5));
  return id;
};
const person = (id: string) => within(assistant, (db) => getPerson(db, GORGAN, id));
const audited = (ids: readonly string[], verb: string) =>
  ownerRows("select 1 from audit_entry where subject_id::text = any($1) and verb = $2", [ids, verb]);
const why = ({ notDone }: BulkOutcome) =>
  Object.fromEntries(notDone.map(({ id, why }) => [id, why] as const));

describe("many people at once", () => {
  test("are taken into a circle: who is in already or has left is told apart, and it is taken back whole", async () => {
    const circleId = (await formCircle(assistant, aCircle(), now)).id;
    const fresh = [await register(), await register()];
    const member = await register({ circleIds: [circleId] }, 5);
    const gone = await archived();
    const outcome = await takeIntoCircle(
      assistant,
      { personIds: [...fresh, member, gone, member], circleId },
      now,
    );
    expect(outcome.done).toBe(2);
    expect(why(outcome)).toEqual({ [member]: "already", [gone]: "gone" });
    const members = async () =>
      (await within(assistant, (db) => listCircleMembers(db, GORGAN, circleId))).map(({ id }) => id).sort();
    expect(await members()).toEqual([...fresh, member].sort());
    expect(await audited(outcome.undo?.was ?? [], "join")).toHaveLength(2);
    const events = await ownerRows(
      "select 1 from outbox_event where type = 'MembershipChanged' and payload->>'circleId' = $1",
      [circleId],
    );
    expect(events).toHaveLength(2);
    const again = await takeIntoCircle(assistant, { personIds: fresh, circleId }, now);
    expect([again.done, again.notDone.length]).toEqual([0, 2]);
    expect(await undoIntoCircle(assistant, outcome.undo?.was ?? [])).toEqual({ count: 2 });
    expect(await members()).toEqual([member]);
  });

  test("change their tier, and each goes back to his own unless he was moved on meanwhile", async () => {
    const core = await register({ tier: "core" });
    const active = await register({ tier: "active" });
    const wide = await register({ tier: "wide" });
    const outcome = await changeTiers(assistant, { personIds: [core, active, wide], tier: "wide" });
    expect(outcome.done).toBe(2);
    expect(why(outcome)).toEqual({ [wide]: "already" });
    expect((await person(core)).tier).toBe("wide");
    expect(await audited([core, active, wide], "edit")).toHaveLength(2);
    await changeTiers(assistant, { personIds: [active], tier: "core" });
    const was = [
      { id: core, tier: "core" as const },
      { id: active, tier: "active" as const },
    ];
    expect(await undoTiers(assistant, "wide", was)).toEqual({ count: 1 });
    expect([(await person(core)).tier, (await person(active)).tier]).toEqual(["core", "core"]);
  });

  test("keep their tier where they are no longer in the network, and each is named", async () => {
    const [gone, active] = [await archived(), await register({ tier: "active" })];
    const before = (await person(gone)).tier;
    const outcome = await changeTiers(assistant, { personIds: [gone, active], tier: "wide" });
    expect([outcome.done, why(outcome)]).toEqual([1, { [gone]: "gone" }]);
    expect((await person(gone)).tier).toBe(before);
    expect(before).not.toBe("wide");
  });

  test("are archived for a reason, each with the step in his history and out of his circles", async () => {
    const circleId = (await formCircle(assistant, aCircle({ formedOn: "2026-09-01" }), now)).id;
    const leaving = [await register({ circleIds: [circleId] }), await register()];
    const late = await register({}, 2);
    const gone = await archived();
    const outcome = await archivePeople(
      assistant,
      { personIds: [...leaving, late, gone], reason: "moved", happenedOn: todayIn(daysAgo(3)) },
      now,
    );
    expect(outcome.done).toBe(2);
    expect(why(outcome)).toEqual({ [late]: "too-early", [gone]: "gone" });
    for (const id of leaving) expect(await person(id)).toMatchObject({ state: "archived", memberships: [] });
    const steps = await ownerRows(
      "select 1 from person_state_change where person_id::text = any($1) and state = 'archived' and reason = 'moved'",
      [leaving],
    );
    expect(steps).toHaveLength(2);
    expect(await audited(leaving, "archive")).toHaveLength(2);
    const moved = await ownerRows(
      "select 1 from outbox_event where type = 'PersonMoved' and payload->>'personId' = any($1)",
      [leaving],
    );
    expect(moved).toHaveLength(2);
    await movePerson(assistant, leaving[0] ?? "", { step: "restore" }, now);
    expect(await person(leaving[0] ?? "")).toMatchObject({ state: "active" });
  });

  test("are refused whole when one of them is of another county, and nothing changes", async () => {
    const mine = await register({ tier: "wide" });
    const neighbour = actorOf(AQQALA, "assistant");
    const theirs = (await registerPerson(neighbour, aPerson(), daysAgo(40))).id;
    const personIds = [mine, theirs];
    const refused = { kind: "invalid", details: { field: "personIds" } };
    await expect(changeTiers(assistant, { personIds, tier: "core" })).rejects.toMatchObject(refused);
    await expect(
      archivePeople(assistant, { personIds, reason: "asked", happenedOn: today }, now),
    ).rejects.toMatchObject(refused);
    expect(await person(mine)).toMatchObject({ tier: "wide", state: "active" });
    expect(await undoTiers(assistant, "core", [{ id: theirs, tier: "wide" }])).toEqual({ count: 0 });
  });

  test("are the assistant's and the expert's to act on, nobody else's", async () => {
    const id = await register();
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(GOLESTAN, "representative")]) {
      const forbidden = { kind: "forbidden" };
      await expect(changeTiers(actor, { personIds: [id], tier: "core" })).rejects.toMatchObject(forbidden);
      await expect(archivePeople(actor, { personIds: [id], reason: "asked" }, now)).rejects.toMatchObject(
        forbidden,
      );
      await expect(takeIntoCircle(actor, { personIds: [id], circleId: id }, now)).rejects.toMatchObject(
        forbidden,
      );
    }
  });
});
