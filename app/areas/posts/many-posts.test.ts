import { expect, test } from "vitest";
import { actorOf, NATION, SARI } from "../../../tests/factories/actors";
import { ownerRows } from "../../../tests/setup/owner";
import { within } from "~/kernel/db.server";
import { listPosts } from "./queries.server";

test("the posts of the whole nation are listed to the last, and never a part of them as if it were all", async () => {
  const open = (count: number) =>
    ownerRows(
      `insert into post (division_id, id, role, title_fa, title_en, opened_on)
       select $1, gen_random_uuid(), 'assistant', 'دستیار', 'Assistant', '2022-09-11' from generate_series(1, $2)`,
      [SARI, count],
    );
  const listed = () =>
    within(actorOf(NATION, "national-officer"), (db) => listPosts(db, [SARI], "2026-12-24"));
  await open(2_500);
  expect(await listed()).toHaveLength(2_500);
  await open(7_501);
  await expect(listed()).rejects.toThrow("more posts than a list may hold");
});
