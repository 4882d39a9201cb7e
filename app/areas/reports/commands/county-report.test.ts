import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { AQQALA, actorOf, GOLESTAN, GORGAN, NATION } from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import { aReadyReport, aSubmittedReport, AUTUMN, NOW, revisionOf } from "../../../../tests/factories/reports";
import { within } from "~/kernel/db.server";
import type { PlacedActor } from "~/kernel/actor";
import type { Refusal } from "~/kernel/refusal";
import { findReportHead, readReport } from "../queries/report-page.server";
import { commentOnReport } from "./comment-on-report.server";
import { confirmFigure, explainFigure } from "./explain-figure.server";
import { openReport } from "./open-report.server";
import { replyToComment } from "./reply-to-comment.server";
import { returnReport } from "./return-report.server";
import { saveNarrative } from "./save-narrative.server";
import { submitReport } from "./submit-report.server";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());
beforeEach(() =>
  records.query(
    "truncate person, circle, contact, membership, meeting, meeting_attendance, demand, obstacle, obligation, report, rollup_cell, rollup_mark, outbox_event, audit_entry cascade",
  ),
);

const assistant = () => actorOf(GORGAN, "assistant");
const stateOf = async (id: string) =>
  ((await records.query("select * from report where id = $1", [id])).rows as Record<string, unknown>[])[0];
const send = async (reportId: string, actor = assistant(), now = NOW) =>
  submitReport(actor, { reportId, attest: "on", revision: await revisionOf(actor, GORGAN, reportId) }, now);
const refused = (code: string) => expect.objectContaining({ name: "Refusal", code }) as Refusal;

describe("opening", () => {
  test("makes one report of a quarter, due ten working days after its end", async () => {
    const [one, other] = await Promise.all([
      openReport(assistant(), { period: AUTUMN }, NOW),
      openReport(assistant(), { period: AUTUMN }, NOW),
    ]);
    expect(one.id).toBe(other.id);
    // From Tuesday 22 December: Thursdays and Fridays as the calendar of the place has them.
    const row = await stateOf(one.id);
    expect(row).toMatchObject({ state: "open", version: 1, submission: 0 });
    expect(row?.due_on).toBeInstanceOf(Date);
  });

  test("brings the cells of the county up to date at once", async () => {
    await records.meeting("thematic", "2026-10-10");
    await openReport(assistant(), { period: AUTUMN }, NOW);
    const { rows } = await records.query(
      "select numerator from rollup_cell where division_id = $1 and indicator_code = 'a6.thematic-held'",
      [GORGAN],
    );
    expect(rows).toEqual([{ numerator: 1 }]);
  });

  test("is possible for two years after a quarter's end, and then missing without a trace", async () => {
    await openReport(assistant(), { period: "1403-Q4" }, NOW);
    for (const period of ["1403-Q3", "1300-Q1"] as const)
      await expect(openReport(assistant(), { period }, NOW)).rejects.toEqual(refused("refusal.missing"));
    const { rows } = await records.query("select period from report");
    expect(rows).toEqual([{ period: "1403-Q4" }]);
  });

  test("is refused for a quarter that has not begun, and to whoever only looks on", async () => {
    await expect(openReport(assistant(), { period: "1406-Q1" }, NOW)).rejects.toEqual(
      refused("reports.refused.future"),
    );
    for (const actor of [actorOf(GORGAN, "governor"), actorOf(NATION, "national-expert")])
      await expect(openReport(actor, { period: AUTUMN }, NOW)).rejects.toEqual(refused("refusal.forbidden"));
  });
});

