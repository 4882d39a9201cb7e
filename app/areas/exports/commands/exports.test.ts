import { createMongoAbility } from "@casl/ability";
import { beforeAll, describe, expect, test } from "vitest";
import { EXPORTED_LISTS, sayIn } from "~/exported-lists.server";
import { formCircle } from "~/areas/network/commands/form-circle.server";
import { registerPerson } from "~/areas/network/commands/register-person.server";
import type { PlacedActor } from "~/kernel/actor";
import { within } from "~/kernel/db.server";
import { exportedList, type ExportedList } from "~/kernel/sheets/exported-list";
import { sheetFile } from "~/kernel/sheets/sheet-response.server";
import { sheetRows } from "~/kernel/sheets/sheet-rows.server";
import { nothingFound, type SheetKind } from "~/kernel/sheets/sheet";
import { uuidv7 } from "~/lib/identifiers";
import { todayIn, type Locale } from "~/lib/jalali";
import { encodeCursor } from "~/lib/paging";
import { AQQALA, GOLESTAN, GORGAN, NATION, actorOf } from "../../../../tests/factories/actors";
import { aCircle, aPerson } from "../../../../tests/factories/network";
import { ownerRows } from "../../../../tests/setup/owner";
import { FRESH_MINUTES, MOST_ROWS } from "../choices";
import { exportSheet } from "../export-sheet.server";
import { getExport, listExports } from "../queries.server";
import { handOutFile } from "./hand-out-file.server";
import { takeExport } from "./take-export.server";

const now = new Date("2026-12-24T05:30:00Z");
const today = todayIn(now);
const assistant = actorOf(GORGAN, "assistant");
const REASON = "دعوت به نشست آب روستایی";
const FORMULA = "=cmd|'/c calc'!A1";

const listNamed = (name: string): ExportedList => {
  const list = EXPORTED_LISTS.find((one) => one.name === name);
  if (!list) throw new Error(`no list ${name}`);
  return list;
};
const wanted = (name: string, asked = "", locale: Locale = "fa") => ({
  list: listNamed(name),
  asked: new URLSearchParams(asked),
  say: sayIn(locale),
  post: "دستیار فرماندار",
});
const allYes = (actor: PlacedActor): PlacedActor => ({
  ...actor,
  ability: createMongoAbility([{ action: "manage", subject: "all" }]),
});

/** The cells of an export's file, as a spreadsheet finds them. */
async function fileOf(actor: PlacedActor, name: string, asked = "", format: SheetKind = "xlsx") {
  const what = wanted(name, asked);
  const { id } = await takeExport(actor, what, { format, reason: REASON }, now);
  const row = await within(actor, (db) => getExport(db, actor.place.id, id));
  const chunks: Buffer[] = [];
  for await (const chunk of sheetFile(
    format,
    exportSheet(actor, row, what.list, what.say, { place: actor.place, today }),
  ))
    chunks.push(Buffer.from(chunk as Buffer));
  const bytes = Buffer.concat(chunks);
  const found = nothingFound();
  const cells: string[][] = [];
  for await (const rows of sheetRows(bytes, found)) cells.push(...rows.map((one) => one.cells));
  return { row, bytes, cells, found };
}

let circleId: string;
beforeAll(async () => {
  circleId = (await formCircle(assistant, aCircle({ name: "+حلقه آب", topic: "@topic" }), now)).id;
  await registerPerson(
    assistant,
    aPerson({ fullName: FORMULA, mobile: "+989112223344", locality: "-زیارت", circleIds: [circleId] }),
    now,
  );
  await registerPerson(assistant, aPerson({ fullName: "ناهید سعیدی", tier: "wide", locality: "جلین" }), now);
});

