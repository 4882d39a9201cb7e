import { beforeAll, expect, test } from "vitest";
import { systemActor } from "~/actor.server";
import { NameTaught } from "~/areas/bodies/events";
import { within } from "~/kernel/db.server";
import { actorOf, GORGAN, GOLESTAN } from "../../../../../tests/factories/actors";
import { asOwner, openOfficesOfGolestan } from "../../../../../tests/factories/offices";
import type { ReviewResolution } from "../review";
import { getDraft } from "../../queries.server/minutes";
import { acceptAllSure } from "./accept-sure.server";
import { editReviewResolution } from "./edit-review-resolution.server";
import { followTaughtName } from "./follow-taught-name.server";
import { importMinutes } from "./import-minutes.server";

const NOW = new Date("2026-12-08T07:00:00Z");
const expert = actorOf(GOLESTAN, "provincial-expert");
const system = () => systemActor(GOLESTAN);

let broadcaster = "";
beforeAll(async () => {
  const { ids } = await openOfficesOfGolestan();
  broadcaster = ids.get(`${GOLESTAN} broadcaster`) ?? "";
}, 60_000);

const row = (number: string, who: string) =>
  `${number}\tمقرر گردید: برنامه بند ${number} اجرا شود.\t${who}\t`;
const minutesOf = (title: string, ...parties: string[]) =>
  `عنوان جلسه: ${title}\nتاریخ جلسه: ۱۴۰۵/۰۹/۰۱\nردیف\tشرح مصوبات\tدستگاه مسئول\tمهلت\n` +
  parties.map((party, at) => row("۱۲۳۴۵۶۷۸۹"[at] ?? "۹", party)).join("\n");
const bring = async (actor: typeof expert, ...parties: string[]) =>
  (
    await importMinutes(
      actor,
      { text: minutesOf(`شورای ${parties.join(" ")} ${Math.random()}`, ...parties) },
      NOW,
    )
  ).id;
const read = async (id: string, actor = expert) =>
  (await within(actor, (db) => getDraft(db, actor.place.id, id))).review.resolutions;
const partiesOf = (resolution: ReviewResolution | undefined) =>
  resolution?.parties.map(({ name, certainty, learnt, kind }) => [kind, name, certainty, learnt === true]);

const lessons = () =>
  asOwner(async (owner) => {
    const { rows } = await owner.query<{ id: string }>(
      `select payload->>'spellingId' as id from outbox_event where type = $1 and division_id = $2 order by id`,
      [NameTaught.type, GOLESTAN],
    );
    return rows.map(({ id }) => id);
  });

/** Puts an office in the place of the first party of a resolution, as a person does who knows better. */
async function correct(draftId: string, at: number, choice: string) {
  const resolution = (await read(draftId))[at];
  if (!resolution) throw new Error("The document has the resolution.");
  const { id, revision, number, text, parties } = resolution;
  const keep = parties.slice(1).map((party) => party.id);
  await editReviewResolution(expert, draftId, id, { revision, number, text, keep, add: [choice] }, NOW);
}

const UNKNOWN = "قرارگاه رسانهای کوشندگان";
const BROADCASTER = "صدا و سیمای استان گلستان";

