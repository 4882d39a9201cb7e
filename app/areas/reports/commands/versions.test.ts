import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actorOf, GOLESTAN, GORGAN, MAZANDARAN, NATION } from "../../../../tests/factories/actors";
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
import { within } from "~/kernel/db.server";
import type { Refusal } from "~/kernel/refusal";
import { listCountyFigures } from "../queries/board.server";
import { findReportHead, readReport } from "../queries/report-page.server";
import { listStandings } from "../queries/standings.server";
import { readReceipt } from "../queries/receipt.server";
import { drawSample } from "../queries/sample.server";
import { readDifference } from "../queries/versions.server";
import { getReport } from "../report-record.server";
import { acceptReport } from "./accept-report.server";
import { approveReport } from "./approve-report.server";
import { openReport } from "./open-report.server";
import { recomputeCells } from "./recompute-cells.server";
import { reopenReport } from "./reopen-report.server";
import { returnReport } from "./return-report.server";
import { saveNarrative } from "./save-narrative.server";
import { seeSampledRecord } from "./see-sampled-record.server";
import { submitReport } from "./submit-report.server";

let records: Records;
beforeAll(async () => {
  records = await Records.open();
});
afterAll(() => records.close());

const assistant = actorOf(GORGAN, "assistant");
const representative = actorOf(GOLESTAN, "representative");
const officer = actorOf(NATION, "national-officer");
const THEMATIC = "a6.thematic-held";
const refused = (code: string) => expect.objectContaining({ name: "Refusal", code }) as Refusal;
const seen = async (divisionId: number, reportId: string) => ({
  divisionId,
  reportId,
  revision: await revisionOf(officer, divisionId, reportId),
});
const send = async (actor: PlacedActor, reportId: string) =>
  submitReport(
    actor,
    { reportId, attest: "on", revision: await revisionOf(actor, actor.place.id, reportId) },
    NOW,
  );
const reopen = async (divisionId: number, reportId: string, actor = officer) =>
  reopenReport(actor, { ...(await seen(divisionId, reportId)), reason: "یک جلسه از قلم افتاده بود." }, NOW);
const versions = async (divisionId: number) =>
  (
    await records.query("select version, state from report where division_id = $1 order by version", [
      divisionId,
    ])
  ).rows as { version: number; state: string }[];
const newestOf = async (actor: PlacedActor) => {
  const head = await within(actor, (db) => findReportHead(db, actor.place.id, AUTUMN));
  if (!head) throw new Error("no report");
  return head;
};
const figureOnBoard = async () => {
  const rows = await within(officer, (db) =>
    listCountyFigures(db, { lo: GORGAN, hi: GORGAN }, THEMATIC, AUTUMN),
  );
  return rows.find((row) => row.divisionId === GORGAN);
};

