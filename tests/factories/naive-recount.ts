import { addDays, daysBetween, isoDate, todayIn, type IsoDate } from "~/lib/jalali";
import { lastDayOf, periodOf, type Period } from "~/lib/period";
import type { Records } from "./records";

type Row = Record<string, unknown>;
type Counted = { n: number; d: number | null; values?: number[] };

/**
 * Counts every indicator again, row by row and without SQL's help: reads whole tables and looks at each record with the
 * application's own calendar. Shares nothing with the definitions but the meaning of the words.
 */
export async function naiveRecount(
  records: Records,
  divisionId: number,
  period: Period,
  now: Date,
): Promise<Map<string, Counted>> {
  const all = async (table: string) =>
    (
      await records.query(`select row_to_json(t) as row from ${table} t where division_id = $1`, [divisionId])
    ).rows.map((row: { row: Row }) => row.row);
  const day = (value: unknown): IsoDate | null => {
    if (typeof value !== "string") return null;
    return value.length === 10 ? isoDate(value) : todayIn(new Date(value));
  };
  const inside = (value: unknown) => {
    const on = day(value);
    return on !== null && periodOf(on, "quarter") === period;
  };
  const today = todayIn(now);
  const end = today < lastDayOf(period) ? today : lastDayOf(period);
  const until = (value: unknown) => (day(value) ?? "9999-12-31") <= end;

  const people = (await all("person")).filter(
    (p) => p.state === "active" && until(p.joined_on ?? p.created_at),
  );
  const allPeople = await all("person");
  const cameOver = new Set(
    (await all("person_state_change"))
      .filter((step) => step.state === "active" && step.reason === "relocated")
      .map((step) => `${step.person_id} ${step.happened_on}`),
  );
  const wrong = new Set(allPeople.filter((p) => p.state === "cancelled").map((p) => p.id));
  const contacts = (await all("contact")).filter((c) => !wrong.has(c.person_id));
  const awaited = people.filter((p) => p.no_contact !== true);
  const inQuarter = contacts.filter((c) => inside(c.happened_on));
  const cadence: Record<string, number> = {};
  for (const { row } of (
    await records.query("select row_to_json(t) as row from tier_cadence t where division_id = 0")
  ).rows as { row: Row }[])
    cadence[String(row.tier)] = Number(row.days);
  const isWithin = (person: Row) => {
    const reached = contacts
      .filter((c) => c.person_id === person.id && c.outcome === "reached" && until(c.happened_on))
      .map((c) => day(c.happened_on) ?? addDays(end, -9999))
      .sort();
    const last = reached.at(-1);
    return last !== undefined && daysBetween(last, end) <= (cadence[String(person.tier)] ?? -1);
  };
  const held = (await all("meeting")).filter((m) => m.state === "held" && inside(m.held_on));
  const thematic = held.filter((m) => m.kind === "thematic");
  const attendance = await all("meeting_attendance");
  const demands = await all("demand");
  const due = demands.filter((d) => inside(d.limit_on) && until(d.limit_on) && d.state !== "withdrawn");
  const said = demands.filter((d) => inside(d.verdict_at));
  const finished = (await all("obligation_turn")).map((turn): Row => ({ ...turn, state: "verified" }));
  const owed = (await all("obligation"))
    .filter((o) => o.state !== "withdrawn" && o.state !== "not-applicable")
    .concat(finished);
  const dueNow = owed.filter((o) => inside(o.due_on) && until(o.due_on));
  const dueFirst = owed.filter((o) => inside(o.first_due_on) && until(o.first_due_on));

  const count = (rows: Row[]): Counted => ({ n: rows.length, d: null });
  const rate = (rows: Row[], counts: (row: Row) => boolean): Counted => ({
    n: rows.filter(counts).length,
    d: rows.length,
  });
  const median = (rows: Row[], from: (row: Row) => unknown, to: (row: Row) => unknown): Counted => {
    const values = rows.map((row) => daysBetween(day(from(row)) ?? end, day(to(row)) ?? end));
    return { n: rows.length, d: null, values: values.map((v) => Math.max(v, 0)).sort((a, b) => a - b) };
  };
  return new Map<string, Counted>([
    ["a1.active-members", count(people)],
    [
      "a1.circles",
      count(
        (await all("circle")).filter(
          (c) => until(c.formed_on) && !(c.closed_on !== null && until(c.closed_on)),
        ),
      ),
    ],
    [
      "a1.new-members",
      count(
        allPeople.filter(
          (p) => p.state !== "cancelled" && inside(p.joined_on) && !cameOver.has(`${p.id} ${p.joined_on}`),
        ),
      ),
    ],
    ["a2.contacts", count(inQuarter)],
    ["a2.reach-rate", rate(inQuarter, (c) => c.outcome === "reached")],
    ["a2.within-cadence", rate(awaited, isWithin)],
    ["a6.thematic-held", count(thematic)],
    [
      "a6.attendance",
      {
        n: attendance
          .filter((a) => thematic.some((m) => m.id === a.meeting_id))
          .reduce((sum, a) => sum + Number(a.count), 0),
        d: null,
      },
    ],
    ["a7.visits-held", count(held.filter((m) => m.kind === "among-people"))],
    ["a8.joint-held", count(held.filter((m) => m.kind === "joint"))],
    ["a9.received", count(demands.filter((d) => inside(d.received_on)))],
    [
      "a9.answered-in-time",
      rate(due, (d) => (day(d.answered_at) ?? "9999-12-31") <= (day(d.limit_on) ?? "0000-00-00")),
    ],
    ["a9.confirmed", rate(said, (d) => d.verdict === "solved")],
    [
      "a9.days-to-answer",
      median(
        demands.filter((d) => inside(d.answered_at) && d.state !== "withdrawn"),
        (d) => d.received_on,
        (d) => d.answered_at,
      ),
    ],
    ["a16.obstacles-raised", count((await all("obstacle")).filter((o) => inside(o.raised_on)))],
    ["a16.obligations-verified", rate(dueNow, (o) => until(o.verified_at))],
    [
      "a16.on-time-first-limit",
      rate(
        dueFirst,
        (o) =>
          (o.state === "reported-done" || o.state === "verified") &&
          (day(o.reported_at) ?? "9999-12-31") <= (day(o.first_due_on) ?? "0000-00-00"),
      ),
    ],
  ]);
}
