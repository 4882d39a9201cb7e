import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { within } from "~/kernel/db.server";
import { scopeOf, type PlacedActor } from "~/kernel/actor";
import { isoDate, type IsoDate } from "~/lib/jalali";
import { actorOf, AQQALA, GOLESTAN, GORGAN, MAZANDARAN, NATION, SARI } from "../../../tests/factories/actors";
import { aPost, anAdministrator, plantPlaces } from "../../../tests/factories/posts";
import { Records } from "../../../tests/factories/records";
import { listPosts } from "./queries.server";
import { countVacancies, filledBy, listVacancies } from "./vacancies.server";
import type { VacancyFilter } from "./vacancy-filter";
import { whoseMove } from "./whose-move";

const TODAY = isoDate("2026-12-24");
const representative = actorOf(GOLESTAN, "representative");
const officer = actorOf(NATION, "national-officer");
const assistant = actorOf(GORGAN, "assistant");

let records: Records;
type Past = { starts?: IsoDate; ends?: IsoDate | null; endedAt?: string; reason?: string; name?: string };

async function appointed(post: { divisionId: number; postId: string }, past: Past) {
  const {
    starts = isoDate("2023-01-01"),
    ends = null,
    endedAt = null,
    reason = null,
    name = "نرگس شکیبا",
  } = past;
  await records.query(
    `insert into appointment (division_id, id, post_id, account_id, holder_name, order_number, starts_on, ends_on,
       ended_at, end_reason, created_by_key)
     values ($1, gen_random_uuid(), $2, gen_random_uuid(), $3, '1', $4, $5, $6, $7, 'test')`,
    [post.divisionId, post.postId, name, starts, ends, endedAt, reason],
  );
}

const reachOf = (actor: PlacedActor) => ({ ...actor.place, fills: filledBy(actor) });
const listed = (actor: PlacedActor, filter: VacancyFilter = {}, cursor?: string | null, size?: number) =>
  within(actor, (db) => listVacancies(db, reachOf(actor), filter, TODAY, cursor, size));

beforeAll(async () => {
  records = await Records.open();
  await plantPlaces();
  await records.query("delete from post where id not in (select post_id from appointment)");
  await records.query("update post set closed_on = '2022-09-12'");
  const left = await aPost(GORGAN, "assistant");
  await appointed(left, {
    endedAt: "2026-09-01T08:00:00Z",
    ends: isoDate("2026-09-01"),
    reason: "بازنشستگی",
  });
  await appointed(await aPost(GORGAN, "governor"), {});
  await appointed(await aPost(AQQALA, "expert"), { ends: isoDate("2026-06-01") });
  await aPost(AQQALA, "assistant");
  const coming = await aPost(AQQALA, "governor");
  await appointed(coming, { ends: isoDate("2026-12-01") });
  await appointed(coming, { starts: isoDate("2027-01-05"), name: "بهروز امینی" });
  await aPost(GOLESTAN, "representative");
  await aPost(SARI, "assistant");
  const closed = await aPost(GORGAN, "expert");
  await records.query("update post set closed_on = '2026-01-01' where id = $1", [closed.postId]);
  await appointed(await aPost(MAZANDARAN, "representative"), {});
});
afterAll(() => records.close());

describe("vacant posts of a place and below", () => {
  test("stand with the longest vacant first, why they are vacant and who comes", async () => {
    const { rows } = await listed(representative);
    expect(rows.map(({ divisionId, role, since }) => [divisionId, role, since])).toEqual([
      [GOLESTAN, "representative", "2022-09-11"],
      [AQQALA, "assistant", "2022-09-11"],
      [AQQALA, "expert", "2026-06-01"],
      [GORGAN, "assistant", "2026-09-01"],
      [AQQALA, "governor", "2026-12-01"],
    ]);
    expect(rows.map(({ wasHeld, endReason }) => endReason ?? wasHeld)).toEqual([
      false,
      false,
      true,
      "بازنشستگی",
      true,
    ]);
    expect(rows.map(({ next }) => next?.name)).toEqual([...Array<undefined>(4), "بهروز امینی"]);
  });

  test("are as old as the register of the place says", async () => {
    const { rows } = await listed(representative);
    const posts = await within(representative, (db) => listPosts(db, [GOLESTAN, GORGAN, AQQALA], TODAY));
    const told = posts
      .filter(({ vacantSince }) => vacantSince)
      .map(({ id, vacantSince }) => [id, vacantSince]);
    expect(rows.map(({ id, since }) => [id, since]).sort()).toEqual(told.sort());
  });

  test("are cut into pages without a loss", async () => {
    const all = (await listed(representative)).rows.map(({ id }) => id);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const { rows, next }: Awaited<ReturnType<typeof listed>> = await listed(representative, {}, cursor, 2);
      paged.push(...rows.map(({ id }) => id));
      cursor = next;
    } while (cursor);
    expect(paged).toEqual(all);
  });

  test("are narrowed to a province and a kind of post, and to those that wait for the reader", async () => {
    const nation = await listed(officer, { province: MAZANDARAN });
    expect(nation.rows.map(({ divisionId }) => divisionId)).toEqual([SARI]);
    const experts = await listed(officer, { role: "expert" });
    expect(experts.rows.map(({ divisionId }) => divisionId)).toEqual([AQQALA]);
    const mine = await listed(representative, { mine: true });
    expect(mine.rows.map(({ divisionId, role }) => [divisionId, role])).toEqual([
      [AQQALA, "assistant"],
      [AQQALA, "expert"],
      [GORGAN, "assistant"],
    ]);
    const count = (actor: PlacedActor) =>
      within(actor, (db) => countVacancies(db, reachOf(actor), { mine: true }, TODAY));
    expect(await count(representative)).toEqual({ count: 3, oldest: "2022-09-11" });
    expect(await count(officer)).toEqual({ count: 1, oldest: "2022-09-11" });
    expect(await count(assistant)).toEqual({ count: 0, oldest: null });
  });

  test("say where the post that appoints is vacant too, as far as the reader sees it", async () => {
    const seen = (await listed(officer)).rows.filter(({ divisionId }) => divisionId % 1000 !== 0);
    expect(new Map(seen.map(({ divisionId, moverIsVacant }) => [divisionId, moverIsVacant]))).toEqual(
      new Map([
        [AQQALA, true],
        [SARI, false],
        [GORGAN, true],
      ]),
    );
    expect((await listed(assistant)).rows.map(({ moverIsVacant }) => moverIsVacant)).toEqual([false]);
  });

  test("of a neighbour or of a place above are nobody's to see", async () => {
    const asked = { ...scopeOf(NATION), fills: null };
    const rows = (await within(assistant, (db) => listVacancies(db, asked, {}, TODAY))).rows;
    expect(rows.map(({ divisionId }) => divisionId)).toEqual([GORGAN]);
  });
});

test("whose the next step is follows from the place of the post and from who reads", () => {
  expect([NATION, GOLESTAN, GORGAN].map((place) => whoseMove(place, null))).toEqual([
    "administrator",
    "nation",
    "province",
  ]);
  expect(whoseMove(GORGAN, filledBy(representative))).toBe("mine");
  expect(whoseMove(GOLESTAN, filledBy(officer))).toBe("mine");
  expect(filledBy(actorOf(GOLESTAN, "provincial-expert"))).toBeNull();
  expect(whoseMove(NATION, filledBy(anAdministrator()))).toBe("mine");
});