describe("a report that the nation accepted", () => {
  let county: string;
  let province: string;
  beforeEach(async () => {
    await records.query(
      "truncate meeting, meeting_attendance, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post cascade",
    );
    await appoint(records, GORGAN, "assistant");
    await records.meeting("thematic", "2026-10-10");
    county = await aSubmittedReport(assistant);
    await seeSample(representative, GORGAN, county);
    await approveReport(representative, await seen(GORGAN, county), NOW);
    province = await aReadyReport(representative);
    await send(representative, province);
    await acceptReport(officer, await seen(GOLESTAN, province), NOW);
  });

  test("is opened anew by the national officer alone, and only once", async () => {
    for (const actor of [representative, actorOf(NATION, "national-expert"), assistant])
      await expect(reopen(GORGAN, county, actor), actor.role).rejects.toEqual(refused("refusal.forbidden"));
    const input = { ...(await seen(GORGAN, county)), reason: "دلیل" };
    const both = await Promise.allSettled([
      reopenReport(officer, input, NOW),
      reopenReport(officer, input, NOW),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: { kind: "conflict" } });
    await expect(reopen(GORGAN, county)).rejects.toMatchObject({ kind: "conflict" });
    expect(await versions(GORGAN)).toEqual([
      { version: 1, state: "accepted" },
      { version: 2, state: "draft" },
    ]);
  });

  test("opens its province's accepted report with it, in the same transaction, and nothing of another province", async () => {
    await reopen(GORGAN, county);
    expect(await versions(GOLESTAN)).toEqual([
      { version: 1, state: "accepted" },
      { version: 2, state: "draft" },
    ]);
    expect(await versions(MAZANDARAN)).toEqual([]);
    const { rows } = await records.query(
      "select type, payload ->> 'divisionId' as place from outbox_event where type in ('ReportReopened', 'ReportUnapproved') order by type",
    );
    expect(rows).toEqual([
      { type: "ReportReopened", place: String(GORGAN) },
      { type: "ReportUnapproved", place: String(GOLESTAN) },
    ]);
  });

  test("a report that is not locked is not opened anew", async () => {
    const { reportId } = await reopen(GORGAN, county);
    await expect(reopen(GORGAN, reportId)).rejects.toEqual(refused("reports.refused.reopen"));
  });

  test("begins its later version with the earlier's narratives, and attests only what stands in it", async () => {
    const { reportId } = await reopen(GORGAN, county);
    const { id } = await openReport(assistant, { period: AUTUMN }, NOW);
    expect(id).toBe(reportId);
    const head = await newestOf(assistant);
    const view = await within(assistant, (db) => readReport(db, assistant, head, NOW));
    expect(view.left?.unwritten).toEqual([]);
    expect(view.duties.find(({ code }) => code === "a6")?.narrative).toMatchObject({
      text: "جلسه‌ها با حضور مردم برگزار شد.",
      revision: 0,
    });
    await saveNarrative(
      assistant,
      {
        reportId,
        dutyCode: "a6",
        text: "جلسه‌ها با حضور مردم و شوراها برگزار شد.",
        blankReason: "",
        revision: 0,
      },
      NOW,
    );
    await send(assistant, reportId);
    const { rows } = await records.query(
      "select duty_code, text from report_narrative where report_id = $1 and duty_code in ('a6', 'a7') order by 1",
      [reportId],
    );
    expect(rows).toEqual([
      { duty_code: "a6", text: "جلسه‌ها با حضور مردم و شوراها برگزار شد." },
      { duty_code: "a7", text: "جلسه‌ها با حضور مردم برگزار شد." },
    ]);
  });

  test("shows what the later version changed, figure by figure and word by word", async () => {
    const { reportId } = await reopen(GORGAN, county);
    await records.meeting("thematic", "2026-11-10");
    await saveNarrative(
      assistant,
      { reportId, dutyCode: "a6", text: "جلسه‌ها با حضور شوراها برگزار شد.", blankReason: "", revision: 0 },
      NOW,
    );
    await send(assistant, reportId);
    const found = await within(representative, (db) =>
      readDifference(db, representative, GORGAN, AUTUMN, null, NOW),
    );
    expect(found).toMatchObject({ older: 1, newer: 2, reopenReason: "یک جلسه از قلم افتاده بود." });
    expect(found.figures.find(({ code }) => code === THEMATIC)).toMatchObject({
      before: { numerator: 1 },
      after: { numerator: 2 },
    });
    expect(found.narratives.map(({ code }) => code)).toEqual(["a6"]);
    const pieces = found.narratives[0]?.found.flatMap((one) => (one.kind === "changed" ? one.pieces : []));
    expect(pieces?.filter(({ kind }) => kind === "removed").map(({ text }) => text)).toEqual(["مردم"]);
    expect(pieces?.filter(({ kind }) => kind === "added").map(({ text }) => text)).toEqual(["شوراها"]);
    await expect(
      within(actorOf(MAZANDARAN, "representative"), (db) =>
        readDifference(db, actorOf(MAZANDARAN, "representative"), GORGAN, AUTUMN, null, NOW),
      ),
    ).rejects.toEqual(refused("refusal.missing"));
  });

  test("stays readable and counts in every rollup until its later version is approved", async () => {
    const { reportId } = await reopen(GORGAN, county);
    await records.meeting("thematic", "2026-11-10");
    await recomputeCells(assistant, NOW);
    const standing = async () =>
      (
        await within(representative, (db) =>
          listStandings(db, { lo: GOLESTAN, hi: GOLESTAN + 999, level: "county" }, AUTUMN),
        )
      ).find(({ divisionId }) => divisionId === GORGAN);
    expect(await figureOnBoard()).toMatchObject({ standing: "approved", figure: { numerator: 1 } });
    expect(await standing()).toMatchObject({ state: "accepted", later: "draft" });

    await send(assistant, reportId);
    expect(await figureOnBoard()).toMatchObject({ standing: "approved", figure: { numerator: 1 } });
    const first = await within(representative, async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN, 1);
      return head && readReport(db, representative, head, NOW);
    });
    expect(first?.head).toMatchObject({ version: 1, state: "accepted" });

    await seeSample(representative, GORGAN, reportId);
    await approveReport(representative, await seen(GORGAN, reportId), NOW);
    expect(await figureOnBoard()).toMatchObject({ standing: "approved", figure: { numerator: 2 } });
    expect(await standing()).toMatchObject({ state: "approved", later: null });
  });

  test("keeps its province from sending until the later version is approved", async () => {
    const { reportId } = await reopen(GORGAN, county);
    const own = await newestOf(representative);
    expect(own.version).toBe(2);
    await expect(send(representative, own.id)).rejects.toEqual(refused("reports.refused.children-open"));
    await send(assistant, reportId);
    await seeSample(representative, GORGAN, reportId);
    await approveReport(representative, await seen(GORGAN, reportId), NOW);
    await send(representative, own.id);
    await acceptReport(officer, await seen(GOLESTAN, own.id), NOW);
    expect(await versions(GORGAN)).toEqual([
      { version: 1, state: "accepted" },
      { version: 2, state: "accepted" },
    ]);
  });

  test("of a province alone leaves its counties as they are", async () => {
    await reopen(GOLESTAN, province);
    expect(await versions(GORGAN)).toEqual([{ version: 1, state: "accepted" }]);
    expect((await newestOf(representative)).version).toBe(2);
  });

  test("is not taken back by the level below the one that accepted it", async () => {
    await expect(
      returnReport(representative, { ...(await seen(GORGAN, county)), reason: "دلیل" }, NOW),
    ).rejects.toEqual(refused("reports.refused.return"));
    expect(await versions(GOLESTAN)).toEqual([{ version: 1, state: "accepted" }]);
  });
});