describe("a list taken out as a file", () => {
  test.each(["xlsx", "csv"] as const)(
    "of %s carries its taker's mark, and no cell of it is a formula",
    async (format) => {
      const { row, bytes, cells, found } = await fileOf(assistant, "people", "", format);
      const text = cells.map((line) => line.join(" ")).join("\n");
      expect(text).toContain("نرگس شکیبا");
      expect(text).toContain("دستیار فرماندار");
      expect(text).toContain("1405/10/03");
      expect(text).toContain(`${GORGAN}-${row.number}`);
      expect(text).toContain(REASON);
      const line = cells.find((one) => one.some((cell) => cell.endsWith(FORMULA)));
      expect(line).toContain("09112223344");
      expect(found.formulas).toBe(0);
      if (format === "csv") {
        const cellsOfFile = bytes.toString("utf8").split(/\r\n|,/);
        expect(cellsOfFile.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
      }
    },
  );

  test("holds what its filters leave, and says so on the sheet", async () => {
    const { row, cells } = await fileOf(assistant, "people", "view=name&tier=wide&after=abc&secret=1");
    expect(row.filters).toEqual({ view: "name", tier: "wide" });
    const text = cells.map((line) => line.join(" ")).join("\n");
    expect(text).toContain("ناهید سعیدی");
    expect(text).not.toContain(FORMULA);
    expect(text).toContain("محدود به: گسترده");
    expect(row.rowCount).toBe(1);
  });

  test("is written down with the next number, once in the audit, and cannot be changed or removed", async () => {
    const first = await takeExport(assistant, wanted("circles"), { format: "xlsx" }, now);
    const second = await takeExport(assistant, wanted("circles"), { format: "csv" }, now);
    expect(second.number).toBe(first.number + 1);
    const audited = await ownerRows("select 1 from audit_entry where subject_id = $1 and verb = 'take'", [
      first.id,
    ]);
    expect(audited).toHaveLength(1);
    for (const act of ["update export_log set reason = 'x'", "delete from export_log"]) {
      await expect(within(assistant, (db) => db.$executeRawUnsafe(act))).rejects.toThrow();
    }
    const { rows } = await within(assistant, (db) => listExports(db, GORGAN));
    expect(rows[0]).toMatchObject({ list: "circles", format: "csv", takenByName: "نرگس شکیبا" });
    const later = await within(assistant, (db) => listExports(db, GORGAN, encodeCursor([second.number])));
    expect(later.rows[0]?.number).toBe(first.number);
  });

  test("with persons in it is not made without a reason, and nothing is written down", async () => {
    const before = await ownerRows("select 1 from export_log");
    for (const reason of [undefined, "لازم است"]) {
      await expect(
        takeExport(assistant, wanted("people"), { format: "xlsx", reason }, now),
      ).rejects.toMatchObject({ kind: "invalid", details: { field: "reason" } });
    }
    expect(await ownerRows("select 1 from export_log")).toHaveLength(before.length);
  });

  test("of more rows than a file may hold is refused in words", async () => {
    const endless = exportedList({
      name: "endless",
      title: "network.people",
      page: "/network",
      isPersonal: false,
      levels: ["county"],
      narrowedBy: [],
      filterOf: () => null,
      told: () => [],
      columns: () => [{ header: "network.col.name", width: 10, cell: (row: number) => row }],
      read: (_db, _at, _filter, after, size) =>
        Promise.resolve({ rows: Array.from({ length: size }, (_, n) => n), next: `${after ?? ""}.` }),
    });
    await expect(
      takeExport(assistant, { ...wanted("circles"), list: endless }, { format: "csv" }, now),
    ).rejects.toMatchObject({ kind: "invalid", code: `exports.too-many?most=${MOST_ROWS}` });
  });

  test("is fetched by its taker alone, and only for a while", async () => {
    const { id } = await takeExport(assistant, wanted("people"), { format: "xlsx", reason: REASON }, now);
    expect(await handOutFile(assistant, id, now)).toMatchObject({ id });
    const late = new Date(now.getTime() + (FRESH_MINUTES + 1) * 60_000);
    expect(await handOutFile(assistant, id, late)).toBeNull();
    expect(await handOutFile(actorOf(GORGAN, "expert"), id, now)).toBeNull();
    await expect(handOutFile(actorOf(GORGAN, "governor"), id, now)).rejects.toMatchObject({
      kind: "forbidden",
    });
    await expect(handOutFile(actorOf(AQQALA, "assistant"), id, now)).rejects.toMatchObject({
      kind: "missing",
    });
  });
});

describe("lists with persons in them", () => {
  const personal = EXPORTED_LISTS.filter(({ isPersonal }) => isPersonal).map(({ name }) => name);

  test("are those of people, of who waits and of what they asked", () => {
    expect(personal).toEqual(expect.arrayContaining(["people", "waiting", "actions"]));
  });

  test.each([
    ["province", GOLESTAN, "representative"],
    ["nation", NATION, "national-officer"],
    ["governor of the county", GORGAN, "governor"],
  ] as const)("are refused to the %s", async (_who, place, role) => {
    for (const name of personal) {
      await expect(
        takeExport(actorOf(place, role), wanted(name), { format: "xlsx", reason: REASON }, now),
        name,
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
  });

  test.each([
    ["province", GOLESTAN, "representative"],
    ["nation", NATION, "national-officer"],
    ["neighbour", AQQALA, "assistant"],
  ] as const)(
    "hold no row of the county for the %s, whatever its ability says and whatever place is asked for",
    async (_who, place, role) => {
      const reader = allYes(actorOf(place, role));
      const at = { place: assistant.place, today };
      await within(reader, async (db) => {
        for (const list of EXPORTED_LISTS.filter(({ isPersonal }) => isPersonal)) {
          const { rows } = await list.read(db, at, new URLSearchParams(), sayIn("fa"), {
            after: null,
            size: 50,
          });
          expect(rows, list.name).toEqual([]);
        }
        expect((await listExports(db, GORGAN)).rows).toEqual([]);
      });
    },
  );
});

test("every list opens from its page, at each of its levels, in both languages", async () => {
  const places = { county: GORGAN, province: GOLESTAN, nation: NATION } as const;
  const roles = { county: "assistant", province: "representative", nation: "national-officer" } as const;
  for (const list of EXPORTED_LISTS) {
    for (const level of list.levels) {
      const actor = actorOf(places[level], roles[level]);
      const office = { id: uuidv7(), nameFa: "", nameEn: "" };
      const at = { place: actor.place, today, ...(list.of === "office" && { office }) };
      const asked = new URLSearchParams();
      for (const locale of ["fa", "en"] as const) {
        const say = sayIn(locale);
        const { headers, widths } = list.columns(at, say);
        expect(headers.join(), `${list.name} in ${locale}`).not.toMatch(/[a-z]\.[a-z]/);
        expect(widths).toHaveLength(headers.length);
        expect(say.t(list.title)).not.toBe(list.title);
        expect(list.told(asked, at, say).join()).not.toMatch(/[a-z]\.[a-z]/);
        const { rows } = await within(actor, (db) => list.read(db, at, asked, say, { after: null, size: 5 }));
        for (const cells of rows) expect(cells).toHaveLength(headers.length);
      }
    }
  }
});
