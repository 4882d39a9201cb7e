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
  const circles = (await all("circle")).filter(
    (c) => until(c.formed_on) && !(c.closed_on !== null && until(c.closed_on)),
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
  const standing = demands.filter((d) => d.state !== "withdrawn");
  const suggestions = standing.filter((d) => d.kind === "suggestion");
  const answeredNow = standing.filter((d) => inside(d.answered_at));
  const withSomething = answeredNow.filter((d) => d.answer_kind === "done" || d.answer_kind === "partly");
  const obstacles = await all("obstacle");
  const seats = await all("membership");
  const sides = (meeting: Row) =>
    new Set(
      attendance
        .filter((a) => a.meeting_id === meeting.id && Number(a.count) > 0)
        .map((a) => String(a.participants)),
    );
  const lastReached = (person: Row) =>
    contacts
      .filter((c) => c.person_id === person.id && c.outcome === "reached" && until(c.happened_on))
      .map((c) => day(c.happened_on) ?? end)
      .sort()
      .at(-1);
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
  const decided = (await all("join_request")).filter(
    (r) => (r.state === "accepted" || r.state === "declined") && inside(r.decided_at),
  );
  const looked = (await all("obligation_event")).filter((e) => e.circle_id !== null && inside(e.visited_on));
  const thematicAndJoint = held.filter((m) => m.kind === "thematic" || m.kind === "joint");
  const bodiesCalled = (await all("meeting_invitation")).filter(
    (i) =>
      i.office_id !== null && i.withdrawn_at === null && thematicAndJoint.some((m) => m.id === i.meeting_id),
  );
  const outcomes = (await all("meeting_outcome")).filter(
    (o) => o.removed_at === null && thematic.some((m) => m.id === o.meeting_id),
  );
  const asked = {
    people: outcomes.filter((o) => o.kind === "people-ask").length,
    bodies: outcomes.filter((o) => o.kind === "bodies-ask").length,
  };
  const minutes = await all("minutes");
  const ofJoint = minutes.filter((s) => held.some((m) => m.kind === "joint" && m.id === s.meeting_id));
  const resolved = (await all("resolution")).filter((r) => ofJoint.some((s) => s.id === r.minutes_id));
  const visits = (await all("visit")).filter((v) => inside(v.planned_on));
  const made = visits.filter((v) => v.state === "made" || v.state === "reported");
  const median = (rows: Row[], from: (row: Row) => unknown, to: (row: Row) => unknown): Counted => {
    const values = rows.map((row) => daysBetween(day(from(row)) ?? end, day(to(row)) ?? end));
    return { n: rows.length, d: null, values: values.map((v) => Math.max(v, 0)).sort((a, b) => a - b) };
  };
  return new Map<string, Counted>([
    ["a1.active-members", count(people)],
    ["a1.circles", count(circles)],
    [
      "a1.fields-covered",
      { n: new Set(circles.flatMap((c) => (c.field === null ? [] : [c.field]))).size, d: null },
    ],
    [
      "a1.in-circles",
      rate(people, (p) =>
        seats.some((m) => m.person_id === p.id && until(m.from_on) && !(m.to_on !== null && until(m.to_on))),
      ),
    ],
    [
      "a2.silence",
      median(
        awaited,
        (p) => lastReached(p) ?? p.joined_on ?? p.created_at,
        () => end,
      ),
    ],
    [
      "a2.yield",
      rate(
        inQuarter.filter((c) => c.outcome === "reached"),
        (c) => c.action_needed === true,
      ),
    ],
    [
      "a6.held-of-planned",
      rate(
        (await all("meeting")).filter(
          (m) => m.kind === "thematic" && m.state !== "draft" && inside(m.held_on) && until(m.held_on),
        ),
        (m) => m.state === "held",
      ),
    ],
    [
      "a8.three-sides",
      rate(
        held.filter((m) => m.kind === "joint"),
        (m) =>
          ["network", "bodies"].every((side) => sides(m).has(side)) &&
          (sides(m).has("councils") || sides(m).has("municipalities")),
      ),
    ],
    [
      "a5.answered",
      rate(
        suggestions.filter((d) => inside(d.received_on)),
        (d) => until(d.answered_at),
      ),
    ],
    ["a7.demands-on-the-spot", count(demands.filter((d) => inside(d.received_on) && d.channel === "visit"))],
    ["a9.voiced", rate(withSomething, (d) => until(d.verdict_at))],
    [
      "a9.transferred",
      rate(
        standing.filter((d) => inside(d.received_on)),
        (d) => Number(d.transfers) > 0,
      ),
    ],
    [
      "a9.overdue",
      count(standing.filter((d) => (day(d.limit_on) ?? "9999-12-31") < end && !until(d.answered_at))),
    ],
    [
      "a16.obstacles-open",
      count(obstacles.filter((o) => until(o.raised_on) && o.state !== "withdrawn" && !until(o.settled_on))),
    ],
    [
      "a1.join-days",
      median(
        decided,
        (r) => r.received_at,
        (r) => r.decided_at,
      ),
    ],
    [
      "a2.actions-closed",
      rate(
        inQuarter.filter((c) => c.action_needed === true),
        (c) => until(c.action_taken_at),
      ),
    ],
    ["a3.monitored", { n: new Set(looked.map((e) => e.obligation_id)).size, d: null }],
    [
      "a5.realised",
      rate(
        answeredNow.filter((d) => d.kind === "suggestion"),
        (d) => withSomething.includes(d),
      ),
    ],
    [
      "a5.days-to-answer",
      median(
        answeredNow.filter((d) => d.kind === "suggestion"),
        (d) => d.received_on,
        (d) => d.answered_at,
      ),
    ],
    ["a6.heads-in-person", rate(bodiesCalled, (i) => i.attended === "present")],
    ["a6.asks-of-people", { n: asked.people, d: null }],
    ["a6.asks-of-bodies", { n: asked.bodies, d: null }],
    [
      "a6.minutes-issued",
      rate(thematicAndJoint, (m) => minutes.some((s) => s.meeting_id === m.id && until(s.issued_at))),
    ],
    [
      "a7.visits-made",
      rate(
        visits.filter((v) => until(v.planned_on)),
        (v) => made.includes(v),
      ),
    ],
    [
      "a7.localities-reached",
      { n: new Set(made.flatMap((v) => (v.locality === null ? [] : [v.locality]))).size, d: null },
    ],
    ["a7.no-shows", count(visits.filter((v) => v.state === "no-show" && v.excused !== true))],
    ["a8.resolutions", { n: resolved.length, d: null }],
    [
      "a16.days-to-clear",
      median(
        obstacles.filter((o) => inside(o.settled_on) && o.state === "verified"),
        (o) => o.raised_on,
        (o) => o.settled_on,
      ),
    ],
    [
      "a16.days-to-acknowledge",
      median(
        (await all("obligation")).filter((o) => inside(o.acknowledged_at) && o.state !== "withdrawn"),
        (o) => o.issued_at,
        (o) => o.acknowledged_at,
      ),
    ],
    ["a16.re-dated", rate(dueFirst, (o) => o.due_on !== o.first_due_on)],
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
        answeredNow,
        (d) => d.received_on,
        (d) => d.answered_at,
      ),
    ],
    ["a16.obstacles-raised", count(obstacles.filter((o) => inside(o.raised_on)))],
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