describe("whoever decides", () => {
  let county: string;
  beforeEach(async () => {
    await records.query(
      "truncate meeting, meeting_attendance, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post, deputy cascade",
    );
    await appoint(records, GORGAN, "assistant");
    county = await aSubmittedReport(assistant);
  });

  /** Somebody whose appointment stands in its table, and ended at `endedAt` where that is given. */
  const appointed = async (placeId: number, role: "representative" | "assistant", endedAt: Date | null) => {
    await appoint(records, placeId, role);
    const { rows } = await records.query(
      `update appointment a set ended_at = $2 from post p where p.id = a.post_id and a.division_id = $1 and p.role = $3
       returning a.id, a.post_id, a.account_id`,
      [placeId, endedAt, role],
    );
    const [row] = rows as { id: string; post_id: string; account_id: string }[];
    const actor = actorOf(placeId, role, row?.account_id);
    return { ...actor, appointmentId: row?.id, postId: row?.post_id } as PlacedActor;
  };
  const minuteAgo = new Date(NOW.getTime() - 60_000);

  test("and whose appointment ended a minute ago is refused by the command", async () => {
    const gone = await appointed(GOLESTAN, "representative", minuteAgo);
    const input = await seen(GORGAN, county);
    await expect(approveReport(gone, input, NOW)).rejects.toEqual(refused("posts.refused.power-over"));
    await expect(returnReport(gone, { ...input, reason: "دلیل" }, NOW)).rejects.toEqual(
      refused("posts.refused.power-over"),
    );
    expect(await versions(GORGAN)).toEqual([{ version: 1, state: "submitted" }]);
    const stands = await appointed(MAZANDARAN, "representative", null);
    expect(stands.appointmentId).toBeDefined();
  });

  test("and whose appointment is in force is not", async () => {
    const stands = await appointed(GOLESTAN, "representative", null);
    await approveReport(stands, await seen(GORGAN, county), NOW);
    expect(await versions(GORGAN)).toEqual([{ version: 1, state: "approved" }]);
  });

  test("an appointment that ends between writing and sending sends nothing", async () => {
    await records.query("truncate report cascade");
    const gone = await appointed(GORGAN, "assistant", null);
    const id = await aReadyReport(gone);
    await records.query("update appointment set ended_at = $2 where id = $1", [
      gone.appointmentId,
      minuteAgo,
    ]);
    await expect(send(gone, id)).rejects.toEqual(refused("posts.refused.power-over"));
    const { rows } = await records.query("select state, submission from report where id = $1", [id]);
    expect(rows).toEqual([{ state: "draft", submission: 0 }]);
  });

  test("while cells are recomputed approves the figure that was sent, and no other", async () => {
    const input = await seen(GORGAN, county);
    await records.meeting("thematic", "2026-10-10");
    await Promise.all([approveReport(representative, input, NOW), recomputeCells(assistant, NOW)]);
    expect(await figureOnBoard()).toMatchObject({ standing: "approved", figure: { numerator: 0 } });
    const { rows } = await records.query(
      "select numerator from rollup_cell where division_id = $1 and indicator_code = $2",
      [GORGAN, THEMATIC],
    );
    expect(rows).toEqual([{ numerator: 1 }]);
  });

  test("as the deputy of whoever attested it is refused, and so is the one for whom a deputy attested", async () => {
    const deputyOf = (actor: PlacedActor, key: string): PlacedActor => ({
      ...actor,
      actingFor: { key, name: "دارنده" },
    });
    const input = await seen(GORGAN, county);
    await expect(approveReport(deputyOf(representative, assistant.key), input, NOW)).rejects.toEqual(
      refused("reports.refused.own"),
    );
    await records.query("update report set attested_for_key = $2 where id = $1", [county, "held-by"]);
    await expect(approveReport(actorOf(GOLESTAN, "representative", "held-by"), input, NOW)).rejects.toEqual(
      refused("reports.refused.own"),
    );
  });
});

