import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { addDays } from "~/lib/jalali";

/** Names that the list showed before the one file was opened. */
const LISTED = 6;

/** A look of the province into a county's people, weeks ago: one list and one file. */
export function makeLook(
  country: Country,
  chance: Chance,
  county: number,
  plan: Plan,
  by: { accountId: string; name: string },
): void {
  const at = instantOf(addDays(plan.today, -23));
  const ends = { division_id: county, source_division_id: Math.floor(county / 1000) * 1000 };
  const grant = chance.id(at);
  country.add("glass_grant", {
    ...ends,
    id: grant,
    appointment_id: chance.id(at),
    opened_by_key: by.accountId,
    opened_by_name: by.name,
    reason: "شکایت کتبی یکی از اعضا از تماس‌های پیاپی؛ باید روشن شود چند تماس در این ماه ثبت شده است.",
    minutes: 15,
    opened_at: at,
    ended_at: new Date(at.getTime() + 9 * 60_000),
    ended_by_name: by.name,
  });
  const people = (country.rows.get("person") ?? []).filter((row) => row.division_id === county);
  const seen = (kind: string, personId: unknown, minutes: number) =>
    country.add("glass_look", {
      ...ends,
      id: chance.id(at),
      grant_id: grant,
      kind,
      person_id: (personId ?? null) as string | null,
      seen_at: new Date(at.getTime() + minutes * 60_000),
    });
  seen("list", null, 1);
  for (const { id } of people.slice(0, LISTED)) seen("listed", id, 1);
  seen("person", people[2]?.id, 3);
}