test("what a person corrects reaches the drafts that already wait, and nothing that a person settled", async () => {
  const others = ["فرمانداران استان", UNKNOWN];
  const here = await bring(expert, UNKNOWN, UNKNOWN, ...others);
  const waiting = await bring(expert, "فرمانداران استان", UNKNOWN, "قرارگاه رسانه‌ای کوشندگان");
  const looked = await bring(expert, UNKNOWN, UNKNOWN);
  const elsewhere = await bring(actorOf(GORGAN, "assistant"), UNKNOWN);
  // A colleague has looked at this one and left the name as it stands.
  const [settled] = await read(looked);
  if (!settled) throw new Error("The document has resolutions.");
  const kept = { revision: 1, number: 1, text: settled.text, keep: settled.parties.map(({ id }) => id) };
  await editReviewResolution(expert, looked, settled.id, kept, NOW);

  await correct(here, 0, `office:${broadcaster}`);
  const meant = partiesOf((await read(here))[0])?.[0]?.[1];
  const learnt = ["office", meant, "likely", true];
  const after = await read(here);
  expect(partiesOf(after[0])).toEqual([["office", meant, "clear", false]]);
  // The very draft follows at once: its next resolution is on the screen in the same moment.
  expect(partiesOf(after[1])).toEqual([learnt]);
  expect(partiesOf(after[2])).toEqual([["group", expect.any(String), "clear", false]]);
  expect(partiesOf(after[3])).toEqual([learnt]);
  expect(after[1]?.revision).toBe(2);
  expect(partiesOf((await read(waiting))[1])?.[0]?.[0]).toBe("unknown");

  const [lesson] = await lessons();
  expect(await followTaughtName(await system(), lesson ?? "", NOW)).toEqual({ drafts: 2 });
  const [, second, third] = await read(waiting);
  expect([partiesOf(second), partiesOf(third)]).toEqual([[learnt], [learnt]]);
  expect((await read(looked)).map((each) => partiesOf(each)?.[0]?.[0])).toEqual(["unknown", "office"]);
  expect(partiesOf((await read(elsewhere, actorOf(GORGAN, "assistant")))[0])?.[0]?.[0]).toBe("unknown");
  const { review, toLook } = await within(expert, (db) => getDraft(db, GOLESTAN, waiting));
  expect(review.warnings.filter(({ code }) => code === "party-unknown")).toEqual([]);
  expect(toLook).toBe(0);

  // A job that comes twice changes nothing the second time.
  expect(await followTaughtName(await system(), lesson ?? "", NOW)).toEqual({ drafts: 0 });
  await expect(followTaughtName(expert, lesson ?? "", NOW)).rejects.toMatchObject({ kind: "forbidden" });
});

test("of two lessons the later holds, but not over what was seen meanwhile", async () => {
  const name = "ستاد پگاه فردا";
  const [first, waiting, seen] = [
    await bring(expert, name),
    await bring(expert, name),
    await bring(expert, name, UNKNOWN),
  ];
  await correct(first, 0, "group:governors");
  const followAll = async () => {
    for (const lesson of await lessons()) await followTaughtName(await system(), lesson, NOW);
  };
  await followAll();
  expect(partiesOf((await read(waiting))[0])?.[0]?.slice(0, 1)).toEqual(["group"]);
  const [done] = await read(seen);
  if (!done) throw new Error("The document has resolutions.");
  const kept = {
    revision: done.revision,
    number: 1,
    text: done.text,
    keep: done.parties.map(({ id }) => id),
  };
  await editReviewResolution(expert, seen, done.id, kept, NOW);

  await asOwner((owner) =>
    owner.query(
      "update party_spelling set group_code = 'all-executive-bodies' where division_id = $1 and written = $2",
      [GOLESTAN, name],
    ),
  );
  await followAll();
  expect((await read(waiting))[0]?.parties[0]).toMatchObject({
    groupCode: "all-executive-bodies",
    learnt: true,
  });
  expect((await read(seen))[0]?.parties[0]).toMatchObject({ groupCode: "governors" });
});

test("a queue of many drafts is followed in batches, and what was learnt is taken with what is sure", async () => {
  const name = "دبیرخانه هم‌افزایی نوروز";
  const [first, last] = [await bring(expert, name), await bring(expert, name, BROADCASTER)];
  await asOwner((owner) =>
    owner.query(
      `insert into minutes_draft (division_id, id, source_text, source_hash, review, state, created_by_key, resolutions, to_look)
       select division_id, gen_random_uuid(), source_text, n::text, review, state, created_by_key, resolutions, to_look
       from minutes_draft, generate_series(1, 51) n where id = $1`,
      [last],
    ),
  );
  await correct(first, 0, "group:governors");
  const lesson = (await lessons()).at(-1) ?? "";
  expect(await followTaughtName(await system(), lesson, NOW)).toEqual({ drafts: 52 });
  await acceptAllSure(expert, NOW);
  const seen = await read(last);
  expect(seen.map(({ checked }) => checked)).toEqual([true, true]);
  expect(seen[0]?.parties[0]).toMatchObject({ groupCode: "governors", learnt: true });
});