describe("the narrative of a duty", () => {
  const write = (reportId: string, text: string, revision: number, actor = assistant()) =>
    saveNarrative(actor, { reportId, dutyCode: "a6", text, blankReason: "", revision }, NOW);

  test("makes an open report a draft and is read in its county alone before it is sent", async () => {
    const { id } = await openReport(assistant(), { period: AUTUMN }, NOW);
    await write(id, "هفت جلسه", 0);
    expect(await stateOf(id)).toMatchObject({ state: "draft" });
    const read = (actor = assistant()) =>
      within(actor, (db) => db.reportDraft.findMany({ where: { reportId: id } }));
    expect(await read()).toHaveLength(1);
    for (const actor of [actorOf(GOLESTAN, "representative"), actorOf(AQQALA, "assistant")])
      expect(await read(actor)).toEqual([]);
  });

  test("of two editors is kept from both: the second is shown the first's text and may choose", async () => {
    const { id } = await openReport(assistant(), { period: AUTUMN }, NOW);
    await write(id, "متن نخست", 0);
    await write(id, "متن همکار", 1, actorOf(GORGAN, "expert"));
    const conflict: unknown = await write(id, "متن من", 1).catch((error: unknown) => error);
    expect(conflict).toMatchObject({
      kind: "conflict",
      code: "refusal.changed",
      details: { theirs: { text: "متن همکار" }, revision: 2 },
    });
    expect(await write(id, "متن من و همکار", 2)).toMatchObject({ revision: 3 });
  });

  test("saved twice in the same words is no conflict", async () => {
    const { id } = await openReport(assistant(), { period: AUTUMN }, NOW);
    await Promise.all([write(id, "متن", 0), write(id, "متن", 0)]);
    expect(await write(id, "متن", 0)).toMatchObject({ revision: 1 });
  });

  test("is refused to the province, and once the report is sent", async () => {
    const id = await aSubmittedReport(assistant());
    await expect(write(id, "دیر", 1)).rejects.toEqual(refused("reports.refused.write"));
    await expect(write(id, "دیر", 1, actorOf(GOLESTAN, "representative"))).rejects.toEqual(
      refused("refusal.missing"),
    );
  });
});

