import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GOLESTAN, GORGAN, MAZANDARAN } from "../../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../../tests/factories/offices";
import { getDraft, lastLimit } from "../../queries.server/minutes";
import { GiveDeadline } from "../schema";
import { editReviewResolution } from "./edit-review-resolution.server";
import { giveDeadline, giveParty, takeBackTogether } from "./give-together.server";
import { importMinutes } from "./import-minutes.server";

const NOW = new Date("2026-12-08T07:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
/** News names nobody for what it resolves, and says of one alone until when. */
const NEWS = `نخستین جلسه شورای هماهنگی مدیریت بحران استان به ریاست فرماندار در تاریخ ۱۴۰۱/۲/۲۱ برگزار شد.
مقرر گردید ظرف یک ماه راه روستاها بازگشایی شود. راه‌اندازی سامانه نوبت‌دهی درمانگاه‌ها، توجه ویژه به میز خدمت ادارات، رسیدگی به افت فشار گاز در شهرهای پرجمعیت از دیگر مصوبات این جلسه بود.`;

beforeAll(async () => {
  await openOfficesOfGolestan();
}, 60_000);

let draftId: string;
beforeEach(async () => {
  draftId = (await importMinutes(expert, { text: `${NEWS}\n${uuidv7()}` }, NOW)).id;
});

const resolutions = async () =>
  (await within(expert, (db) => getDraft(db, GOLESTAN, draftId))).review.resolutions;
const limits = async () => (await resolutions()).map(({ deadline }) => deadline);
const names = async () => (await resolutions()).map(({ parties }) => parties.map(({ name }) => name));
const tenDays = { kind: "relative", count: 10, unit: "working" } as const;

test("one limit goes to all that have none, and a limit that was read stays", async () => {
  const before = await limits();
  const undated = before.filter((deadline) => deadline === null).length;
  expect(undated).toBeGreaterThan(1);
  expect(undated).toBeLessThan(before.length);
  await expect(giveDeadline(expert, draftId, tenDays, NOW)).resolves.toEqual({ count: undated });
  expect(await limits()).toEqual(before.map((deadline) => deadline ?? tenDays));
});

test("one party goes to all that name nobody", async () => {
  const count = (await resolutions()).length;
  await expect(giveParty(expert, draftId, { party: "group:governors" }, NOW)).resolves.toEqual({ count });
  expect(new Set((await names()).flat()).size).toBe(1);
  expect((await names()).every((each) => each.length === 1)).toBe(true);
  const ids = (await resolutions()).flatMap(({ parties }) => parties.map(({ id }) => id));
  expect(new Set(ids).size).toBe(count);
});

test("what was given at once is taken back from all but those that somebody changed since", async () => {
  const before = await limits();
  await giveDeadline(expert, draftId, tenDays, NOW);
  const changed = (await resolutions()).find((_, index) => before[index] === null);
  if (!changed) throw new Error("The news leaves limits open.");
  await editReviewResolution(
    expert,
    draftId,
    changed.id,
    { revision: changed.revision, number: changed.number, text: changed.text, kind: "relative", count: 3 },
    NOW,
  );
  const undated = before.filter((deadline) => deadline === null).length;
  await expect(takeBackTogether(expert, draftId, NOW)).resolves.toEqual({ count: undated - 1 });
  const after = await resolutions();
  expect(after.find(({ id }) => id === changed.id)?.deadline).toMatchObject({ count: 3 });
  expect(after.filter(({ deadline }) => deadline === null)).toHaveLength(undated - 1);
  await expect(takeBackTogether(expert, draftId, NOW)).resolves.toEqual({ count: 0 });
});

test("only the last act is taken back: the limits stay when the party goes", async () => {
  await giveDeadline(expert, draftId, tenDays, NOW);
  await giveParty(expert, draftId, { party: "group:governors" }, NOW);
  await takeBackTogether(expert, draftId, NOW);
  expect((await names()).flat()).toEqual([]);
  expect((await limits()).every((deadline) => deadline !== null)).toBe(true);
});

describe("nobody else gives", () => {
  test.each([
    ["a governor", actorOf(GORGAN, "governor"), "forbidden"],
    ["another province", actorOf(MAZANDARAN, "provincial-expert"), "missing"],
  ] as const)("%s", async (_who, other, kind) => {
    const before = await resolutions();
    await expect(giveDeadline(other, draftId, tenDays, NOW)).rejects.toMatchObject({ kind });
    await expect(giveParty(other, draftId, { party: "group:governors" }, NOW)).rejects.toMatchObject({
      kind,
    });
    await expect(takeBackTogether(other, draftId, NOW)).rejects.toMatchObject({ kind });
    expect(await resolutions()).toEqual(before);
  });

  test("an office of another place is not to be had, and an issued draft is given nothing", async () => {
    const party = `office:${uuidv7()}`;
    await expect(giveParty(expert, draftId, { party }, NOW)).rejects.toMatchObject({ kind: "missing" });
    await asOwner((owner) =>
      owner.query("update minutes_draft set state = 'issued' where id = $1", [draftId]),
    );
    await expect(giveDeadline(expert, draftId, tenDays, NOW)).rejects.toMatchObject({ kind: "conflict" });
  });
});

test("half a deadline is refused at its field", () => {
  const said = (form: object) => GiveDeadline.safeParse(form).error?.issues.map(({ path }) => path.join("."));
  expect(said({})).toEqual(["kind"]);
  expect(said({ kind: "relative" })).toEqual(["count"]);
  expect(said({ kind: "dated" })).toEqual(["dueOn"]);
});

test("a place that gave no limit yet is offered none", async () => {
  await expect(within(expert, (db) => lastLimit(db, MAZANDARAN))).resolves.toBeNull();
});
