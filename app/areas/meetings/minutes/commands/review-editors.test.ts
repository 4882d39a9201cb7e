import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { uuidv7 } from "~/lib/identifiers";
import { actorOf, GOLESTAN, GORGAN, MAZANDARAN, NATION } from "../../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../../tests/factories/offices";
import { SMALL_MINUTES } from "../../../../../tests/factories/small-minutes";
import { reviewPage } from "../review-page.server";
import type { ReviewResolution } from "../review";
import { ReviewHeaderForm, ReviewResolutionForm } from "../schema";
import { getDraft, getSource, listDrafts } from "../../queries.server/minutes";
import { addReviewResolution, removeReviewResolution } from "./change-review-list.server";
import { editReviewHeader } from "./edit-review-header.server";
import { editReviewResolution } from "./edit-review-resolution.server";
import { importMinutes } from "./import-minutes.server";

const NOW = new Date("2026-12-08T07:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
const colleague = actorOf(GOLESTAN, "representative");
/** Who may not touch Golestan's draft, and why. */
const OTHERS = [
  [actorOf(GORGAN, "governor"), "forbidden"],
  [actorOf(NATION, "national-officer"), "forbidden"],
  [actorOf(MAZANDARAN, "provincial-expert"), "missing"],
] as const;

beforeAll(async () => {
  await openOfficesOfGolestan();
}, 60_000);

let draftId: string;
beforeEach(async () => {
  draftId = (await importMinutes(expert, { text: `${SMALL_MINUTES}\n${uuidv7()}` }, NOW)).id;
});

const draft = () => within(expert, (db) => getDraft(db, GOLESTAN, draftId));
const resolutions = async () => (await draft()).review.resolutions;
const pick = async (index: number) => {
  const found = (await resolutions())[index];
  if (!found) throw new Error("The document has resolutions.");
  return found;
};
const formOf = (resolution: ReviewResolution, more: object = {}) => ({
  revision: resolution.revision,
  number: resolution.number,
  text: resolution.text,
  keep: resolution.parties.map((party) => party.id),
  ...more,
});
const issued = () =>
  asOwner((owner) => owner.query("update minutes_draft set state = 'issued' where id = $1", [draftId]));

test("a draft that was kept in another shape is refused in words, listed without them, and its text stays", async () => {
  const { id } = await pick(0);
  await asOwner((owner) =>
    owner.query(
      "update minutes_draft set review = jsonb_set(review, '{header,certainty}', '\"sure\"') where id = $1",
      [draftId],
    ),
  );
  const unreadable = { kind: "conflict", code: "minutes.review.unreadable" };
  await expect(draft()).rejects.toMatchObject(unreadable);
  await expect(removeReviewResolution(expert, draftId, id, 1, NOW)).rejects.toMatchObject(unreadable);
  const listed = await within(expert, (db) => listDrafts(db, GOLESTAN));
  expect(listed.find(({ id }) => id === draftId)).toMatchObject({ title: "", resolutions: null });
  await expect(within(expert, (db) => getSource(db, GOLESTAN, draftId))).resolves.toContain(SMALL_MINUTES);
});

describe("a resolution under review", () => {
  test("shows the second of two editors number, references and deadline as the first saved them", async () => {
    const one = await pick(0);
    const save = (more: object) => editReviewResolution(colleague, draftId, one.id, formOf(one, more), NOW);
    await save({ number: 9, refersTo: [2, 3], kind: "dated", dueOn: "2027-01-09" });
    await expect(save({ kind: "none", reason: "تکلیف عمومی" })).rejects.toMatchObject({
      kind: "conflict",
      details: {
        theirs: { number: "9", text: one.text, refersTo: "2 · 3", kind: "dated", dueOn: "2027-01-09" },
        revision: 2,
      },
    });
    const saved = (await resolutions()).find(({ id }) => id === one.id);
    expect(saved).toMatchObject({ number: 9, deadline: { kind: "dated", on: "2027-01-09" } });
  });

  test("gives its deadline to all, but over a colleague's newer one only knowingly", async () => {
    const [one, two] = [await pick(0), await pick(1)];
    const { revision: seen } = await draft();
    const monthly = { kind: "continuous", cadence: "monthly", receiver: "دبیرخانه" };
    await editReviewResolution(colleague, draftId, two.id, formOf(two, monthly), NOW);
    const all = { kind: "none", reason: "تکلیف عمومی", applyTo: "all" };
    await expect(
      editReviewResolution(expert, draftId, one.id, formOf(one, { ...all, draftRevision: seen }), NOW),
    ).rejects.toMatchObject({
      code: "minutes.review.apply-changed",
      details: { theirs: { applyTo: String(two.number) }, revision: one.revision },
    });
    expect((await pick(1)).deadline).toMatchObject({ kind: "continuous" });
    expect((await pick(0)).deadline).toBeNull();
    const now = (await draft()).revision;
    await editReviewResolution(expert, draftId, one.id, formOf(one, { ...all, draftRevision: now }), NOW);
    for (const { deadline } of await resolutions()) expect(deadline).toMatchObject({ kind: "none" });
  });

  test("goes to others only from a form that says which draft it saw", () => {
    const form = { revision: "1", number: "1", text: "متن", kind: "none", reason: "x", applyTo: "all" };
    expect(ReviewResolutionForm.safeParse(form).success).toBe(false);
    expect(ReviewResolutionForm.safeParse({ ...form, draftRevision: "1" }).success).toBe(true);
  });
});

describe("the head under review", () => {
  const head = (more: Record<string, string> = {}) =>
    ReviewHeaderForm.parse({ revision: "1", title: "شورای اداری", heldOn: "1405/09/17", ...more });

  test("is mended with its agenda and the number of resolutions the document declares", async () => {
    await editReviewHeader(
      expert,
      draftId,
      head({ agenda: " آب روستایی \n\nراه‌ها", declaredCount: "۶" }),
      NOW,
    );
    const { review } = await draft();
    expect(review).toMatchObject({
      agenda: ["آب روستایی", "راه‌ها"],
      declaredCount: 6,
      header: { revision: 2, title: "شورای اداری", startsAt: null, certainty: "clear" },
    });
    await editReviewHeader(colleague, draftId, head({ revision: "2" }), NOW);
    expect((await draft()).review).toMatchObject({ agenda: [], declaredCount: null });
    const page = await within(expert, (db) => reviewPage(db, expert, draftId, "2026-12-08"));
    expect(page.warnings.filter(({ code }) => code.startsWith("declared-count"))).toEqual([]);
  });

  test("shows the second of two editors what the first saved", async () => {
    await editReviewHeader(
      colleague,
      draftId,
      head({ place: "سالن", agenda: "آب\nراه", declaredCount: "5" }),
      NOW,
    );
    await expect(editReviewHeader(expert, draftId, head({ place: "دفتر" }), NOW)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { place: "سالن", agenda: "آب\nراه", declaredCount: "5" }, revision: 2 },
    });
    expect((await draft()).review).toMatchObject({ header: { place: "سالن" }, declaredCount: 5 });
  });

  test("takes those present and what was said from a form that shows them, and only from such", async () => {
    const people = {
      listsAttendees: "1",
      tellsDiscussion: "1",
      discussion: "دبیر گزارش داد.\n\nفرماندار پاسخ داد.",
      attendees: [{ name: "احمد رضایی", standing: "guest" }, { standing: "present" }, { post: "دبیر" }],
    };
    const parsed = ReviewHeaderForm.parse({ revision: "1", title: "شورا", heldOn: "1405/09/17", ...people });
    await editReviewHeader(expert, draftId, parsed, NOW);
    const kept = {
      attendees: [
        { name: "احمد رضایی", post: "", organisation: "", standing: "guest", certainty: "clear" },
        { name: "", post: "دبیر", organisation: "", standing: "present", certainty: "clear" },
      ],
      discussion: ["دبیر گزارش داد.", "فرماندار پاسخ داد."],
    };
    expect((await draft()).review).toMatchObject(kept);
    // Where each was read is known as before.
    expect((await draft()).review.header.origins?.["title"]).toHaveLength(1);
    await editReviewHeader(expert, draftId, head({ revision: "2" }), NOW);
    expect((await draft()).review).toMatchObject(kept);
    await expect(editReviewHeader(colleague, draftId, parsed, NOW)).rejects.toMatchObject({
      details: {
        theirs: { attendees: "احمد رضایی · guest\nدبیر · present", discussion: kept.discussion.join("\n") },
      },
    });
  });

  test("is refused to others, and once it is issued", async () => {
    for (const [actor, kind] of OTHERS)
      await expect(editReviewHeader(actor, draftId, head(), NOW)).rejects.toMatchObject({ kind });
    await expect(editReviewHeader(expert, uuidv7(), head(), NOW)).rejects.toMatchObject({ kind: "missing" });
    await issued();
    await expect(editReviewHeader(expert, draftId, head(), NOW)).rejects.toMatchObject({
      code: "minutes.review.already-issued",
    });
  });
});