describe("the sample of a submission", () => {
  beforeEach(async () => {
    await records.query(
      "truncate person, contact, meeting, meeting_attendance, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post, deputy cascade",
    );
    await appoint(records, GORGAN, "assistant");
  });

  test("is the same whenever it is drawn, of the frozen records alone, and of no person", async () => {
    const person = await records.person("2026-10-01");
    const held: string[] = [];
    for (let index = 0; index < 30; index++)
      held.push(await records.meeting("thematic", index % 2 === 0 ? "2026-10-10" : "2026-11-10"));
    const county = await aSubmittedReport(assistant);
    const draw = () =>
      within(representative, async (db) => drawSample(db, await getReport(db, GORGAN, county)));
    const first = await draw();
    await records.meeting("thematic", "2026-12-01");
    expect(await draw()).toEqual(first);
    expect(first).toHaveLength(6);
    expect(first.every(({ id, kind }) => kind === "meeting" && held.includes(id))).toBe(true);
    expect(first.map(({ id }) => id)).not.toContain(person);
    // By lot, not the first ones of the list.
    expect(first.map(({ id }) => id)).not.toEqual(held.slice(0, 6));
  });

  test("is seen before the approval by whoever approves, not by another, and what is outside of it is missing", async () => {
    for (const day of ["2026-10-10", "2026-10-11", "2026-10-12", "2026-10-13"] as const)
      await records.meeting("thematic", day);
    const county = await aSubmittedReport(assistant);
    const input = await seen(GORGAN, county);
    await expect(approveReport(representative, input, NOW)).rejects.toMatchObject({
      kind: "invalid",
      code: "reports.refused.unseen",
      details: { params: { count: 3 } },
    });
    const colleague = actorOf(GOLESTAN, "provincial-expert");
    const drawn = await seeSample(colleague, GORGAN, county);
    await expect(approveReport(representative, input, NOW)).rejects.toMatchObject({
      details: { params: { count: 3 } },
    });
    const [first, ...others] = drawn;
    if (!first) throw new Error("nothing was drawn");
    const look = (recordId: string) => ({ divisionId: GORGAN, reportId: county, recordId });
    expect(await seeSampledRecord(representative, look(first.id), NOW)).toEqual({
      href: `/${GOLESTAN}/meetings/${first.id}`,
    });
    await seeSampledRecord(representative, look(first.id), NOW);
    await expect(approveReport(representative, input, NOW)).rejects.toMatchObject({
      details: { params: { count: 2 } },
    });
    await expect(seeSampledRecord(representative, look(county), NOW)).rejects.toEqual(
      refused("refusal.missing"),
    );
    await expect(seeSampledRecord(assistant, look(first.id), NOW)).rejects.toEqual(
      refused("refusal.forbidden"),
    );
    for (const { id } of others) await seeSampledRecord(representative, look(id), NOW);
    await approveReport(representative, input, NOW);
    expect(await versions(GORGAN)).toEqual([{ version: 1, state: "approved" }]);
  });
});

