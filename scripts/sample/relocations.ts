import { addDays } from "~/lib/jalali";
import type { Row } from "./copy";
import type { Country } from "./country";
import { instantOf, type Plan } from "./plan";
import type { Chance } from "./random";

/** Three offers that somebody goes over: one waits for the county, one for its own person, one was declined. */
export function makeRelocations(
  country: Country,
  chance: Chance,
  [county, neighbour, beyond]: readonly [number, number, number],
  plan: Plan,
  by: { key: string; name: string },
): void {
  const people = (place: number) =>
    (country.rows.get("person") ?? []).filter((row) => row.division_id === place && row.state === "active");
  const offer = (from: number, to: number, n: number, days: number, given: Row) => {
    const at = instantOf(addDays(plan.today, -days));
    const person = people(from)[n];
    if (!person) throw new Error("The sample has people in every county of its province.");
    const id = chance.id(at);
    country.add("relocation", {
      division_id: from,
      id,
      to_division_id: to,
      person_id: person.id ?? null,
      state: "offered",
      reason: "work",
      full_name: null,
      new_locality: null,
      offered_at: at,
      offered_by_key: by.key,
      offered_by_name: by.name,
      expires_on: addDays(plan.today, 30 - days),
      consented_at: null,
      ended_at: null,
      ended_by_name: null,
      decline_note: null,
      ...given,
      ...(given.state === "consented" ? { full_name: person.full_name ?? null } : {}),
    });
    if (given.state === "consented")
      country.add("relocation_luggage", {
        division_id: from,
        relocation_id: id,
        to_division_id: to,
        mobile: person.mobile ?? null,
        capacities: ["transport"],
        preferred_way: "phone",
        no_contact: false,
        ways: "[]",
        takes_ways: true,
        takes_capacities: true,
      });
  };
  const yesterday = instantOf(addDays(plan.today, -1));
  offer(neighbour, county, 4, 6, {
    state: "consented",
    reason: "home",
    new_locality: "محله کوی آزادگان",
    consented_at: yesterday,
  });
  offer(county, beyond, 7, 40, {
    state: "declined",
    reason: "study",
    consented_at: instantOf(addDays(plan.today, -35)),
    ended_at: instantOf(addDays(plan.today, -33)),
    ended_by_name: by.name,
    decline_note: "دوره تحصیل او در مرکز استان است و در شهرستان ما نمی‌ماند.",
  });
  offer(county, neighbour, 9, 2, { state: "offered", reason: "family" });
}
