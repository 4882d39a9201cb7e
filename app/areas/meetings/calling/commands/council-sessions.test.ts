import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dissolveCouncil } from "~/areas/councils/commands/dissolve-council.server";
import { foundCouncil } from "~/areas/councils/commands/found-council.server";
import { seatMember } from "~/areas/councils/commands/seat-member.server";
import { FoundCouncil, SeatMember } from "~/areas/councils/schema";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, AQQALA, GOLESTAN, GORGAN } from "../../../../../tests/factories/actors";
import { aPlan } from "../../../../../tests/factories/callings";
import { plantPlaces } from "../../../../../tests/factories/posts";
import { Records } from "../../../../../tests/factories/records";
import { ownerRows } from "../../../../../tests/setup/owner";
import { cancelMeeting } from "../../held/commands/cancel-meeting.server";
import { inviteCouncil } from "../../invitations/commands/invite-council.server";
import { inviteOffices } from "../../invitations/commands/invite.server";
import { quorumOfMeeting } from "../../session/queries.server";
import { listCouncilSessions, nextSessionNumber } from "../council-sessions.server";
import { getCalling } from "../planned.server";
import { announceMeeting } from "./announce-meeting.server";
import { planMeeting } from "./plan-meeting.server";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const own = { lo: GORGAN, hi: GORGAN };
let records: Records;
let offices: string[];

beforeAll(async () => {
  await plantPlaces();
  records = await Records.open();
  offices = [uuidv7(), uuidv7()];
  for (const [at, id] of offices.entries())
    await ownerRows(
      `insert into office (division_id, id, organisation_id, name_fa, name_en, opened_on)
       values ($1, $2, (select id from organisation order by id offset $4 limit 1), $3, $3, '2020-01-01')`,
      [GORGAN, id, `اداره ${at}`, at],
    );
});
afterAll(() => records.close());

const council = async () => {
  const { id } = await foundCouncil(
    assistant,
    FoundCouncil.parse({ kind: "council", nameFa: `شورا ${uuidv7()}`, quorumKind: "half", firstNumber: "۲" }),
  );
  return id;
};
const plan = (councilId: string | undefined, heldOn: `${number}-${number}-${number}` = "2026-12-28") =>
  planMeeting(assistant, aPlan({ typeCode: "committee", title: undefined, councilId, heldOn }), now).then(
    ({ id }) => id,
  );
const announce = async (id: string) => {
  const { revision } = await calling(id);
  return announceMeeting(assistant, id, { revision, withoutClasses: "on" }, now);
};
const calling = (id: string) => within(assistant, (db) => getCalling(db, own, id));
const turnOf = async (id: string) => (await calling(id)).sequenceNumber;
const next = (councilId: string) => within(assistant, (db) => nextSessionNumber(db, GORGAN, councilId));

describe("a session of a council", () => {
  test("has its turn from its announcement on, from the first number of the council, each its own", async () => {
    const councilId = await council();
    const [first, second, third] = [await plan(councilId), await plan(councilId), await plan(councilId)];
    expect(await turnOf(first)).toBeNull();
    await Promise.all([announce(first), announce(second)]);
    expect([await turnOf(first), await turnOf(second)].sort()).toEqual([2, 3]);
    expect(await next(councilId)).toBe(4);
    const { rows } = await within(assistant, (db) => listCouncilSessions(db, GORGAN, councilId, null, 10));
    expect(rows).toHaveLength(3);
    expect((await calling(third)).title).toBe((await calling(third)).councilFa);
  });

  test("that is called off leaves its turn to the next one", async () => {
    const councilId = await council();
    const first = await plan(councilId);
    await announce(first);
    const { revision } = await calling(first);
    await cancelMeeting(assistant, first, { reason: "نبود حد نصاب", revision });
    const second = await plan(councilId);
    await announce(second);
    expect([await turnOf(first), await turnOf(second)]).toEqual([null, 2]);
  });

  test("is of a standing council of its own place alone", async () => {
    const councilId = await council();
    await expect(planMeeting(actorOf(AQQALA, "assistant"), aPlan({ councilId }), now)).rejects.toMatchObject({
      code: "calling.council.unknown",
      details: { field: "councilId" },
    });
    const id = await plan(councilId);
    await dissolveCouncil(assistant, councilId, { dissolvedOn: "2026-12-20", reason: "ادغام" }, now);
    await expect(plan(councilId)).rejects.toMatchObject({ code: "calling.council.unknown" });
    await expect(announce(id)).rejects.toMatchObject({ code: "calling.council.unknown" });
    expect(await turnOf(id)).toBeNull();
    expect(
      await within(actorOf(GOLESTAN, "representative"), (db) =>
        listCouncilSessions(db, GORGAN, councilId, null, 10),
      ),
    ).toMatchObject({ rows: [] });
  });

  test("invites all seats in one press, again only who is new, and counts its quorum among them", async () => {
    const councilId = await council();
    const seat = (name: string, one: Record<string, string> = {}) =>
      seatMember(
        assistant,
        councilId,
        SeatMember.parse({ seat: "member", name, roleTitle: "عضو", startsOn: "۱۴۰۴/۱۰/۱۱", ...one }),
      );
    await seat("فرماندار", { seat: "chair" });
    await seat("مدیر یک", { officeId: offices[0] ?? "" });
    await seat("خبرنگار", { seat: "guest" });
    const id = await plan(councilId);
    await inviteOffices(assistant, id, { officeIds: [offices[0] ?? ""] }, now);
    expect(await inviteCouncil(assistant, id, now)).toEqual({ added: 2, known: 1, over: 0 });
    await seat("مدیر دو", { officeId: offices[1] ?? "" });
    expect(await inviteCouncil(assistant, id, now)).toEqual({ added: 1, known: 1, over: 0 });
    const seats = () =>
      ownerRows<{ id: string; seat: string; kind: string }>(
        "select id, seat, kind from meeting_invitation where meeting_id = $1 order by number",
        [id],
      );
    expect((await seats()).map(({ seat: one, kind }) => `${one} ${kind}`)).toEqual([
      "member office",
      "chair guest",
      "guest guest",
      "member office",
    ]);
    const quorum = () => within(assistant, (db) => quorumOfMeeting(db, GORGAN, id));
    for (const one of (await seats()).filter(({ seat: which }) => which !== "member"))
      await records.change("meeting_invitation", one.id, { attended: "present" });
    // A guest of the council is heard and counts for nothing.
    expect(await quorum()).toEqual({ needed: 2, present: 1, isReached: false });
    const [first] = await seats();
    await records.change("meeting_invitation", first?.id ?? "", { attended: "deputy" });
    expect(await quorum()).toEqual({ needed: 2, present: 2, isReached: true });

    await expect(inviteCouncil(actorOf(GORGAN, "governor"), id, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(inviteCouncil(assistant, await plan(undefined), now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(inviteCouncil(actorOf(AQQALA, "assistant"), id, now)).rejects.toMatchObject({
      kind: "missing",
    });
  });
});
