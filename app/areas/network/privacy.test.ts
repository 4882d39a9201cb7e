import { createMongoAbility } from "@casl/ability";
import { expect, test } from "vitest";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { todayIn } from "~/lib/jalali";
import { AQQALA, GOLESTAN, GORGAN, NATION, actorOf } from "../../../tests/factories/actors";
import { aCircle, aContact, aPerson } from "../../../tests/factories/network";
import { formCircle } from "./commands/form-circle.server";
import { recordContact } from "./commands/record-contact.server";
import { recordTie } from "./commands/record-tie.server";
import { registerPerson } from "./commands/register-person.server";
import { undoContact } from "./commands/undo-contact.server";
import { USUAL_CADENCE } from "./lifecycle";
import { networkFigures } from "./queries.server/cadence";
import { listCircleMembers, listPastMemberships } from "./queries.server/circles";
import { findContact, listContacts } from "./queries.server/contacts";
import { listOpenActionsOfCircle } from "./queries.server/open-actions";
import { listTiesOfPerson } from "./queries.server/ties";
import { listTimeline } from "./queries.server/timeline";
import * as people from "./queries.server/people";
import { RecordTie } from "./schema/ties";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);

/** Somebody whose ability answers yes to everything. */
const allYes = (actor: PlacedActor): PlacedActor => ({
  ...actor,
  ability: createMongoAbility([{ action: "manage", subject: "all" }]),
});

test.each([
  ["province", GOLESTAN, "representative"],
  ["nation", NATION, "national-officer"],
  ["neighbour", AQQALA, "assistant"],
] as const)(
  "the %s reads no person of a county by any query, whatever its ability says",
  async (_, place, role) => {
    const assistant = actorOf(GORGAN, "assistant");
    const circle = await formCircle(assistant, aCircle(), now);
    const person = await registerPerson(
      assistant,
      aPerson({ fullName: "ناهید سعیدی", circleIds: [circle.id] }),
      new Date("2026-01-01T05:30:00Z"),
    );
    const contact = await recordContact(
      assistant,
      person.id,
      aContact({ outcome: "call-back", happenedOn: "2026-12-20", nextOn: today }),
      now,
    );
    await recordTie(
      assistant,
      { kind: "person", id: person.id },
      RecordTie.parse({ choice: "tie-person-circle.founder.forth", otherId: circle.id }),
      now,
    );
    const reader = allYes(actorOf(place, role));
    await within(reader, async (db) => {
      const filter = { divisionId: GORGAN };
      expect((await people.listPeopleByName(db, filter)).rows).toEqual([]);
      expect((await people.listPeopleBySilence(db, filter, USUAL_CADENCE)).rows).toEqual([]);
      expect((await people.listWaiting(db, filter, USUAL_CADENCE, today, 50)).rows).toEqual([]);
      expect(await people.listAgreedCalls(db, GORGAN, today, 50)).toEqual([]);
      expect(await people.searchPeople(db, GORGAN, "ناهید")).toEqual([]);
      await expect(people.getPerson(db, GORGAN, person.id)).rejects.toMatchObject({ kind: "missing" });
      expect(await listCircleMembers(db, GORGAN, circle.id)).toEqual([]);
      expect((await listContacts(db, GORGAN, person.id)).rows).toEqual([]);
      expect((await listTimeline(db, GORGAN, person.id)).rows).toEqual([]);
      expect(await findContact(db, GORGAN, contact.id)).toBeNull();
      expect(await listTiesOfPerson(db, GORGAN, person.id)).toEqual([]);
      expect(await listPastMemberships(db, GORGAN, circle.id)).toEqual([]);
      expect(await listOpenActionsOfCircle(db, GORGAN, circle.id)).toEqual([]);
      expect(await networkFigures(db, GORGAN, USUAL_CADENCE, today)).toMatchObject({ people: 0, active: 0 });
      for (const table of [
        "person",
        "membership",
        "contact",
        "person_state_change",
        "person_way",
        "person_list",
        "tie",
      ]) {
        const rows = await db.$queryRawUnsafe(`select 1 from ${table} where division_id = ${GORGAN}`);
        expect(rows, table).toEqual([]);
      }
    });
    await expect(recordContact(reader, person.id, aContact(), now)).rejects.toMatchObject({
      kind: "missing",
    });
    await expect(undoContact(reader, contact.id, now)).rejects.toMatchObject({ kind: "missing" });
  },
);
