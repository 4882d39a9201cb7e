import { addDays } from "~/lib/jalali";
import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";
import { FAMILY_NAMES, GIVEN_NAMES, LOCALITIES } from "./words";

const HOUR = 3_600_000;
const WAYS = ["phone", "eitaa", "bale", null] as const;
const CAPACITIES = [["teaching"], ["transport", "field-work"], [], ["media"]] as const;
/** Requests that wait for the assistant. */
const WAITING = 6;

/** Join forms of one county: one on the wall with requests that wait, one that is over, one taken back. */
export function makeJoining(
  country: Country,
  chance: Chance,
  county: number,
  plan: Plan,
  by: { key: string; name: string },
): void {
  // Yesterday: a request of today would come after the hour at which the country is looked at.
  const at = instantOf(addDays(plan.today, -1));
  const link = (token: string, name: string, days: number, opened: number, revoked = false) => {
    const openedAt = instantOf(addDays(plan.today, -opened));
    const id = chance.id(openedAt);
    country.add("join_link", {
      division_id: county,
      id,
      token,
      name,
      until: addDays(plan.today, days),
      created_at: openedAt,
      created_by_key: by.key,
      created_by_name: by.name,
      revoked_at: revoked ? at : null,
    });
    return id;
  };
  const old = link("mosque2345", "گردهمایی مسجد جامع", -20, 50);
  link("market2345", "غرفه بازار هفتگی", 10, 20, true);
  const open = link("health2345", "همایش همیاران سلامت", 60, 2);
  const request = (linkId: string, n: number, given: Record<string, string | Date | null>) =>
    country.add("join_request", {
      division_id: county,
      id: chance.id(at),
      link_id: linkId,
      state: "waiting",
      full_name: `${chance.pick(GIVEN_NAMES)} ${chance.pick(FAMILY_NAMES)}`,
      mobile: `+98912${String(county % 1000).padStart(3, "0")}${String(n).padStart(4, "0")}`,
      locality: chance.pick(LOCALITIES),
      capacities: [...(CAPACITIES[n % CAPACITIES.length] ?? [])],
      preferred_way: WAYS[n % WAYS.length] ?? null,
      consented_at: new Date(at.getTime() - n * HOUR),
      received_at: new Date(at.getTime() - n * HOUR),
      decline_reason: null,
      decided_at: null,
      decided_by_key: null,
      decided_by_name: null,
      ...given,
    });
  request(old, 40, {
    state: "declined",
    decline_reason: "elsewhere",
    decided_at: at,
    decided_by_key: by.key,
    decided_by_name: by.name,
  });
  for (let n = 1; n <= WAITING; n += 1) request(open, n, {});
  for (const person of (country.rows.get("person") ?? [])
    .filter((row) => row.division_id === county && row.state === "active")
    .slice(0, 2))
    country.add("person_correction", {
      division_id: county,
      id: chance.id(at),
      person_id: person.id ?? null,
      full_name: person.full_name ?? null,
      mobile: person.mobile ?? null,
      locality: chance.pick(LOCALITIES.filter((one) => one !== person.locality)),
      sent_at: at,
    });
}
