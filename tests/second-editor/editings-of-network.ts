import { editCircle } from "~/areas/network/commands/edit-circle.server";
import { editPeopleList } from "~/areas/network/commands/edit-people-list.server";
import { editPerson } from "~/areas/network/commands/edit-person.server";
import { editTie } from "~/areas/network/commands/edit-tie.server";
import { formCircle } from "~/areas/network/commands/form-circle.server";
import { recordContact } from "~/areas/network/commands/record-contact.server";
import { recordTie } from "~/areas/network/commands/record-tie.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import { rewriteNote } from "~/areas/network/commands/rewrite-note.server";
import { savePeopleList } from "~/areas/network/commands/save-people-list.server";
import { setCadence } from "~/areas/network/commands/set-cadence.server";
import { settleWays } from "~/areas/network/commands/settle-ways.server";
import { getNote } from "~/areas/network/queries.server/notes";
import { EditCircle, EditPeopleList, EditPerson, SetCadence } from "~/areas/network/schema/people";
import { RewriteNote } from "~/areas/network/schema/texts";
import { EditTie, RecordTie } from "~/areas/network/schema/ties";
import { SettleWays } from "~/areas/network/schema/ways";
import { within } from "~/kernel/db.server";
import { actorOf, AQQALA, GORGAN } from "../factories/actors";
import { aCircle, aContact, aPerson } from "../factories/network";
import type { Editing } from "./editings";

const now = new Date("2026-12-24T05:30:00Z");
const assistant = actorOf(GORGAN, "assistant");
const aqqala = actorOf(AQQALA, "assistant");

const someone = async (fullName: string) =>
  (await registerPerson(assistant, aPerson({ fullName, mobile: undefined }), now)).id;

/** People, circles, ties and what is noted of them. */
export const EDITINGS_OF_NETWORK: Editing[] = [
  {
    command: "network/commands/edit-person.server.ts",
    schema: EditPerson,
    besides: {
      nationalCode: "is told to nobody; left empty it stays",
      withoutNationalCode: "as the code itself",
      circlesBefore: "what the form was opened with",
      capacitiesBefore: "what the form was opened with",
    },
    open: async () => {
      const id = await someone("ناهید سعیدی");
      const { id: circle } = await formCircle(assistant, aCircle({ name: "حلقه ویرایش" }), now);
      const ticked = { circleIds: [circle], capacities: ["venue"] };
      const words = { fullName: "ناهید سعیدی‌نیا", mobile: "09114440001", tier: "wide", noContact: "yes" };
      return {
        save: (input) => editPerson(assistant, id, input, now),
        first: { ...words, ...ticked, locality: "توشن", source: "معرفی", note: "عصرها", revision: "1" },
        second: { fullName: "ناهید س.", tier: "core", noContact: "no", revision: "1" },
      };
    },
  },
  {
    command: "network/commands/edit-circle.server.ts",
    schema: EditCircle,
    open: async () => {
      const { id } = await formCircle(assistant, aCircle({ name: "حلقه دوم" }), now);
      return {
        save: (input) => editCircle(assistant, id, input),
        first: { name: "حلقه سوم", topic: "برق", place: "مسجد", field: "social", revision: "1" },
        second: { name: "حلقه چهارم", topic: "آب", revision: "1" },
      };
    },
  },
  {
    command: "network/commands/edit-people-list.server.ts",
    schema: EditPeopleList,
    open: async () => {
      const { id } = await savePeopleList(
        assistant,
        { view: "name", tier: "core" },
        { name: "یک", seenBy: "own" },
        now,
      );
      return {
        save: (input) => editPeopleList(assistant, id, input),
        first: { name: "دو", seenBy: "staff", revision: "1" },
        second: { name: "سه", seenBy: "own", revision: "1" },
      };
    },
  },
  {
    command: "network/commands/edit-tie.server.ts",
    schema: EditTie,
    open: async () => {
      const [from, otherId] = [await someone("یونس گرایلی"), await someone("سحر نوری")];
      const tie = RecordTie.parse({ choice: "tie-person-person.relative.forth", otherId });
      const { id } = await recordTie(assistant, { kind: "person", id: from }, tie, now);
      return {
        save: (input) => editTie(assistant, id, input, now),
        first: { fromOn: "۱۴۰۴/۰۱/۱۰", toOn: "۱۴۰۵/۰۱/۱۰", note: "دختر عمو", revision: "1" },
        second: { note: "خاله", revision: "1" },
      };
    },
  },
  {
    command: "network/commands/rewrite-note.server.ts",
    schema: RewriteNote,
    open: async () => {
      const { id } = await recordContact(assistant, await someone("لاله"), aContact({ note: "یک" }), now);
      const { revision } = await within(assistant, (db) => getNote(db, GORGAN, "contact", id));
      return {
        save: (input) => rewriteNote(assistant, "contact", id, input),
        first: { note: "دو", revision: String(revision) },
        second: { note: "سه", revision: String(revision) },
      };
    },
  },
  {
    command: "network/commands/set-cadence.server.ts",
    schema: SetCadence,
    open: () =>
      Promise.resolve({
        save: (input) => setCadence(aqqala, input, now),
        first: { coreDays: "11", activeDays: "22", wideDays: "33", revision: "1" },
        second: { coreDays: "12", revision: "1" },
      }),
  },
  {
    command: "network/commands/settle-ways.server.ts",
    schema: SettleWays,
    open: async () => {
      const id = await someone("پری");
      const standings = { phone: "barred", sms: "consents", visit: "barred", eitaa: "consents" };
      const more = { bale: "consents", rubika: "barred", soroush: "consents", igap: "barred" };
      const handles = { eitaaHandle: "a", baleHandle: "b", rubikaHandle: "c", soroushHandle: "d" };
      const own = { preferred: "sms", noContact: "yes", igapHandle: "e", revision: "1" };
      return {
        save: (input) => settleWays(assistant, id, input, now),
        first: { ...standings, ...more, ...handles, ...own },
        second: { preferred: "phone", noContact: "no", revision: "1" },
      };
    },
  },
];
