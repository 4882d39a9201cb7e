import type { IsoDate } from "~/lib/jalali";
import { AQQALA, GORGAN } from "../actors";
import { type Case, AFTER, BEFORE, FIRST, IN, LAST, at, records, OFFICE } from "./case";

const meetingsOf = (kind: string, other: string) => async () => {
  await records.meeting(kind, FIRST);
  await records.meeting(kind, LAST);
  await records.meeting(kind, BEFORE);
  await records.meeting(kind, AFTER);
  await records.meeting(kind, IN, { state: "cancelled" });
  await records.meeting(other, IN);
  await records.meeting(kind, IN, { division_id: AQQALA });
};
/** A body called to a meeting. */
const called = (meeting_id: string, more: Record<string, unknown>) =>
  records.add("meeting_invitation", {
    meeting_id,
    number: 1,
    kind: "office",
    participants: "bodies",
    office_division_id: GORGAN,
    office_id: OFFICE,
    name: "اداره آب",
    created_by_key: "test",
    ...more,
  });
const said = (meeting_id: string, kind: string, more = {}) =>
  records.add("meeting_outcome", {
    meeting_id,
    position: 1,
    kind,
    text: "آب روستا",
    created_by_key: "test",
    ...more,
  });
const minutesOf = (meeting_id: string, issued_at: string) =>
  records.add("minutes", {
    meeting_id,
    title: "صورت‌جلسه",
    agenda: [],
    source_hash: meeting_id,
    issued_at,
    issued_by_name: "test",
    created_by_key: "test",
  });
const resolved = async (meeting_id: string, count: number) => {
  const minutes_id = await minutesOf(meeting_id, at(IN));
  for (let number = 1; number <= count; number++)
    await records.add("resolution", {
      minutes_id,
      number,
      text: "مقرر شد",
      refers_to: [],
      deadline_kind: "none",
    });
};
/** A visit to a village of the county, made unless said otherwise. */
const visit = (planned_on: IsoDate, more: Record<string, unknown> = {}) =>
  records.add("visit", {
    target_kind: "locality",
    target_division_id: GORGAN,
    locality: "ziarat",
    target_fa: "زیارت",
    target_en: "Ziarat",
    office_id: OFFICE,
    visitor_fa: "اداره آب",
    visitor_en: "Water office",
    purpose: "آب",
    planned_on,
    state: "made",
    created_by_key: "test",
    ...more,
  });

