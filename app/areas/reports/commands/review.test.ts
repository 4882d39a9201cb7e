import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  AQQALA,
  actorOf,
  GOLESTAN,
  GORGAN,
  MAZANDARAN,
  NATION,
  SARI,
} from "../../../../tests/factories/actors";
import { Records } from "../../../../tests/factories/records";
import {
  aReadyReport,
  aSubmittedReport,
  appoint,
  AUTUMN,
  NOW,
  revisionOf,
  seeSample,
} from "../../../../tests/factories/reports";
import type { PlacedActor } from "~/kernel/actor";
import type { Refusal } from "~/kernel/refusal";
import { within } from "~/kernel/db.server";
import { readBoard } from "../queries/board-page.server";
import { findReportHead, readReport, readSentReport } from "../queries/report-page.server";
import { uuidv7 } from "~/lib/identifiers";
import { acceptReport } from "./accept-report.server";
import { approveReport } from "./approve-report.server";
import { commentOnReport } from "./comment-on-report.server";
import { dropFigureException, exceptFigure } from "./except-figure.server";
import { excusePlace } from "./excuse-place.server";
import { nameMissingChild } from "./name-missing-child.server";
import { returnReport } from "./return-report.server";
import { submitReport } from "./submit-report.server";
import { takeUpReport } from "./take-up-report.server";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());
beforeEach(async () => {
  await records.query(
    "truncate meeting, meeting_attendance, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post cascade",
  );
  await appoint(records, GORGAN, "assistant");
  await appoint(records, AQQALA, "assistant");
});

const representative = () => actorOf(GOLESTAN, "representative");
const officer = () => actorOf(NATION, "national-officer");
const refused = (code: string) => expect.objectContaining({ name: "Refusal", code }) as Refusal;
const report = async (id: string) =>
  ((await records.query("select * from report where id = $1", [id])).rows as Record<string, unknown>[])[0];
const decide = async (actor: PlacedActor, divisionId: number, reportId: string) => ({
  divisionId,
  reportId,
  revision: await revisionOf(actor, divisionId, reportId),
});
const approve = async (reportId: string, divisionId = GORGAN, actor = representative()) => {
  await seeSample(actor, divisionId, reportId);
  return approveReport(actor, await decide(actor, divisionId, reportId), NOW);
};
const sendBack = async (reportId: string, divisionId = GORGAN, actor = representative()) =>
  returnReport(actor, { ...(await decide(actor, divisionId, reportId)), reason: "دلیل" }, NOW);
const accept = async (reportId: string, divisionId = GOLESTAN, actor = officer()) =>
  acceptReport(actor, await decide(actor, divisionId, reportId), NOW);
const sendUp = async (reportId: string, actor = representative()) =>
  submitReport(actor, { reportId, attest: "on", revision: await revisionOf(actor, GOLESTAN, reportId) }, NOW);