describe("sending", () => {
  test("freezes the figures with the ids of the records they counted", async () => {
    const counted = [
      await records.meeting("thematic", "2026-10-10"),
      await records.meeting("thematic", "2026-11-10"),
    ];
    const id = await aSubmittedReport(assistant());
    await records.meeting("thematic", "2026-12-01");
    await records.remove("meeting", counted[0] ?? "");
    const { rows } = await records.query(
      "select numerator, record_ids, submission from report_figure where report_id = $1 and indicator_code = 'a6.thematic-held'",
      [id],
    );
    expect(rows).toEqual([{ numerator: 2, record_ids: counted, submission: 1 }]);
    expect(await stateOf(id)).toMatchObject({ state: "submitted", submission: 1, is_late: false });
    const { rows: events } = await records.query("select type from outbox_event");
    expect(events).toEqual([{ type: "ReportSubmitted" }]);
  });

  test("waits until every duty is told or has a reason for its silence; duty a4 is not asked for", async () => {
    const { id } = await openReport(assistant(), { period: AUTUMN }, NOW);
    await saveNarrative(
      assistant(),
      { reportId: id, dutyCode: "a1", text: "", blankReason: "در این فصل کاری نبود.", revision: 0 },
      NOW,
    );
    const refusal: unknown = await send(id).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "reports.refused.unwritten", details: { params: { count: 15 } } });
    expect(await stateOf(id)).toMatchObject({ state: "draft", submission: 0 });
    const { rows } = await records.query("select from report_figure");
    expect(rows).toEqual([]);
  });

  const floods = async () => {
    for (const [day, count] of [
      ["2025-10-10", 5],
      ["2026-01-10", 6],
      ["2026-04-10", 5],
      ["2026-07-10", 5],
      ["2026-10-10", 14],
    ] as const)
      for (let n = 0; n < count; n++) await records.meeting("thematic", day);
    return aReadyReport(assistant());
  };
  const HELD = "a6.thematic-held";
  const askedIn = (reader: PlacedActor) =>
    within(reader, async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN);
      const view = head && (await readReport(db, reader, head, NOW));
      return view?.duties.flatMap((duty) => duty.rows).find((row) => row.code === HELD)?.asked;
    });

  test("a figure far from its earlier quarters is asked about and holds nothing back; the reviewer sees no answer", async () => {
    const id = await floods();
    expect(await askedIn(assistant())).toMatchObject({
      isOpen: true,
      doubts: [{ kind: "jump", median: 5 }],
    });
    await send(id);
    expect(await stateOf(id)).toMatchObject({ state: "submitted" });
    expect(await askedIn(actorOf(GOLESTAN, "representative"))).toMatchObject({ isOpen: true, answer: null });
    expect((await records.query("select from report_answer where subject = $1", [HELD])).rows).toEqual([]);
  });

  test("a sentence answers it, and is kept with its hand as it was sent", async () => {
    const id = await floods();
    const text = "نشست‌های سیل در همه دهستان‌ها برگزار شد.";
    await explainFigure(assistant(), { reportId: id, subject: HELD, text, revision: 0 }, NOW);
    await send(id);
    const { rows } = await records.query(
      "select numerator, explanation from report_figure where indicator_code = $1",
      [HELD],
    );
    expect(rows).toEqual([{ numerator: 14, explanation: text }]);
    expect(await askedIn(actorOf(GOLESTAN, "representative"))).toMatchObject({
      isOpen: false,
      answer: { text, about: null, byName: assistant().name, at: NOW },
    });
  });

  test("one press calls it right, with the hand and the moment, for the figure that was seen alone", async () => {
    const id = await floods();
    const expert = actorOf(GORGAN, "expert");
    const about = (await askedIn(expert))?.about ?? "";
    await confirmFigure(expert, { reportId: id, subject: HELD, about, revision: 0 }, NOW);
    expect(await askedIn(assistant())).toMatchObject({
      isOpen: false,
      answer: { text: "", about: "14/", byName: expert.name, at: NOW },
    });
    await records.meeting("thematic", "2026-10-11");
    expect(await askedIn(assistant())).toMatchObject({ isOpen: true });
    await confirmFigure(assistant(), { reportId: id, subject: HELD, about: "15/", revision: 1 }, NOW);
    await send(id);
    expect(await askedIn(actorOf(GOLESTAN, "representative"))).toMatchObject({
      isOpen: false,
      answer: { about: "15/", byName: assistant().name },
    });
    await expect(
      confirmFigure(assistant(), { reportId: id, subject: HELD, about: "15/", revision: 2 }, NOW),
    ).rejects.toEqual(refused("reports.refused.write"));
  });

  test("what is no figure and no duty is not answered, nor by a neighbour or the level above", async () => {
    const id = await floods();
    const input = { reportId: id, subject: HELD, about: "14/", revision: 0 };
    for (const subject of ["a4", "a6", "x1"]) {
      const said = confirmFigure(assistant(), { ...input, subject, about: "copied" }, NOW);
      if (subject === "a6") await expect(said).resolves.toEqual({ subject });
      else await expect(said).rejects.toEqual(refused("refusal.missing"));
    }
    await expect(confirmFigure(actorOf(AQQALA, "assistant"), input, NOW)).rejects.toEqual(
      refused("refusal.missing"),
    );
    await expect(confirmFigure(actorOf(GORGAN, "governor"), input, NOW)).rejects.toEqual(
      refused("refusal.forbidden"),
    );
    const { rows } = await records.query("select subject from report_explanation");
    expect(rows).toEqual([{ subject: "a6" }]);
  });

  test("a narrative of the quarter before, an idle duty with work and a told one without are asked about", async () => {
    const summer = await aReadyReport(assistant(), NOW, "1405-Q2");
    const long = "نشست‌ها در هشت محله شهر با حضور مردم و دستگاه‌ها برگزار شد.";
    await saveNarrative(
      assistant(),
      { reportId: summer, dutyCode: "a1", text: long, blankReason: "", revision: 1 },
      NOW,
    );
    await send(summer);
    await records.meeting("thematic", "2026-10-10");
    const id = await aReadyReport(assistant());
    for (const [dutyCode, text, blankReason] of [
      ["a1", `${long} `, ""],
      ["a6", "", "کاری نبود."],
    ] as const)
      await saveNarrative(assistant(), { reportId: id, dutyCode, text, blankReason, revision: 1 }, NOW);
    const duties = await within(assistant(), async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN);
      return (head && (await readReport(db, assistant(), head, NOW)).duties) ?? [];
    });
    const doubtsOf = (code: string) => duties.find((duty) => duty.code === code)?.asked.doubts;
    expect(doubtsOf("a1")).toContainEqual({ kind: "copied" });
    expect(doubtsOf("a6")).toEqual([{ kind: "evidence", count: 1 }]);
    expect(doubtsOf("a2")).toEqual([{ kind: "no-evidence" }]);
  });

  test("is refused while the quarter runs", async () => {
    const id = await aReadyReport(assistant(), NOW, "1405-Q4");
    await expect(send(id)).rejects.toEqual(refused("reports.refused.running"));
  });

  test("is refused to the expert who prepared it, to the governor and to a neighbour", async () => {
    const id = await aReadyReport(assistant());
    for (const role of ["expert", "governor"] as const)
      await expect(send(id, actorOf(GORGAN, role))).rejects.toEqual(refused("refusal.forbidden"));
    await expect(
      submitReport(actorOf(AQQALA, "assistant"), { reportId: id, attest: "on", revision: 1 }, NOW),
    ).rejects.toEqual(refused("refusal.missing"));
    expect(await stateOf(id)).toMatchObject({ state: "draft" });
  });

  test("after the limit is late, and stays late when it is sent again", async () => {
    const late = new Date("2027-02-01T06:00:00Z");
    const id = await aSubmittedReport(assistant(), late);
    expect(await stateOf(id)).toMatchObject({ is_late: true });
  });

  test("twice at once sends once", async () => {
    const id = await aReadyReport(assistant());
    const results = await Promise.allSettled([send(id), send(id)]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    const { rows } = await records.query("select distinct submission from report_figure");
    expect(rows).toEqual([{ submission: 1 }]);
  });
});

