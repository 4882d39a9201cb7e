import pg from "pg";
import { uuidv7 } from "~/lib/identifiers";
import type { IsoDate } from "~/lib/jalali";
import { GORGAN } from "./actors";

type Values = Record<string, unknown>;

/**
 * Writes records of the areas as the owner, past all commands: for tests about what is counted, not about who may
 * write. Every call gives the id; values not given are plausible.
 */
export class Records {
  private constructor(private readonly owner: pg.Client) {}

  static async open(): Promise<Records> {
    const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
    await owner.connect();
    return new Records(owner);
  }

  close = () => this.owner.end();

  query = (sql: string, values: unknown[] = []) => this.owner.query(sql, values);

  add = (table: string, values: Values) => this.insert(table, values);

  private async insert(table: string, values: Values): Promise<string> {
    const row: Values = { division_id: GORGAN, id: uuidv7(), ...values };
    const names = Object.keys(row);
    await this.owner.query(
      `insert into ${table} (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`,
      Object.values(row),
    );
    return String(row.id);
  }

  async change(table: string, id: string, values: Values): Promise<void> {
    const names = Object.keys(values);
    await this.owner.query(
      `update ${table} set ${names.map((name, i) => `${name} = $${i + 2}`).join(", ")} where id = $1`,
      [id, ...Object.values(values)],
    );
  }

  remove = (table: string, id: string) => this.owner.query(`delete from ${table} where id = $1`, [id]);

  person = (joinedOn: IsoDate, more: Values = {}) =>
    this.insert("person", {
      full_name: "مریم یوسفی",
      search_key: "مریم یوسفی",
      tier: "core",
      state: "active",
      joined_on: joinedOn,
      created_by_key: "test",
      ...more,
    });

  circle = (formedOn: IsoDate, more: Values = {}) =>
    this.insert("circle", {
      name: "حلقه آب",
      topic: "آب",
      formed_on: formedOn,
      created_by_key: "test",
      ...more,
    });

  contact = (personId: string, happenedOn: IsoDate, more: Values = {}) =>
    this.insert("contact", {
      person_id: personId,
      channel: "phone",
      outcome: "reached",
      happened_on: happenedOn,
      created_by_key: "test",
      ...more,
    });

  meeting = (kind: string, heldOn: IsoDate, more: Values = {}) =>
    this.insert("meeting", {
      kind,
      title: "آب روستایی زیارت",
      held_on: heldOn,
      state: "held",
      created_by_key: "test",
      ...more,
    });

  room = (name: string, more: Values = {}) =>
    this.insert("meeting_room", { name, created_by_key: "test", ...more });

  attendance = (meetingId: string, participants: string, count: number, divisionId = GORGAN) =>
    this.owner.query(
      "insert into meeting_attendance (division_id, meeting_id, participants, count) values ($1, $2, $3, $4)",
      [divisionId, meetingId, participants, count],
    );

  demand = (receivedOn: IsoDate, more: Values = {}) =>
    this.insert("demand", {
      tracking_code: uuidv7(),
      kind: "request",
      title: "روشنایی معبر",
      field: "شهری",
      channel: "visit",
      received_on: receivedOn,
      state: "received",
      created_by_key: "test",
      ...more,
    });

  obstacle = (raisedOn: IsoDate, more: Values = {}) =>
    this.insert("obstacle", {
      title: "صدور پروانه",
      kind: "permit",
      tried_locally: "مکاتبه",
      effect: "توقف کار",
      state: "at-province",
      raised_on: raisedOn,
      created_by_key: "test",
      ...more,
    });

  obligation = (dueOn: IsoDate, more: Values = {}) =>
    this.insert("obligation", {
      source_division_id: 28_000,
      source_kind: "minutes",
      source_title: "شورای اداری",
      office_id: uuidv7(),
      organisation_id: uuidv7(),
      text: "گزارش ماهانه",
      deadline_kind: "dated",
      first_due_on: dueOn,
      due_on: dueOn,
      state: "issued",
      issued_at: new Date("2026-09-01T08:00:00Z"),
      issued_by_key: "test",
      ...more,
    });

  /** A finished turn of a continuous obligation: reported and verified on its day unless said otherwise. */
  turn = async (dueOn: IsoDate, { obligation, ...more }: Values & { obligation?: string } = {}) =>
    this.insert("obligation_turn", {
      source_division_id: 28_000,
      obligation_id: obligation ?? (await this.continuous("2030-01-01")),
      first_due_on: dueOn,
      due_on: dueOn,
      reported_at: `${dueOn}T09:00:00+03:30`,
      reported_by_key: "test",
      verified_at: `${dueOn}T12:00:00+03:30`,
      verified_by_key: "the one who asked",
      ...more,
    });

  /** A continuous obligation with the turn that runs. */
  continuous = (dueOn: IsoDate, more: Values = {}) =>
    this.obligation(dueOn, {
      deadline_kind: "continuous",
      cadence: "monthly",
      receiver: "دبیرخانه",
      state: "in-progress",
      ...more,
    });
}