describe("a county's report under review", () => {
  let id: string;
  beforeEach(async () => {
    id = await aSubmittedReport(actorOf(GORGAN, "assistant"));
  });

  test("is taken up, approved and then stands", async () => {
    await takeUpReport(representative(), await decide(representative(), GORGAN, id));
    expect(await report(id)).toMatchObject({ state: "under-review" });
    await approve(id);
    expect(await report(id)).toMatchObject({ state: "approved" });
    const { rows } = await records.query("select type, division_id from outbox_event order by created_at");
    expect(rows).toMatchObject([
      { type: "ReportSubmitted" },
      { type: "ReportApproved", division_id: GOLESTAN },
    ]);
  });

  test("is decided by its own province's representative and nobody else", async () => {
    for (const actor of [
      actorOf(GOLESTAN, "provincial-expert"),
      actorOf(MAZANDARAN, "representative"),
      actorOf(GORGAN, "assistant"),
      actorOf(GORGAN, "governor"),
      officer(),
      actorOf(NATION, "national-expert"),
    ]) {
      const input = { divisionId: GORGAN, reportId: id, revision: 3 };
      await expect(approveReport(actor, input, NOW), actor.role).rejects.toEqual(
        refused("refusal.forbidden"),
      );
      await expect(returnReport(actor, { ...input, reason: "دلیل" }, NOW), actor.role).rejects.toEqual(
        refused("refusal.forbidden"),
      );
    }
    expect(await report(id)).toMatchObject({ state: "submitted" });
  });

  test("is not approved by whoever attested it, in whatever post he acts now", async () => {
    const accountId = uuidv7();
    const other = await aSubmittedReport(actorOf(AQQALA, "assistant", accountId));
    const same = actorOf(GOLESTAN, "representative", accountId);
    await expect(approve(other, AQQALA, same)).rejects.toEqual(refused("reports.refused.own"));
    await expect(sendBack(other, AQQALA, same)).rejects.toEqual(refused("reports.refused.own"));
    expect(await report(other)).toMatchObject({ state: "submitted" });
  });

  test("is approved by one of two representatives; the other is told", async () => {
    const input = await decide(representative(), GORGAN, id);
    const results = await Promise.allSettled([
      approveReport(representative(), input, NOW),
      approveReport(representative(), input, NOW),
      returnReport(representative(), { ...input, reason: "دلیل" }, NOW),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toMatchObject({ kind: "conflict" });
  });

  test("shown before it was sent again is not approved by that page", async () => {
    const before = await decide(representative(), GORGAN, id);
    await sendBack(id);
    const assistant = actorOf(GORGAN, "assistant");
    await submitReport(
      assistant,
      { reportId: id, attest: "on", revision: await revisionOf(assistant, GORGAN, id) },
      NOW,
    );
    await expect(approveReport(representative(), before, NOW)).rejects.toEqual(
      refused("reports.refused.moved-meanwhile"),
    );
  });

  test("is commented on, and its county is to be told", async () => {
    await commentOnReport(representative(), { divisionId: GORGAN, reportId: id, text: "چرا؟" }, NOW);
    const { rows: told } = await records.query(
      "select payload from outbox_event where type = 'ReportCommented'",
    );
    expect(told).toContainEqual({ payload: { divisionId: GORGAN, reportId: id } });
  });

  test("is not commented on before it is sent, nor by its own county", async () => {
    const draft = await aReadyReport(actorOf(AQQALA, "assistant"));
    await expect(
      commentOnReport(representative(), { divisionId: AQQALA, reportId: draft, text: "زود" }, NOW),
    ).rejects.toEqual(refused("reports.refused.comment"));
    await expect(
      commentOnReport(actorOf(GORGAN, "assistant"), { divisionId: GORGAN, reportId: id, text: "خودم" }, NOW),
    ).rejects.toEqual(refused("refusal.forbidden"));
  });
});

describe("a province's own report", () => {
  let gorgan: string;
  beforeEach(async () => {
    gorgan = await aSubmittedReport(actorOf(GORGAN, "assistant"));
  });

  test("waits while a county is neither approved nor named as missing", async () => {
    const own = await aReadyReport(representative());
    await expect(sendUp(own)).rejects.toMatchObject({
      code: "reports.refused.children-open",
      details: { params: { count: 2 } },
    });
    await approve(gorgan);
    await expect(sendUp(own)).rejects.toMatchObject({ details: { params: { count: 1 } } });
    await nameMissingChild(
      representative(),
      { reportId: own, childDivisionId: AQQALA, reason: "گزارش نرسیده است.", revision: 0 },
      NOW,
    );
    await sendUp(own);
    expect(await report(own)).toMatchObject({ state: "submitted" });
  });

  test("does not wait for a vacant post or an excused county", async () => {
    await approve(gorgan);
    await excusePlace(
      representative(),
      { divisionId: AQQALA, period: AUTUMN, reason: "سیل", revision: 0 },
      NOW,
    );
    const own = await aReadyReport(representative());
    await sendUp(own);
    expect(await report(own)).toMatchObject({ state: "submitted" });
  });

  test("adds up its approved counties", async () => {
    await records.meeting("thematic", "2026-10-10", { division_id: AQQALA });
    await records.meeting("thematic", "2026-10-11", { division_id: AQQALA });
    const aqqala = await aSubmittedReport(actorOf(AQQALA, "assistant"));
    await approve(gorgan);
    await approve(aqqala, AQQALA);
    const own = await aReadyReport(representative());
    await sendUp(own);
    const { rows } = await records.query(
      "select numerator from report_figure where report_id = $1 and indicator_code = 'a6.thematic-held'",
      [own],
    );
    expect(rows).toEqual([{ numerator: 2 }]);
  });

  test("names only counties of its own", async () => {
    const own = await aReadyReport(representative());
    await expect(
      nameMissingChild(
        representative(),
        { reportId: own, childDivisionId: SARI, reason: "دلیل", revision: 0 },
        NOW,
      ),
    ).rejects.toEqual(refused("refusal.missing"));
    await expect(
      excusePlace(representative(), { divisionId: SARI, period: AUTUMN, reason: "دلیل", revision: 0 }, NOW),
    ).rejects.toEqual(refused("refusal.forbidden"));
  });

  describe("that was sent", () => {
    let own: string;
    beforeEach(async () => {
      await approve(gorgan);
      own = await aReadyReport(representative());
      await nameMissingChild(
        representative(),
        { reportId: own, childDivisionId: AQQALA, reason: "گزارش نرسیده است.", revision: 0 },
        NOW,
      );
      await sendUp(own);
    });

    test("is accepted by the national officer with its approved counties, and nothing is taken back any more", async () => {
      expect(await accept(own)).toMatchObject({ counties: 1 });
      expect(await report(own)).toMatchObject({ state: "accepted" });
      expect(await report(gorgan)).toMatchObject({ state: "accepted" });
      await expect(sendBack(gorgan)).rejects.toEqual(refused("reports.refused.return"));
      await expect(sendBack(own, GOLESTAN, officer())).rejects.toEqual(refused("reports.refused.return"));
    });

    test("is returned by the national officer; its counties stay approved", async () => {
      await sendBack(own, GOLESTAN, officer());
      expect(await report(own)).toMatchObject({ state: "returned" });
      expect(await report(gorgan)).toMatchObject({ state: "approved" });
    });

    test("returns to its place when an approved county is taken back", async () => {
      await sendBack(gorgan);
      expect(await report(gorgan)).toMatchObject({ state: "returned", approved_by_key: null });
      expect(await report(own)).toMatchObject({ state: "returned" });
      await expect(sendUp(own)).rejects.toMatchObject({ code: "reports.refused.children-open" });
      await expect(accept(own)).rejects.toEqual(refused("reports.refused.accept"));
    });

    test("is neither accepted by an expert nor by whoever attested it, nor approved by the province itself", async () => {
      const input = { divisionId: GOLESTAN, reportId: own, revision: 9 };
      for (const actor of [
        actorOf(NATION, "national-expert"),
        representative(),
        actorOf(MAZANDARAN, "representative"),
      ])
        await expect(acceptReport(actor, input, NOW)).rejects.toEqual(refused("refusal.forbidden"));
      await expect(approveReport(representative(), input, NOW)).rejects.toEqual(refused("refusal.forbidden"));
      const { attested_by_key } = (await report(own)) ?? {};
      const same = actorOf(NATION, "national-officer", String(attested_by_key));
      await expect(accept(own, GOLESTAN, same)).rejects.toEqual(refused("reports.refused.own"));
    });
  });
});

describe("a figure that is approved with an exception", () => {
  const HELD = "a6.thematic-held";
  const REASON = "دو نشست بی صورت‌جلسه است و تا فصل بعد روشن می‌شود.";
  let id: string;
  beforeEach(async () => {
    await records.meeting("thematic", "2026-10-10");
    id = await aSubmittedReport(actorOf(GORGAN, "assistant"));
  });
  const except = (more: Partial<Parameters<typeof exceptFigure>[1]> = {}, actor = representative()) =>
    exceptFigure(
      actor,
      { divisionId: GORGAN, reportId: id, indicatorCode: HELD, reason: REASON, revision: 0, ...more },
      NOW,
    );
  const exceptionIn = (reader: PlacedActor) =>
    within(reader, async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN);
      const view = head && (await readReport(db, reader, head, NOW));
      return view?.duties.flatMap((duty) => duty.rows).find((row) => row.code === HELD)?.exception;
    });
  const board = (code: string) =>
    within(representative(), (db) =>
      readBoard(
        db,
        {
          lo: GOLESTAN,
          hi: GOLESTAN + 999,
          by: "county",
          borders: "then",
          reach: { lo: GOLESTAN, hi: GOLESTAN + 999 },
        },
        code,
        AUTUMN,
      ),
    );

  test("carries its reason beside the figure, in what was approved, on the board and in its document", async () => {
    await except();
    expect((await board(HELD)).excepted).toBe(0);
    await approve(id);
    const said = { reason: REASON, byName: representative().name, at: NOW, revision: 1 };
    expect(await exceptionIn(representative())).toEqual(said);
    expect(await exceptionIn(actorOf(GORGAN, "assistant"))).toEqual(said);
    const { excepted, lines, counts } = await board(HELD);
    expect([excepted, counts.approved]).toEqual([1, 1]);
    expect(lines.find((line) => line.divisionId === GORGAN)).toMatchObject({
      standing: "approved",
      excepted: 1,
      figure: { numerator: 1 },
    });
    expect((await board("a9.received")).excepted).toBe(0);
    const document = await within(representative(), async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN);
      return head && readSentReport(db, head);
    });
    expect(document?.figures.filter(({ exception }) => exception)).toMatchObject([
      { indicator: { code: HELD }, exception: REASON },
    ]);
  });

  test("has to be in the report as it was sent", async () => {
    await expect(except({ indicatorCode: "a6.no-such" })).rejects.toEqual(refused("refusal.missing"));
    await records.query("delete from report_figure where indicator_code = $1", [HELD]);
    await expect(except()).rejects.toEqual(refused("refusal.missing"));
    expect((await records.query("select from report_figure_exception")).rows).toEqual([]);
  });

  test("is named by who may approve alone, before it is approved, and not by who attested it", async () => {
    const hand = String((await report(id))?.attested_by_key);
    const same = actorOf(GOLESTAN, "representative", hand.slice(hand.indexOf(":") + 1));
    await expect(except({}, { ...same, key: hand })).rejects.toEqual(refused("reports.refused.own"));
    for (const [actor, code] of [
      [actorOf(GOLESTAN, "provincial-expert"), "refusal.forbidden"],
      [actorOf(GORGAN, "assistant"), "refusal.forbidden"],
      [actorOf(MAZANDARAN, "representative"), "refusal.forbidden"],
    ] as const)
      await expect(except({}, actor)).rejects.toEqual(refused(code));
    await approve(id);
    await expect(except()).rejects.toEqual(refused("reports.refused.except"));
    expect((await records.query("select from report_figure_exception")).rows).toEqual([]);
  });

  test("is taken back by the revision that was seen, and does not follow a report that is sent again", async () => {
    const seen = { divisionId: GORGAN, reportId: id, indicatorCode: HELD };
    await except();
    await except({ reason: "دلیل دیگر", revision: 1 });
    await expect(dropFigureException(representative(), { ...seen, revision: 1 }, NOW)).rejects.toEqual(
      refused("reports.refused.moved-meanwhile"),
    );
    await dropFigureException(representative(), { ...seen, revision: 2 }, NOW);
    expect(await exceptionIn(representative())).toBeNull();
    await except();
    await sendBack(id);
    const assistant = actorOf(GORGAN, "assistant");
    const revision = await revisionOf(assistant, GORGAN, id);
    await submitReport(assistant, { reportId: id, attest: "on", revision }, NOW);
    expect(await exceptionIn(representative())).toBeNull();
  });
});
