import { aCsv } from "../factories/sheets";
import { actorOf } from "../factories/actors";
import type { Country } from "./country";

const GIVEN = ["رضا", "علی", "محمد", "زهرا", "مریم", "فاطمه", "حسین", "حسن", "نرگس", "الهام"];
const LETTERS = "ابتجدرسشفقکلمن";
const familyOf = (n: number) =>
  `${LETTERS[n % 14]}${LETTERS[(n * 5) % 14]}${LETTERS[(n * 3) % 13]}${["پور", "زاده", "نیا", "یان"][n % 4]}`;

/** Name, number and place of people as a county's phone book has them: sixteen hundred names in twenty places. */
export const phoneBook = (count: number): string[][] =>
  Array.from({ length: count }, (_, n) => [
    `${GIVEN[n % GIVEN.length]} ${familyOf(Math.floor(n / GIVEN.length) % 160)}`,
    `0911${String(1_000_000 + ((n * 7919) % 8_999_999))}`,
    `روستای ${n % 20}`,
  ]);

/** Counties in which nobody is known yet, one after the other: every list goes into one of its own. */
export async function emptyCounties(country: Country): Promise<() => number> {
  const counties = await country.asOwner(
    async (owner) =>
      (
        await owner.query<{ id: number }>(
          `select d.id from division d where d.level = 'county'
             and not exists (select from person p where p.division_id = d.id) order by d.id`,
        )
      ).rows,
  );
  return () => {
    const county = counties.shift();
    if (county === undefined) throw new Error("There is no empty county left.");
    return county.id;
  };
}

/** Takes a list up to the word that lets it in, by the commands, and answers its id. */
export async function prepareList(county: number, people: string[][]): Promise<string> {
  const { beginImport } = await import("~/areas/network/commands/begin-import.server");
  const { mapImportColumns } = await import("~/areas/network/commands/map-import-columns.server");
  const assistant = actorOf(county, "assistant");
  const bytes = aCsv([["نام و نام خانوادگی", "همراه", "محل"], ...people]);
  const { id } = await beginImport(assistant, { name: "list.csv", bytes });
  await mapImportColumns(assistant, id, {
    columns: ["full-name", "mobile", "locality"],
    entry: "active",
    revision: 1,
  });
  return id;
}

/** Says the word that lets a list in: a worker does it. */
export async function letIn(county: number, id: string): Promise<void> {
  const { startImport } = await import("~/areas/network/commands/start-import.server");
  await startImport(actorOf(county, "assistant"), id, { revision: 2 });
}
