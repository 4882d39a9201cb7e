import { findPlace } from "~/areas/divisions/queries.server";
import { listPeopleByName } from "~/areas/network/queries.server/people";
import { countUnread } from "~/areas/notifications/queries.server";
import { within, working, type Db } from "~/kernel/db.server";
import { Units } from "~/kernel/unit.server";
import { actorOf, GORGAN } from "../../factories/actors";
import { alternate } from "../alternate";
import { atOnce } from "../at-once";
import { ofCluster, ofThisProcess } from "../processor-time";
import type { Row } from "../row";

const UNITS = 200;
const LANES = 4;
/** Milliseconds that a unit may take, as for a page. */
const TIMEOUT = 20_000;
/** What a unit of the owner begins with: the same round trip, and nothing that a policy reads. */
const NO_SCOPE = { "app.kind": "" };

/** Five queries such as a page makes: a place, a list of fifty with its look-ups, two short lists, a count. */
async function fiveQueries(db: Db, accountId: string) {
  const inGorgan = { where: { divisionId: GORGAN }, take: 20 };
  await findPlace(db, GORGAN);
  await listPeopleByName(db, { divisionId: GORGAN });
  await db.circle.findMany({ ...inGorgan, orderBy: [{ name: "asc" }, { id: "asc" }] });
  await db.meeting.findMany({ ...inGorgan, orderBy: [{ heldOn: "desc" }, { id: "desc" }] });
  await countUnread(db, GORGAN, accountId);
}

export const tenancyCost: Row = {
  id: "tenancy.cost",
  what: "five queries inside within(), against the same five sent in the same way by the owner, without policies and scope; processor time of client and PostgreSQL",
  unit: "ms",
  goal: 1.2,
  async measure(country) {
    const owner = new Units(country.ownerUrl, 10);
    const actor = actorOf(GORGAN, "assistant");
    const clock = () => ofThisProcess() + ofCluster(country.serverPid);
    const side = (unit: () => Promise<unknown>) => ({
      operations: UNITS,
      run: () => atOnce(LANES, UNITS, unit),
      clock,
    });
    try {
      return await alternate(
        side(() => within(actor, (db) => fiveQueries(db, actor.key), { readOnly: true })),
        side(() =>
          owner.run({ settings: NO_SCOPE, readOnly: true }, TIMEOUT, (unit) =>
            working(unit, TIMEOUT, (db) => fiveQueries(db, actor.key)),
          ),
        ),
        { unit: "units" },
      );
    } finally {
      await owner.end();
    }
  },
};
