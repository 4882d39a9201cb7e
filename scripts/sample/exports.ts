import type { Country } from "./country";
import type { Plan } from "./plan";
import type { Chance } from "./random";

/** The lists that a county's assistant saved, and what she took out as files this morning, the newest last. */
export function makeExports(
  country: Country,
  chance: Chance,
  placeId: number,
  plan: Plan,
  by: { key: string; name: string },
) {
  const taken = [
    { list: "meetings", filters: {}, is_personal: false, reason: null, row_count: 14, format: "xlsx" },
    {
      list: "waiting",
      filters: { tier: "core" },
      is_personal: true,
      reason: "تقسیم تماس‌های این هفته میان معتمدان محله",
      row_count: 9,
      format: "xlsx",
    },
    {
      list: "people",
      filters: {},
      is_personal: true,
      reason: "دعوت پیامکی به نشست آب روستایی",
      row_count: 104,
      format: "csv",
    },
  ];
  for (const [name, condition] of [
    ["هسته سرد", { view: "name", tier: "core", state: "cold" }],
    ["میزبانان گردهمایی", { view: "name", capacity: "venue" }],
  ] as const) {
    country.add("person_list", {
      division_id: placeId,
      id: chance.id(plan.now),
      name,
      condition: JSON.stringify(condition),
      is_shared: true,
      owner_account: by.key,
      created_by_key: by.key,
      created_by_name: by.name,
      created_at: plan.now,
      revision: 1,
    });
  }
  for (const [index, row] of taken.entries()) {
    country.add("export_log", {
      ...row,
      division_id: placeId,
      id: chance.id(plan.now),
      number: index + 1,
      filters: JSON.stringify(row.filters),
      taken_by_key: by.key,
      taken_by_name: by.name,
      taken_by_post: "دستیار مردمی‌سازی فرماندار",
      created_at: new Date(plan.now.getTime() - (taken.length - index) * 3_600_000),
    });
  }
}
