import { beforeAll, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { actorOf, AQQALA, GORGAN } from "../../../../tests/factories/actors";
import { anEdit, aPerson } from "../../../../tests/factories/network";
import { plantPlaces } from "../../../../tests/factories/posts";
import { ownerRows } from "../../../../tests/setup/owner";
import { invitationSheet } from "../queries.server/invitations";
import { WAYS } from "../people/ways";
import { editPerson } from "./edit-person.server";
import { invitePeople } from "./invite-people.server";
import { getNote } from "../queries.server/notes";
import { listTimeline } from "../queries.server/timeline";
import { registerPerson } from "./register-person.server";
import { rewriteNote } from "./rewrite-note.server";
import { savePeopleList } from "./save-people-list.server";
import { settleWays } from "./settle-ways.server";

const assistant = actorOf(GORGAN, "assistant");
const today = todayIn(new Date());
const LOCALITY = "روستای زیارت";
const barred = Object.fromEntries(WAYS.map((way) => [way, "barred"])) as Record<
  (typeof WAYS)[number],
  "barred"
>;

let list: string;
let known: string;
let member: string;
let silent: string;
let walled: string;

beforeAll(async () => {
  await plantPlaces();
  const register = async (given: Parameters<typeof aPerson>[0]) => {
    const person = aPerson({ locality: LOCALITY, ...given });
    return { person, id: (await registerPerson(assistant, person)).id };
  };
  known = (await register({ state: "identified" })).id;
  member = (await register({})).id;
  const quiet = await register({ state: "identified" });
  silent = quiet.id;
  await editPerson(assistant, silent, anEdit(quiet.person, { noContact: true }));
  walled = (await register({ state: "identified" })).id;
  await settleWays(assistant, walled, { ...barred, revision: 1 });
  const condition = { view: "name", locality: LOCALITY } as const;
  list = (await savePeopleList(assistant, condition, { name: "زیارت", seenBy: "own" })).id;
});

test("the sheet of a saved list holds nobody who asks not to be contacted, and says who was left out and why", async () => {
  const sheet = await within(assistant, (db) =>
    invitationSheet(db, assistant.place, { id: list, readerKeys: [assistant.key] }, today),
  );
  expect(sheet.invited.map(({ id }) => id).sort()).toEqual([known, member].sort());
  expect(sheet.leftOut.map(({ id, why }) => [id, why]).sort()).toEqual(
    [
      [silent, "no-contact"],
      [walled, "barred"],
    ].sort(),
  );
});

test("whoever was known is invited with the occasion in his history; nobody who asks not to be, whatever was ticked", async () => {
  const all = { personIds: [known, member, silent, walled], occasion: "نشست آب" };
  await expect(invitePeople(actorOf(GORGAN, "governor"), all)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(invitePeople(actorOf(AQQALA, "assistant"), all)).rejects.toMatchObject({ kind: "invalid" });
  expect(await invitePeople(assistant, all)).toEqual({ asked: 1, leftOut: 2 });
  const rows = await ownerRows("select id, state from person where id = any($1) order by id", [
    all.personIds,
  ]);
  expect(rows).toEqual(
    [
      { id: known, state: "invited" },
      { id: member, state: "active" },
      { id: silent, state: "identified" },
      { id: walled, state: "identified" },
    ].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  const steps = await ownerRows(
    "select person_id as id, note from person_state_change where state = 'invited'",
  );
  expect(steps).toEqual([{ id: known, note: "نشست آب" }]);
  const { rows: happened } = await within(assistant, (db) => listTimeline(db, GORGAN, known));
  const step = happened.find(({ state }) => state === "invited")?.id ?? "";
  const { revision } = await within(assistant, (db) => getNote(db, GORGAN, "step", step));
  await rewriteNote(assistant, "step", step, { note: "نشست آب و خاک", revision });
  expect(await ownerRows("select note from person_state_change where id = $1", [step])).toEqual([
    { note: "نشست آب و خاک" },
  ]);
  expect(await invitePeople(assistant, all)).toEqual({ asked: 0, leftOut: 2 });
});