describe("a resolution that was not found in the text", () => {
  test("is added after the last, empty and without a deadline", async () => {
    const before = await resolutions();
    const { resolutionId } = await addReviewResolution(expert, draftId, {}, NOW);
    const after = await resolutions();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ id: resolutionId, number: 6, text: "", deadline: null });
    await addReviewResolution(colleague, draftId, {}, NOW);
    expect((await resolutions()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test("is refused to others, and once the minutes are issued", async () => {
    for (const [actor, kind] of OTHERS)
      await expect(addReviewResolution(actor, draftId, {}, NOW)).rejects.toMatchObject({ kind });
    await issued();
    await expect(addReviewResolution(expert, draftId, {}, NOW)).rejects.toMatchObject({
      code: "minutes.review.already-issued",
    });
    expect(await resolutions()).toHaveLength(5);
  });
});

describe("what is no resolution", () => {
  test("is left out once, and never over a colleague's words", async () => {
    const one = await pick(0);
    await editReviewResolution(colleague, draftId, one.id, formOf(one, { text: "متن همکار" }), NOW);
    await expect(removeReviewResolution(expert, draftId, one.id, one.revision, NOW)).rejects.toMatchObject({
      kind: "conflict",
      details: { theirs: { text: "متن همکار" }, revision: 2 },
    });
    await removeReviewResolution(expert, draftId, one.id, 2, NOW);
    expect((await resolutions()).map(({ number }) => number)).toEqual([2, 3, 4, 5]);
    await expect(removeReviewResolution(expert, draftId, one.id, 2, NOW)).rejects.toMatchObject({
      kind: "missing",
    });
  });

  test("whoever still writes in it is told, and adds what he wrote as a resolution of its own", async () => {
    const one = await pick(0);
    await removeReviewResolution(colleague, draftId, one.id, one.revision, NOW);
    const typed = formOf(one, { text: "متن من" });
    await expect(editReviewResolution(expert, draftId, one.id, typed, NOW)).rejects.toMatchObject({
      kind: "conflict",
      code: "minutes.review.removed",
    });
    const { resolutionId } = await addReviewResolution(expert, draftId, { number: 1, text: "متن من" }, NOW);
    expect((await resolutions()).find(({ id }) => id === resolutionId)).toMatchObject({
      number: 1,
      text: "متن من",
      checked: false,
    });
  });

  test("stays for others, and once the minutes are issued", async () => {
    const one = await pick(0);
    for (const [actor, kind] of OTHERS)
      await expect(removeReviewResolution(actor, draftId, one.id, 1, NOW)).rejects.toMatchObject({ kind });
    await issued();
    await expect(removeReviewResolution(expert, draftId, one.id, 1, NOW)).rejects.toMatchObject({
      kind: "conflict",
    });
    expect(await resolutions()).toHaveLength(5);
  });
});

test("the day of the next meeting goes to every resolution that is due until then, and to no other", async () => {
  const text = [
    "عنوان جلسه: مهلت‌های جلسه بعد",
    "تاریخ جلسه: ۱۴۰۵/۰۹/۰۲",
    "ردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت",
    "۱\tمقرر گردید: راه باز شود.\tفرمانداران استان\tتا جلسه بعد",
    "۲\tمقرر گردید: پل ساخته شود.\tفرمانداران استان\t",
    "۳\tمقرر گردید: گزارش داده شود.\tفرمانداران استان\tجلسه آینده",
  ].join("\n");
  draftId = (await importMinutes(expert, { text }, NOW)).id;
  const one = await pick(0);
  await editReviewResolution(
    expert,
    draftId,
    one.id,
    formOf(one, {
      kind: "dated",
      dueOn: "2027-01-10",
      applyTo: "until-next",
      draftRevision: (await draft()).revision,
    }),
    NOW,
  );
  expect((await resolutions()).map(({ deadline }) => deadline)).toEqual([
    { kind: "dated", on: "2027-01-10" },
    null,
    { kind: "dated", on: "2027-01-10" },
  ]);
});
