import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { editReviewResolution } from "~/areas/meetings/minutes/commands/edit-review-resolution.server";
import { importMinutes } from "~/areas/meetings/minutes/commands/import-minutes.server";
import { issueMinutes } from "~/areas/meetings/minutes/commands/issue-minutes.server";
import { getDraft } from "~/areas/meetings/queries.server/minutes";
import { within } from "~/kernel/db.server";
import { actorOf, GOLESTAN } from "../factories/actors";
import { asOwner, openOfficesOfGolestan } from "../factories/offices";

/** A folder with documents as they were given; without it the test says that it did not run. */
const seeds = process.env.SEEDS_DIR;

test.skipIf(!seeds)(
  "a provincial council's own minutes fan out as they were counted by hand",
  async () => {
    const now = new Date("2026-12-08T07:00:00Z");
    const expert = actorOf(GOLESTAN, "provincial-expert");
    const { executives } = await openOfficesOfGolestan();
    const file = (await readdir(seeds ?? "")).find((name) => name.startsWith("000"));
    const text = await readFile(path.join(seeds ?? "", file ?? ""), "utf8");

    const { id: draftId } = await importMinutes(expert, { text }, now);
    const draft = () => within(expert, (db) => getDraft(db, GOLESTAN, draftId));
    const { resolutions } = (await draft()).review;
    expect(resolutions).toHaveLength(16);
    expect(resolutions.every((resolution) => resolution.deadline === null)).toBe(true);
    const parties = resolutions.flatMap((resolution) => resolution.parties);
    expect(new Set(parties.map((party) => party.groupCode ?? party.officeId)).size).toBe(6);

    for (const resolution of resolutions) {
      const { id, revision, number, refersTo, parties: named } = resolution;
      const keep = named.map((party) => party.id);
      const form = { revision, number, text: resolution.text, refersTo, keep };
      await editReviewResolution(expert, draftId, id, { ...form, kind: "none", reason: "تکلیف عمومی" }, now);
    }
    const { id } = await issueMinutes(expert, draftId, { revision: (await draft()).revision }, now);

    const count = (
      where: string,
      of = "obligation b join resolution_party p on p.id = b.resolution_party_id",
    ) =>
      asOwner(async (owner) => {
        const { rows } = await owner.query<{ n: string }>(
          `select count(*) as n from ${of} join resolution r on r.id = p.resolution_id
         where r.minutes_id = $1 and ${where}`,
          [id],
        );
        return Number(rows[0]?.n);
      });
    expect(await count("p.group_code = 'governors'")).toBe(9 * 14);
    expect(await count("p.group_code = 'all-executive-bodies'")).toBe(11 * executives);
    expect(await count("p.kind = 'office'")).toBe(4);
    expect(await count("p.kind = 'vague' and p.named_at is null", "resolution_party p")).toBe(1);
  },
  60_000,
);