describe("a returned report", () => {
  test("is corrected, answered and sent again; what was sent first stays beside it: 9 becomes 7", async () => {
    const representative = actorOf(GOLESTAN, "representative");
    const meetings: string[] = [];
    for (let n = 1; n <= 9; n++)
      meetings.push(await records.meeting("thematic", `2026-10-0${n}` as "2026-10-01"));
    const id = await aSubmittedReport(assistant());
    const comment = await commentOnReport(
      representative,
      { divisionId: GORGAN, reportId: id, indicatorCode: "a6.thematic-held", text: "تنها ۷ جلسه ثبت دارید." },
      NOW,
    );
    await returnReport(
      representative,
      {
        divisionId: GORGAN,
        reportId: id,
        reason: "شمار جلسه‌ها",
        revision: await revisionOf(representative, GORGAN, id),
      },
      NOW,
    );
    expect(await stateOf(id)).toMatchObject({ state: "returned", return_reason: "شمار جلسه‌ها" });
    for (const meeting of meetings.slice(7)) await records.change("meeting", meeting, { state: "cancelled" });
    await replyToComment(
      assistant(),
      { reportId: id, commentId: comment.id, text: "هر دو اداری بود.", revision: 0 },
      NOW,
    );
    await send(id);
    const { rows } = await records.query(
      "select submission, numerator from report_figure where indicator_code = 'a6.thematic-held' order by submission",
    );
    expect(rows).toEqual([
      { submission: 1, numerator: 9 },
      { submission: 2, numerator: 7 },
    ]);
    const seen = await within(representative, (db) =>
      db.reportComment.findMany({ where: { divisionId: GORGAN, reportId: id } }),
    );
    expect(seen).toMatchObject([{ text: "تنها ۷ جلسه ثبت دارید.", replyText: "هر دو اداری بود." }]);
  });
});
