import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

const HEADERS = ["ردیف", "نام و نام خانوادگی", "شماره همراه", "محل"];
const COLUMNS = ["none", "full-name", "mobile", "locality"];
const WAITING = [
  ["1", "سمانه رستگار", "9112220001", "زیارت"],
  ["2", "یونس گرایلی", "09112220002", "سرخنکلاته"],
  ["3", "طیبه میرعرب", "0911222", "جلین"],
];
/** How long refused rows are kept. */
const KEPT_DAYS = 30;
const FILES = ["فهرست معتمدان.csv", "دفترچه تلفن دستیار.csv", "خیرین مدرسه‌ساز.csv"];

/** Lists of people that a county's assistant has brought: some wait for their columns, one is in but for a row. */
export function makeLists(
  country: Country,
  chance: Chance,
  placeId: number,
  plan: Plan,
  by: { key: string; name: string },
) {
  const at = instantOf(plan.today);
  const keptUntil = new Date(at.getTime() + KEPT_DAYS * 86_400_000);
  const text = [HEADERS, ...WAITING].map((cells) => cells.join(",")).join("\r\n");
  const list = (fileName: string, given: Record<string, string | number | Date | null>) => ({
    division_id: placeId,
    id: chance.id(at),
    file_name: fileName,
    state: "columns",
    header_row: 1,
    headers: HEADERS,
    samples: JSON.stringify(WAITING),
    columns: COLUMNS,
    rows_total: WAITING.length,
    rows_done: 0,
    added: 0,
    refused: 0,
    created_at: at,
    finished_at: null,
    created_by_key: by.key,
    created_by_name: by.name,
    ...given,
  });
  const done = list("فهرست جلسه آب.csv", {
    state: "done",
    samples: "[]",
    rows_done: WAITING.length,
    added: WAITING.length - 1,
    refused: 1,
    finished_at: at,
  });
  country.add("person_import", done);
  country.add("person_import_refusal", {
    division_id: placeId,
    import_id: done.id,
    row_number: 4,
    kept_until: keptUntil,
    problems: ["bad-mobile"],
    cells: WAITING[2] ?? [],
  });
  for (const fileName of FILES) {
    const waiting = list(fileName, {});
    country.add("person_import", waiting);
    country.add("person_import_file", {
      division_id: placeId,
      import_id: waiting.id,
      content: `\\x${Buffer.from(text).toString("hex")}`,
    });
  }
}