test("an approved figure, its list and what changed since stay right when a record changes and another is erased", async () => {
  await records.query(
    "truncate person, contact, meeting, meeting_attendance, report, expected_report, rollup_cell, rollup_mark, outbox_event, appointment, post, deputy cascade",
  );
  await appoint(records, GORGAN, "assistant");
  const stays = await records.meeting("thematic", "2026-10-10");
  const changed = await records.meeting("thematic", "2026-10-11");
  const erased = await records.meeting("thematic", "2026-10-12");
  const county = await aSubmittedReport(assistant);
  await seeSample(representative, GORGAN, county);
  await approveReport(representative, await seen(GORGAN, county), NOW);

  await records.change("meeting", changed, { state: "cancelled" });
  await records.remove("meeting", erased);
  await records.meeting("thematic", "2026-10-13");
  await records.meeting("thematic", "2026-10-14");
  await records.meeting("thematic", "2026-10-15");
  await recomputeCells(assistant, NOW);

  for (const reader of [assistant, representative]) {
    const { row, receipt } = await within(reader, async (db) => {
      const head = await findReportHead(db, GORGAN, AUTUMN);
      if (!head) throw new Error("no report");
      const view = await readReport(db, reader, head, NOW);
      return {
        row: view.duties.flatMap((duty) => duty.rows).find(({ code }) => code === THEMATIC),
        receipt: await readReceipt(db, reader, head, THEMATIC, { after: null, rest: null }, NOW),
      };
    });
    // Three were counted; one of them was called off, one is gone and three came later: four are held now.
    expect(row?.figure).toEqual({ numerator: 3, denominator: null });
    expect(row?.since).toEqual({ numerator: 4, denominator: null });
    expect(receipt.figure).toMatchObject({ numerator: 3 });
    expect(receipt.records.map(({ id }) => id)).toEqual([stays, changed]);
    expect(receipt.gone).toBe(1);
  }
  expect(await figureOnBoard()).toMatchObject({ standing: "approved", figure: { numerator: 3 } });
});

test("a quarter that ends on 30 Esfand counts that day, and is not sent before it is over", async () => {
  await records.query(
    "truncate meeting, meeting_attendance, report, expected_report, rollup_cell, rollup_mark, appointment, post, deputy cascade",
  );
  const winter = "1403-Q4";
  const lastDay = new Date("2025-03-20T08:30:00Z");
  await records.meeting("thematic", "2025-03-20");
  await records.meeting("thematic", "2025-03-21");
  const id = await aReadyReport(assistant, lastDay, winter);
  const sendOn = async (day: Date) =>
    submitReport(
      assistant,
      { reportId: id, attest: "on", revision: await revisionOf(assistant, GORGAN, id) },
      day,
    );
  await expect(sendOn(lastDay)).rejects.toEqual(refused("reports.refused.running"));
  await sendOn(new Date("2025-03-20T20:31:00Z"));
  const { rows } = await records.query(
    "select numerator from report_figure where report_id = $1 and indicator_code = $2",
    [id, THEMATIC],
  );
  expect(rows).toEqual([{ numerator: 1 }]);
});
