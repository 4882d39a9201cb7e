import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { uuidv7 } from "~/lib/identifiers";
import { searchKey } from "~/lib/persian-text";
import { alternate } from "../alternate";
import { emptyCounties, letIn, phoneBook, prepareList } from "../phone-book";
import { ofCluster, ofThisProcess } from "../processor-time";
import type { Row } from "../row";

/** People of one list. */
const PEOPLE = 10_000;
const PATIENCE = 60_000;

const people = phoneBook(PEOPLE);

/** A list brought in by the commands, from the file to its last row. */
async function bringIn(county: number): Promise<void> {
  const { carryOnImport } = await import("~/areas/network/commands/carry-on-import.server");
  const { systemActor } = await import("~/actor.server");
  const id = await prepareList(county, people);
  await letIn(county, id);
  await carryOnImport(await systemActor(county), id, undefined, Infinity);
}

/** The same people, ready as they are stored, by one COPY of the owner. */
async function copyIn(owner: pg.Client, county: number): Promise<void> {
  const lines = people.map(([name = "", mobile = "", place = ""]) =>
    [
      county,
      uuidv7(),
      name,
      searchKey(name),
      `+98${mobile.slice(1)}`,
      place,
      "wide",
      "active",
      "2026-12-24",
      "2026-12-24",
      "bench",
    ].join("\t"),
  );
  await pipeline(
    Readable.from([`${lines.join("\n")}\n`]),
    owner.query(
      from(
        "copy person (division_id, id, full_name, search_key, mobile, locality, tier, state, state_since, joined_on, created_by_key) from stdin",
      ),
    ),
  );
}

export const networkImport: Row = {
  id: "network.import",
  what: "10,000 people from a CSV file: read, looked through, compared with the county's people and brought in batch by batch with events and audit, against one COPY of the same people by the owner into the same table; processor time of client and PostgreSQL",
  unit: "ms",
  goal: 3,
  async measure(country) {
    const owner = new pg.Client({ connectionString: country.ownerUrl });
    await owner.connect();
    const next = await emptyCounties(country);
    const clock = () => ofThisProcess() + ofCluster(country.serverPid);
    try {
      return await alternate(
        { operations: PEOPLE, run: () => bringIn(next()), clock },
        { operations: PEOPLE, run: () => copyIn(owner, next()), clock },
        { unit: "people", patience: PATIENCE, warmUp: 1 },
      );
    } finally {
      await owner.end();
    }
  },
};