/** Hand-computed examples of the indicators of meetings and visits. */
export const MEETINGS: readonly Case[] = [
  {
    code: "a6.thematic-held",
    example: meetingsOf("thematic", "joint"),
    expected: { n: 2, d: null },
    add: () => records.meeting("thematic", IN),
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a6.attendance",
    example: async () => {
      const held = await records.meeting("thematic", IN);
      await records.attendance(held, "network", 30);
      await records.attendance(held, "people", 12);
      await records.attendance(await records.meeting("thematic", LAST), "bodies", 8);
      await records.attendance(await records.meeting("thematic", BEFORE), "people", 100);
      await records.attendance(await records.meeting("joint", IN), "people", 100);
      await records.meeting("thematic", IN);
    },
    expected: { n: 50, d: null },
    add: async () => {
      const id = await records.meeting("thematic", IN);
      await records.attendance(id, "people", 9);
      return id;
    },
    by: { n: 9, d: null },
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a7.visits-held",
    example: meetingsOf("among-people", "thematic"),
    expected: { n: 2, d: null },
    add: () => records.meeting("among-people", IN),
    table: "meeting",
    moveOut: { held_on: AFTER },
  },
  {
    code: "a8.joint-held",
    example: meetingsOf("joint", "thematic"),
    expected: { n: 2, d: null },
    add: () => records.meeting("joint", IN),
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a6.held-of-planned",
    example: async () => {
      await records.meeting("thematic", FIRST);
      await records.meeting("thematic", LAST);
      await records.meeting("thematic", IN, { state: "cancelled" });
      await records.meeting("thematic", IN, { state: "announced" });
      await records.meeting("thematic", IN, { state: "draft" });
      await records.meeting("thematic", AFTER, { state: "announced" });
      await records.meeting("joint", IN);
      await records.meeting("thematic", IN, { division_id: AQQALA });
    },
    expected: { n: 2, d: 4 },
    add: () => records.meeting("thematic", IN),
    by: { n: 1, d: 1 },
    table: "meeting",
    moveOut: { held_on: BEFORE },
  },
  {
    code: "a6.heads-in-person",
    // Of four bodies called two heads came; a deputy and an absent one did not, a withdrawn call and a guest are none.
    example: async () => {
      const held = () => records.meeting("thematic", IN);
      await called(await held(), { attended: "present" });
      await called(await records.meeting("joint", LAST), { attended: "present" });
      await called(await held(), { attended: "deputy" });
      await called(await held(), { attended: "absent" });
      await called(await held(), { attended: "present", withdrawn_at: at(BEFORE) });
      await called(await held(), { attended: "guest", office_id: null, kind: "guest", name: "مهمان" });
      await called(await records.meeting("thematic", BEFORE), { attended: "present" });
      await called(await records.meeting("thematic", IN, { state: "cancelled" }), {});
      await called(await records.meeting("among-people", IN), { attended: "present" });
    },
    expected: { n: 2, d: 4 },
    add: async () => called(await records.meeting("thematic", IN), { attended: "present" }),
    by: { n: 1, d: 1 },
    table: "meeting_invitation",
    moveOut: { withdrawn_at: at(BEFORE) },
  },
  ...(["people", "bodies"] as const).map((side): Case => ({
    code: `a6.asks-of-${side}`,
    // Two in one meeting and one in another; not what was struck out, what the other side asked, other meetings'.
    example: async () => {
      const other = side === "people" ? "bodies-ask" : "people-ask";
      const held = await records.meeting("thematic", IN);
      await said(held, `${side}-ask`);
      await said(held, `${side}-ask`);
      await said(held, `${side}-ask`, { removed_at: at(IN) });
      await said(held, other);
      await said(await records.meeting("thematic", LAST), `${side}-ask`);
      await said(await records.meeting("thematic", BEFORE), `${side}-ask`);
      await said(await records.meeting("joint", IN), `${side}-ask`);
      await said(await records.meeting("thematic", IN, { state: "cancelled" }), `${side}-ask`);
    },
    expected: { n: 3, d: null },
    add: async () => {
      const id = await records.meeting("thematic", IN);
      await said(id, `${side}-ask`);
      await said(id, `${side}-ask`);
      return id;
    },
    by: { n: 2, d: null },
    table: "meeting",
    moveOut: { held_on: AFTER },
    clear: ["meeting_outcome where meeting_id = $1"],
  })),
  {
    code: "a6.minutes-issued",
    // Three meetings held, one with minutes in time: one has none, one got them a day after the quarter.
    example: async () => {
      await minutesOf(await records.meeting("thematic", IN), "2026-12-21T23:59:00+03:30");
      await minutesOf(await records.meeting("joint", LAST), at(AFTER));
      await records.meeting("joint", FIRST);
      await minutesOf(await records.meeting("among-people", IN), at(IN));
      await minutesOf(await records.meeting("thematic", BEFORE), at(IN));
      await records.meeting("thematic", IN, { state: "cancelled" });
    },
    expected: { n: 1, d: 3 },
    add: async () => {
      const id = await records.meeting("joint", IN);
      await minutesOf(id, at(IN));
      return id;
    },
    by: { n: 1, d: 1 },
    table: "meeting",
    moveOut: { held_on: BEFORE },
    clear: ["minutes where meeting_id = $1"],
  },
  {
    code: "a7.visits-made",
    // Of five whose day came two were made; one was called off, one missed, one is planned and not settled.
    example: async () => {
      await visit(FIRST);
      await visit(LAST, { state: "reported" });
      await visit(IN, { state: "cancelled", reason: "سیل" });
      await visit(IN, { state: "no-show", reason: "نیامد", excused: false });
      await visit(IN, { state: "planned" });
      await visit(AFTER);
      await visit(BEFORE);
      await visit(IN, { division_id: AQQALA, target_division_id: AQQALA });
    },
    expected: { n: 2, d: 5 },
    add: () => visit(IN),
    by: { n: 1, d: 1 },
    table: "visit",
    moveOut: { planned_on: BEFORE },
  },
  {
    code: "a7.localities-reached",
    example: async () => {
      await visit(FIRST, { locality: "ziarat" });
      await visit(LAST, { locality: "ziarat" });
      await visit(IN, { locality: "tool" });
      await visit(IN, { locality: "alang", state: "announced" });
      await visit(BEFORE, { locality: "noujan" });
      await visit(IN, { locality: "anbar", division_id: AQQALA, target_division_id: AQQALA });
    },
    expected: { n: 2, d: null },
    add: () => visit(IN, { locality: "qorbanabad" }),
    table: "visit",
    moveOut: { planned_on: AFTER },
  },
  {
    code: "a7.no-shows",
    example: async () => {
      const missed = (day: IsoDate, excused: boolean, more = {}) =>
        visit(day, { state: "no-show", reason: "نیامد", excused, ...more });
      await missed(FIRST, false);
      await missed(IN, true);
      await missed(AFTER, false);
      await missed(IN, false, { division_id: AQQALA, target_division_id: AQQALA });
      await visit(IN);
    },
    expected: { n: 1, d: null },
    add: () => visit(IN, { state: "no-show", reason: "نیامد", excused: false }),
    table: "visit",
    moveOut: { planned_on: BEFORE },
  },
  {
    code: "a8.three-sides",
    // Two of four: by a council, by a municipality; one lacks both, one counts none of the bodies that were called.
    example: async () => {
      const counted = async (...sides: readonly (readonly [string, number])[]) => {
        const id = await records.meeting("joint", IN);
        for (const [side, count] of sides) await records.attendance(id, side, count);
      };
      await counted(["network", 5], ["bodies", 3], ["councils", 1]);
      await counted(["network", 5], ["bodies", 3], ["municipalities", 1]);
      await counted(["network", 5], ["bodies", 3], ["people", 40]);
      await counted(["network", 5], ["bodies", 0], ["councils", 1]);
      await records.meeting("joint", BEFORE);
      await records.meeting("joint", IN, { state: "cancelled" });
      await records.meeting("thematic", IN);
    },
    expected: { n: 2, d: 4 },
    add: async () => {
      const id = await records.meeting("joint", IN);
      for (const side of ["network", "bodies", "councils"]) await records.attendance(id, side, 2);
      return id;
    },
    by: { n: 1, d: 1 },
    table: "meeting",
    moveOut: { held_on: AFTER },
  },
  {
    code: "a8.resolutions",
    example: async () => {
      await resolved(await records.meeting("joint", FIRST), 4);
      await resolved(await records.meeting("joint", LAST), 1);
      await resolved(await records.meeting("joint", BEFORE), 9);
      await resolved(await records.meeting("thematic", IN), 9);
      await minutesOf(await records.meeting("joint", IN), at(IN));
      await records.meeting("joint", IN);
    },
    expected: { n: 5, d: null },
    add: async () => {
      const id = await records.meeting("joint", IN);
      await resolved(id, 3);
      return id;
    },
    by: { n: 3, d: null },
    table: "meeting",
    moveOut: { held_on: BEFORE },
    clear: [
      "resolution where minutes_id in (select id from minutes where meeting_id = $1)",
      "minutes where meeting_id = $1",
    ],
  },
];
